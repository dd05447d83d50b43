import { expect, it } from 'vitest';
import { bootstrap, format } from './bootstrap.ts';

const meanOf = (values: readonly number[]) => (times: ArrayLike<number>) =>
  values.reduce((sum, v, i) => sum + v * (times[i] as number), 0) / values.length;

it('gives the figure itself and an interval as wide as the theory of the mean says', () => {
  const values = Array.from({ length: 100 }, (_, i) => i % 2);
  const { value, low, high } = bootstrap(100, meanOf(values));
  expect(value).toBe(0.5);
  // The standard error of this mean is 0.05.
  expect(low).toBeCloseTo(0.5 - 1.96 * 0.05, 1);
  expect(high).toBeCloseTo(0.5 + 1.96 * 0.05, 1);
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
  expect(format(bootstrap(5, meanOf([2, 2, 2, 2, 2])))).toBe('2.000 [2.000, 2.000]');
});
