import { expect, it } from 'vitest';
import { bootstrap, formatEstimate } from './bootstrap.ts';

const meanOf = (values: readonly number[]) => (times: ArrayLike<number>) =>
  values.reduce((sum, v, i) => sum + v * (times[i] as number), 0) / values.length;

it('gives the figure itself and an interval as wide as the theory of the mean says', () => {
  const values = Array.from({ length: 100 }, (_, i) => i % 2);
  const { value, low, high } = bootstrap(100, meanOf(values));
  expect(value).toBe(0.5);
  // The standard error of this mean is 0.05.
  expect(Math.abs(low - (0.5 - 1.96 * 0.05))).toBeLessThan(0.015);
  expect(Math.abs(high - (0.5 + 1.96 * 0.05))).toBeLessThan(0.015);
});

it('refuses to draw no sample', () => {
  for (const resamples of [0, 1.5, Number.NaN]) {
    expect(() => bootstrap(5, meanOf([1, 2, 3, 4, 5]), { resamples })).toThrow(RangeError);
  }
});

it('draws as many units as there are, and the same ones on every call', () => {
  const totals = new Set<number>();
  const count = (times: ArrayLike<number>) => {
    totals.add(Array.from(times).reduce((a, b) => a + b));
    return times[0] as number;
  };
  expect(bootstrap(7, count)).toEqual(bootstrap(7, count));
  expect([...totals]).toEqual([7]);
});

it('has no width where nothing varies', () => {
  expect(formatEstimate(bootstrap(5, meanOf([2, 2, 2, 2, 2])))).toBe('2.000 [2.000, 2.000]');
});
