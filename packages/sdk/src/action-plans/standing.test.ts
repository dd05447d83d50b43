import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTION_STATUSES } from './schema.ts';
import { actionProgress, actionStanding, elapsed, indicatorProgress, indicatorValue } from './standing.ts';

const action = (status: (typeof ACTION_STATUSES)[number], startsOn: string, dueOn: string) => ({
  status,
  startsOn,
  dueOn,
});
const YEAR = ['2026-01-01', '2026-12-31'] as const;

describe('how an action stands', () => {
  test.each([
    ['under_way', null, '2026-12-31', 'on_track'],
    ['under_way', null, '2027-01-01', 'late'],
    ['planned', null, '2025-12-01', 'on_track'],
    ['planned', null, '2026-01-02', 'at_risk'],
    ['under_way', 0.5, '2026-06-30', 'on_track'],
    ['under_way', 0.2, '2026-06-30', 'at_risk'],
    ['done', 0, '2027-01-01', 'done'],
    ['cancelled', null, '2027-01-01', 'cancelled'],
  ] as const)('%s, progress %s, on %s: %s', (status, progress, day, standing) => {
    expect(actionStanding(action(status, ...YEAR), progress, day)).toBe(standing);
  });

  test('a planned one that is soon due is at risk, even before it was to begin', () => {
    expect(actionStanding(action('planned', '2026-06-10', '2026-06-20'), null, '2026-06-01')).toBe('at_risk');
  });

  const date = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
  const day = date.map((time) => time.toISOString().slice(0, 10));
  const dates = fc.tuple(day, day).map(([a, b]) => (a <= b ? [a, b] : [b, a]) as [string, string]);
  const progress = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));

  test('never gets better by waiting, nor worse by progress; late is by the last day alone', () => {
    const RANK = { on_track: 0, at_risk: 1, late: 2, done: 3, cancelled: 3 } as const;
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom(...ACTION_STATUSES),
        progress,
        progress,
        day,
        day,
        (when, status, p, q, a, b) => {
          const one = action(status, ...when);
          const [early, later] = a <= b ? [a, b] : [b, a];
          expect(RANK[actionStanding(one, p, later)]).toBeGreaterThanOrEqual(RANK[actionStanding(one, p, early)]);
          if (p !== null && q !== null) {
            const [less, more] = p <= q ? [p, q] : [q, p];
            expect(RANK[actionStanding(one, more, a)]).toBeLessThanOrEqual(RANK[actionStanding(one, less, a)]);
          }
          const isOpen = status === 'planned' || status === 'under_way';
          expect(actionStanding(one, p, a) === 'late').toBe(isOpen && when[1] < a);
          expect(elapsed(one, when[1])).toBe(1);
        },
      ),
    );
  });
});

test('progress is the way from baseline to target, up or down, and no further', () => {
  expect(indicatorProgress({ baseline: 10, target: 20 }, 15)).toBe(0.5);
  expect(indicatorProgress({ baseline: 20, target: 10 }, 12.5)).toBe(0.75);
  expect(indicatorProgress({ baseline: 0, target: 10 }, 25)).toBe(1);
  expect(indicatorProgress({ baseline: 0, target: 10 }, -5)).toBe(0);
  expect(indicatorProgress({ baseline: 0, target: 10 }, null)).toBeNull();
});

test('an action is as far as the mean of what is told', () => {
  expect(actionProgress('under_way', [0.5, null, 1])).toBe(0.75);
  expect(actionProgress('under_way', [null])).toBeNull();
  expect(actionProgress('done', [0])).toBe(1);
});

test('the latest reading counts, in whichever order they stand', () => {
  const readings = [
    { on: '2026-05-01', value: 7 },
    { on: '2026-02-01', value: 3 },
  ];
  const typed = { id: 'a', name: { en: 'A' }, baseline: 0, target: 9, readings };
  expect(indicatorValue(typed, () => null)).toBe(7);
  expect(indicatorValue({ ...typed, readings: [] }, () => 1)).toBeNull();
  const live = { id: 'a', name: { en: 'A' }, baseline: 0, target: 9, live: 'released' } as const;
  expect(indicatorValue(live, (source) => (source === 'released' ? 4 : 0))).toBe(4);
});
