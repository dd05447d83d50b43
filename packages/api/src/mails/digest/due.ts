/**
 * When a digest is due, by the clock on the subscriber's wall.
 *
 * @module
 */
import { Temporal } from 'temporal-polyfill';

/** What a subscription says of when its digest comes. */
export interface Rhythm {
  readonly frequency: 'instantly' | 'daily' | 'weekly';
  /** 1 is Monday; counts for `weekly`. */
  readonly weekday: number;
  /** 0 to 23; does not count for `instantly`. */
  readonly hour: number;
  /** An IANA name, such as `Asia/Almaty`. */
  readonly time_zone: string;
}

/** Least time between two mails of a subscription that gets them at once, in milliseconds. */
export const BETWEEN = 15 * 60_000;

/**
 * The first moment after another at which a digest is due; for `instantly` the first at which one may be.
 *
 * In the night in which the clock goes forward, an hour that does not exist is taken as much later as
 * the clock was moved. Of an hour that comes twice, the first one counts.
 *
 * @throws {RangeError} on an unknown time zone.
 */
export function nextDue({ frequency, weekday, hour, time_zone }: Rhythm, after: Date): Date {
  if (frequency === 'instantly') return new Date(after.getTime() + BETWEEN);
  const today = dayOf(after, time_zone);
  const first = frequency === 'weekly' ? today.add({ days: (weekday - today.dayOfWeek + 7) % 7 }) : today;
  const due = at(first, hour, time_zone);
  return due > after ? due : at(first.add({ days: frequency === 'weekly' ? 7 : 1 }), hour, time_zone);
}

/** The day that the subscriber's calendar shows, `YYYY-MM-DD`. @throws {RangeError} on an unknown time zone. */
export const localDay = (moment: Date, timeZone: string): string => dayOf(moment, timeZone).toString();

const dayOf = (moment: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

const at = (day: Temporal.PlainDate, hour: number, timeZone: string): Date => {
  const clock = day.toPlainDateTime({ hour });
  return new Date(clock.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
};
