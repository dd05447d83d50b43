import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BETWEEN, localDay, nextDue, type Rhythm } from './due.ts';

const ZONES = [
  'Asia/Almaty',
  'Asia/Baku',
  'Europe/Budapest',
  'Europe/Istanbul',
  'Asia/Tashkent',
  'America/New_York',
] as const;
const DAY = 86_400_000;

const rhythm = (more: Partial<Rhythm>): Rhythm => ({
  frequency: 'daily',
  weekday: 1,
  hour: 8,
  time_zone: 'Europe/Budapest',
  ...more,
});

const due = (more: Partial<Rhythm>, after: string): string => nextDue(rhythm(more), new Date(after)).toISOString();

const anyRhythm = fc.record({
  frequency: fc.constantFrom('daily' as const, 'weekly' as const),
  weekday: fc.integer({ min: 1, max: 7 }),
  hour: fc.integer({ min: 0, max: 23 }),
  time_zone: fc.constantFrom(...ZONES),
});
const anyTime = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => new Date(date.getTime()));

/** What the wall clock shows, by the runtime's own data. */
const wall = (moment: Date, timeZone: string) => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1,
    hour: Number(part('hour')),
    minute: Number(part('minute')),
  };
};

describe('a digest is due', () => {
  test.each([
    ['Asia/Almaty', '2026-11-27T03:00:00.000Z'],
    ['Asia/Baku', '2026-11-27T04:00:00.000Z'],
    ['Europe/Budapest', '2026-11-27T07:00:00.000Z'],
    ['Europe/Istanbul', '2026-11-27T05:00:00.000Z'],
    ['Asia/Tashkent', '2026-11-27T03:00:00.000Z'],
    ['America/New_York', '2026-11-27T13:00:00.000Z'],
  ])('at eight on the clock of %s', (time_zone, expected) => {
    expect(due({ time_zone }, '2026-11-26T20:00:00Z')).toBe(expected);
  });

  test('on the weekday that was chosen, and a week after the last one', () => {
    expect(due({ frequency: 'weekly', weekday: 1 }, '2026-11-27T10:00:00Z')).toBe('2026-11-30T07:00:00.000Z');
    expect(due({ frequency: 'weekly', weekday: 1 }, '2026-11-30T07:00:00Z')).toBe('2026-12-07T07:00:00.000Z');
    expect(due({ frequency: 'weekly', weekday: 5 }, '2026-11-27T06:59:59Z')).toBe('2026-11-27T07:00:00.000Z');
  });

  test('a quarter of an hour later at the earliest when it is to come at once', () => {
    const after = new Date('2026-11-27T10:00:00Z');
    expect(nextDue(rhythm({ frequency: 'instantly' }), after).getTime() - after.getTime()).toBe(BETWEEN);
  });
});

describe('when the clock goes forward', () => {
  test('an hour that does not exist is taken an hour later, on that day alone', () => {
    expect(due({ hour: 2 }, '2027-03-27T12:00:00Z')).toBe('2027-03-28T01:00:00.000Z');
    expect(due({ hour: 2 }, '2027-03-28T01:00:00Z')).toBe('2027-03-29T00:00:00.000Z');
    expect(due({ hour: 2, time_zone: 'America/New_York' }, '2027-03-13T20:00:00Z')).toBe('2027-03-14T07:00:00.000Z');
  });

  test('a digest after it comes at the same hour of the clock', () => {
    expect(due({}, '2027-03-27T08:00:00Z')).toBe('2027-03-28T06:00:00.000Z');
  });
});

describe('when the clock goes back', () => {
  test('an hour that comes twice counts once, the first time', () => {
    expect(due({ hour: 2 }, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:00:00.000Z');
    expect(due({ hour: 2 }, '2026-10-25T00:00:00Z')).toBe('2026-10-26T01:00:00.000Z');
    expect(due({ hour: 1, time_zone: 'America/New_York' }, '2026-10-31T20:00:00Z')).toBe('2026-11-01T05:00:00.000Z');
    expect(due({ hour: 1, time_zone: 'America/New_York' }, '2026-11-01T05:00:00Z')).toBe('2026-11-02T06:00:00.000Z');
  });
});

describe('in every time zone and at every time', () => {
  test('the next digest is later, within the period and an hour for the clock', () => {
    fc.assert(
      fc.property(anyRhythm, anyTime, (how, after) => {
        const wait = nextDue(how, after).getTime() - after.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual((how.frequency === 'daily' ? 1 : 7) * DAY + 2 * 3_600_000);
      }),
    );
  });

  test('it comes at the hour and on the weekday that were chosen, by the data of the runtime', () => {
    fc.assert(
      fc.property(anyRhythm, anyTime, (how, after) => {
        const shown = wall(nextDue(how, after), how.time_zone);
        expect(shown.minute).toBe(0);
        // Only an hour that does not exist is moved, and that by one.
        expect([how.hour, how.hour + 1]).toContain(shown.hour);
        if (how.frequency === 'weekly') expect(shown.weekday).toBe(how.weekday);
      }),
    );
  });

  test('a year of daily digests has one for each day of the calendar', () => {
    fc.assert(
      fc.property(anyRhythm, anyTime, (how, start) => {
        const days = new Set<string>();
        let moment = start;
        for (let n = 0; n < 366; n++) {
          moment = nextDue({ ...how, frequency: 'daily' }, moment);
          days.add(localDay(moment, how.time_zone));
        }
        expect(days.size).toBe(366);
        expect(Math.abs(moment.getTime() - start.getTime() - 365.5 * DAY)).toBeLessThan(1.1 * DAY);
      }),
      { numRuns: 20 },
    );
  });

  test('nothing is due between a moment and the next digest', () => {
    fc.assert(
      fc.property(anyRhythm, anyTime, fc.double({ min: 0, max: 0.999, noNaN: true }), (how, after, part) => {
        const next = nextDue(how, after);
        const between = new Date(after.getTime() + Math.floor((next.getTime() - after.getTime() - 1) * part));
        expect(nextDue(how, between)).toEqual(next);
      }),
    );
  });
});

test('an unknown time zone is an error', () => {
  expect(() => nextDue(rhythm({ time_zone: 'Asia/Nowhere' }), new Date())).toThrow(RangeError);
});
