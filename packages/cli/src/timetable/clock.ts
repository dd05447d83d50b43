/**
 * The clock on the wall of a place, and the instants that it shows.
 *
 * @module
 */
import { CliError } from '../terminal/exit.ts';

/** A date and time of day as a clock on the wall shows it, in two parts that sort as text. */
export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
}

const MINUTE = 60_000;
/** No zone was ever further from UTC. */
const FURTHEST = 26 * 60 * MINUTE;

/** Shows instants as the clocks of a time zone do. @throws {CliError} on a name that is no IANA time zone. */
export function wallClock(zone: string): (instant: Date) => WallTime {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  } catch (cause) {
    throw new CliError(`--timezone: "${zone}" is no time zone.`, {
      hint: 'Write its IANA name, such as Asia/Almaty, Asia/Baku, Europe/Istanbul or UTC.',
      cause,
    });
  }
  return (instant) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
  };
}

/**
 * The instant at which the clocks of a time zone show a date and time. Of the two of an hour that is
 * there twice, when clocks are put back, it is the first.
 *
 * @param text `2026-12-03 10:00`.
 * @throws {CliError} on another form, a day that is not in the calendar, or a time that the clocks skip.
 */
export function instantOf(text: string, zone: string): Date {
  const clock = wallClock(zone);
  const [, year = '', month = '', day = '', hour = '', minute = ''] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? [];
  const two = (part: string) => part.padStart(2, '0');
  const wanted = { date: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${minute}` };
  const asUtc = new Date(`${wanted.date}T${wanted.time}:00Z`);
  const isReal = !Number.isNaN(asUtc.getTime()) && asUtc.toISOString().startsWith(`${wanted.date}T${wanted.time}`);
  if (!isReal)
    throw new CliError(`--start: "${text}" is no date and time.`, {
      hint: 'Write it as in: --start "2026-12-03 10:00".',
    });
  // The offset from UTC only ever changes by whole minutes here, and at most once within two days.
  const offsets = [-FURTHEST, FURTHEST].map((away) => {
    const near = new Date(asUtc.getTime() + away);
    const shown = clock(near);
    return Date.parse(`${shown.date}T${shown.time}:00Z`) - Math.floor(near.getTime() / MINUTE) * MINUTE;
  });
  const found = offsets
    .map((offset) => new Date(asUtc.getTime() - offset))
    .filter((instant) => clock(instant).date === wanted.date && clock(instant).time === wanted.time)
    .sort((a, b) => a.getTime() - b.getTime())[0];
  if (!found)
    throw new CliError(`--start: in ${zone} the clocks skip ${wanted.time} on ${wanted.date}.`, {
      hint: 'Choose a time before or after, or check the time zone.',
    });
  return found;
}

/** How far a place's clocks are from UTC at an instant: `+05:00`. */
export function offsetOf(instant: Date, { date, time }: WallTime): string {
  const minutes = Math.round((Date.parse(`${date}T${time}:00Z`) - instant.getTime()) / MINUTE);
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
