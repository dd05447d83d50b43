import { describe, expect, it } from 'vitest';
import { examine, measure } from './measure.ts';
import { bothPreferences, ours, ownPreference, transferable } from './methods.ts';
import { compareSize } from './reciprocal.ts';
import { simulate } from './simulate.ts';

const both = (rows: number, columns: number, order: number[]) => examine(rows, columns, () => order);

describe('expected matches and envy', () => {
  // Two of each side; all like all with certainty.
  const sure = { rows: 2, columns: 2, values: Float64Array.of(1, 1, 1, 1) };
  const market = { left: sure, right: sure };

  it('follow from who looks at whom', () => {
    // All list the first first: 1·1 + ½·1 + ½·1 + ½·½.
    const { matches, envious } = measure(market, { left: both(2, 2, [0, 1]), right: both(2, 2, [0, 1]) });
    expect(matches).toBeCloseTo(2.25);
    // The second of each side would expect more in the place of the first.
    expect(envious).toBe(2);
  });

  it('know lists that nobody envies', () => {
    const apart = examine(2, 2, (i) => [i, 1 - i]);
    expect(measure(market, { left: apart, right: apart })).toEqual({ matches: 2.5, envious: 0 });
  });
});

describe('the methods', () => {
  it('agree where popularity is everything, but for ours', () => {
    const market = simulate(12, 8, 1, 1);
    const lists = ownPreference(market);
    expect(bothPreferences(market).left.values.slice(0, 8)).toEqual(lists.left.values.slice(0, 8));
    expect(transferable(market).left.values.slice(0, 8)).toEqual(lists.left.values.slice(0, 8));
    expect(ours(0)(market)).toEqual(bothPreferences(market));
  });

  it('give every list whole', () => {
    const market = simulate(9, 7, 0.5, 2);
    for (const method of [ownPreference, bothPreferences, transferable, ours(1)]) {
      const { left } = method(market);
      for (let i = 0; i < 9; i++) {
        const ranks = [...left.values.slice(i * 7, (i + 1) * 7)].map((p) => Math.round(1 / p));
        expect(ranks.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      }
    }
  });

  it('stand as the report says on a small market: most matches, and less envy than the first two', () => {
    for (const { lambda, matches, envious } of compareSize({ rows: 75, columns: 50, seeds: 1 }).cells) {
      if (lambda < 0.5) continue;
      expect(matches.ours).toBeGreaterThanOrEqual(Math.max(matches.own, matches.product, matches.transferable));
      expect(envious.ours).toBeLessThan(Math.min(envious.own, envious.product));
    }
  });
});

it('draws preferences as published: popularity falls from 1 to 0', () => {
  expect([...simulate(2, 5, 1, 1).left.values]).toEqual([1, 0.75, 0.5, 0.25, 0, 1, 0.75, 0.5, 0.25, 0]);
  const { left } = simulate(50, 40, 0, 1);
  expect(left.values.reduce((sum, v) => sum + v, 0) / left.values.length).toBeCloseTo(0.5, 1);
});
