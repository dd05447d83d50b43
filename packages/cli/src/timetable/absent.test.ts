import { describe, expect, test } from 'vitest';
import { slotsOf } from './absent.ts';
import { createDay } from './day.ts';

// 10:00–10:15, 10:20–10:35, 10:40–10:55, 11:00–11:15
const { slots } = createDay({ start: '2026-12-03 10:00', slots: 4, timezone: 'UTC' });
const read = (cell: string) => {
  const result = slotsOf(cell, slots);
  return 'problem' in result ? result.problem : [...result.slots].map((slot) => slot + 1);
};

describe('the slots that somebody misses', () => {
  test.each([
    ['2', [2]],
    ['1-3', [1, 2, 3]],
    ['1 – 2; 4', [1, 2, 4]],
    ['all', [1, 2, 3, 4]],
    ['10:00-10:20', [1]],
    ['9.00–10.21', [1, 2]],
    ['10:15-10:20', []],
    ['10:50-23:00', [3, 4]],
  ])('are read from "%s"', (cell, numbers) => expect(read(cell)).toEqual(numbers));

  test.each(['0', '5', '3-2', 'morning', '', '1,,2'])('are not read from "%s", which says what to write', (cell) =>
    expect(read(cell)).toContain('Write numbers from 1 to 4'),
  );
});
