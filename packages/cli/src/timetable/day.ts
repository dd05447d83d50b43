import { CliError } from '../terminal/exit.ts';
import { instantOf, type WallTime, wallClock } from './clock.ts';

/** A slot of the day, in which everybody has at most one meeting. */
export interface Slot {
  /** From 1, as people count. */
  readonly number: number;
  readonly start: Date;
  readonly end: Date;
  /** As the clocks of the place show it. */
  readonly from: WallTime;
  readonly to: WallTime;
}

/** When and where a day takes place. */
export interface Day {
  /** Empty where none was given. */
  readonly title: string;
  readonly place: string;
  /** IANA name. */
  readonly zone: string;
  readonly slots: readonly Slot[];
  /** Most meetings at once; undefined for no limit. */
  readonly tables: number | undefined;
}

export interface DayOptions {
  readonly start: string;
  readonly slots: number;
  readonly minutes?: number | undefined;
  readonly break?: number | undefined;
  readonly tables?: number | undefined;
  readonly timezone?: string | undefined;
  readonly title?: string | undefined;
  readonly place?: string | undefined;
}

const MINUTE = 60_000;

/** Lays out the slots of a day. @throws {CliError} on a start or a time zone that is none, or no slot. */
export function createDay(options: DayOptions): Day {
  const { slots, minutes = 15, break: pause = 5, tables, title = '', place = '' } = options;
  const zone = options.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!(slots >= 1))
    throw new CliError('--slots: a day has at least one slot.', { hint: 'Write it as in: --slots 8.' });
  const clock = wallClock(zone);
  const first = instantOf(options.start, zone).getTime();
  return {
    title: oneLine(title),
    place: oneLine(place),
    zone,
    tables,
    slots: Array.from({ length: slots }, (_, i) => {
      // By the time that passes and not by the clock, which may be put forward or back in between.
      const start = new Date(first + i * (minutes + pause) * MINUTE);
      const end = new Date(start.getTime() + minutes * MINUTE);
      return { number: i + 1, start, end, from: clock(start), to: clock(end) };
    }),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
