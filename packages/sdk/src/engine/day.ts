/** A day as `2026-11-28` (ISO 8601), in UTC: days compare as their texts do. */
export type Day = string;

/** The day of a time. */
export const dayOf = (time: Date): Day => time.toISOString().slice(0, 10);

const MS = 86_400_000;

/** The day so many days after another. */
export const dayAfter = (day: Day, days: number): Day => dayOf(new Date(Date.parse(day) + days * MS));

/** How many days lie from one day to another; below 0 where that one comes first. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / MS;

/** The day on which a question is asked, unless the asker names another. */
export const today = (): Day => dayOf(new Date());
