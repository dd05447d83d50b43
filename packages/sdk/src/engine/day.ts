/** A day as `2026-11-28` (ISO 8601), in UTC: days compare as their texts do. */
export type Day = string;

/** The day of a time. */
export const dayOf = (time: Date): Day => time.toISOString().slice(0, 10);

/** The day on which a question is asked, unless the asker names another. */
export const today = (): Day => dayOf(new Date());
