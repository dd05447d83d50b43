/** An hour, and a day, in milliseconds. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The time so many days after another, as it is stored; before it when they are negative. */
export const daysAfter = (from: Date, days: number): string => new Date(from.getTime() + days * DAY).toISOString();
