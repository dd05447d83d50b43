import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, offsetOf, wallClock } from './clock.ts';
import { createDay } from './day.ts';

const at = (text: string, zone: string) => instantOf(text, zone).toISOString();

describe('a time on the wall of a place', () => {
  test('is an instant of UTC', () => {
    expect(at('2026-12-03 10:00', 'Asia/Almaty')).toBe('2026-12-03T05:00:00.000Z');
    expect(at('2026-12-03T9:05', 'Europe/Budapest')).toBe('2026-12-03T08:05:00.000Z');
    expect(at('2026-07-01 10:00', 'Europe/Budapest')).toBe('2026-07-01T08:00:00.000Z');
    expect(at('2026-12-03 10:00', 'America/St_Johns')).toBe('2026-12-03T13:30:00.000Z');
  });

  test('follows Almaty, which moved its clocks back for good on 1 March 2024', () => {
    expect(at('2024-02-29 10:00', 'Asia/Almaty')).toBe('2024-02-29T04:00:00.000Z');
    expect(at('2024-03-01 10:00', 'Asia/Almaty')).toBe('2024-03-01T05:00:00.000Z');
    // The hour before midnight was there twice; the first is taken.
    expect(at('2024-02-29 23:30', 'Asia/Almaty')).toBe('2024-02-29T17:30:00.000Z');
  });

  test('that the clocks skip is refused, and so is what is no time', () => {
    expect(() => instantOf('2026-03-29 02:30', 'Europe/Budapest')).toThrow('the clocks skip 02:30 on 2026-03-29');
    for (const text of ['2026-02-30 10:00', '2026-12-03 24:30', '2026-12-03', '03.12.2026 10:00', ''])
      expect(() => instantOf(text, 'UTC')).toThrow('is no date and time');
    expect(() => instantOf('2026-12-03 10:00', 'Asia/Almata')).toThrow('"Asia/Almata" is no time zone');
  });

  test('is what the clock shows at its instant, in any zone', () => {
    const zones = fc.constantFrom(
      'Asia/Almaty',
      'Europe/Budapest',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Apia',
    );
    fc.assert(
      fc.property(
        zones,
        fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (zone, date) => {
          const clock = wallClock(zone);
          const shown = clock(date);
          const found = instantOf(`${shown.date} ${shown.time}`, zone);
          expect(clock(found)).toEqual(shown);
          // The same minute, or the first of the two times that it is shown.
          expect([0, 30, 60]).toContain((Math.floor(date.getTime() / 60_000) * 60_000 - found.getTime()) / 60_000);
          expect(new Date(`${shown.date}T${shown.time}:00${offsetOf(found, shown)}`).getTime()).toBe(found.getTime());
        },
      ),
    );
  });
});

describe('the slots of a day', () => {
  test('follow each other by minutes and breaks', () => {
    const { slots } = createDay({ start: '2026-12-03 10:00', slots: 3, minutes: 20, break: 10, timezone: 'Asia/Baku' });
    expect(slots.map(({ number, from, to }) => `${number} ${from.time}-${to.time}`)).toEqual([
      '1 10:00-10:20',
      '2 10:30-10:50',
      '3 11:00-11:20',
    ]);
    expect(slots[2]?.start.toISOString()).toBe('2026-12-03T07:00:00.000Z');
  });

  test('last as long as they should on a night when the clocks change', () => {
    const night = (start: string) =>
      createDay({ start, slots: 3, minutes: 30, break: 30, timezone: 'Europe/Budapest' }).slots;
    expect(night('2026-03-29 01:00').map(({ from }) => from.time)).toEqual(['01:00', '03:00', '04:00']);
    expect(night('2026-10-25 02:00').map(({ from }) => from.time)).toEqual(['02:00', '02:00', '03:00']);
    for (const { start, end } of night('2026-10-25 02:30')) expect(end.getTime() - start.getTime()).toBe(1_800_000);
  });

  test('are at least one', () => {
    expect(() => createDay({ start: '2026-12-03 10:00', slots: 0, timezone: 'UTC' })).toThrow('at least one slot');
  });
});
