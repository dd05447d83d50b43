/**
 * The days on which digests are due, worked out another way than the API does: hour by hour, by the clock of the
 * subscriber's wall.
 *
 * @module
 */

/** When a subscriber wants mail. */
export interface Wish {
  readonly frequency: 'daily' | 'weekly';
  /** 1 is Monday; counts for `weekly`. */
  readonly weekday: number;
  readonly hour: number;
  readonly timeZone: string;
}

const HOUR = 3_600_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * The days, as `YYYY-MM-DD`, of the digests that come in the hours after `from` up to `to`. Where the clock of a day
 * leaves the hour out, the digest comes at the next one; where it has it twice, at the first.
 *
 * @param from @param to whole hours of UTC, as are the offsets of the time zones.
 */
export function dueDays({ frequency, weekday, hour, timeZone }: Wish, from: Date, to: Date): string[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    weekday: 'short',
    hourCycle: 'h23',
  });
  const days = new Map<string, boolean>();
  // From the day before on, so that a day whose hour is past is known as begun.
  for (let at = from.getTime() - 36 * HOUR; at <= to.getTime(); at += HOUR) {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = `${parts.year}-${parts.month}-${parts.day}`;
    const isDay = frequency === 'daily' || parts.weekday === WEEKDAYS[weekday - 1];
    if (isDay && Number(parts.hour) >= hour && !days.has(day)) days.set(day, at > from.getTime());
  }
  return [...days].filter(([, isInside]) => isInside).map(([day]) => day);
}
