import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviations, inSteps, minimise, nearestWithin } from './learn-range.ts';

const SIZE = 5;
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const ranges = fc.constant(Array.from({ length: SIZE }, (_, k) => ({ least: 0.02 * k, most: 0.3 + 0.1 * k })));
const target = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: SIZE, maxLength: SIZE });
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('the nearest weights within ranges', () => {
  test('lie within them, sum to 1, and no other such weights are nearer', () => {
    fc.assert(
      fc.property(target, ranges, fc.array(unit, { minLength: SIZE, maxLength: SIZE }), (to, within, other) => {
        const found = nearestWithin(to, within);
        expect(sum(found)).toBeCloseTo(1, 9);
        for (const [k, { least, most }] of within.entries()) {
          expect(found[k]).toBeGreaterThanOrEqual(least - 1e-9);
          expect(found[k]).toBeLessThanOrEqual(most + 1e-9);
        }
        const rival = nearestWithin(other, within);
        const distance = (w: readonly number[]) => Math.hypot(...w.map((x, k) => x - to[k]!));
        expect(distance(found)).toBeLessThanOrEqual(distance(rival) + 1e-6);
      }),
    );
  });

  test('a quadratic is at its least where the free gradients are equal', () => {
    const hessian = [
      [4, 1, 0],
      [1, 3, 0.5],
      [0, 0.5, 2],
    ];
    const at = [0.4, 0.3, 0.3];
    const gradient = [1, -0.5, 0.2];
    const wide = at.map(() => ({ least: -5, most: 5 }));
    const found = minimise(at, gradient, hessian, wide);
    const slopes = hessian.map((row, i) => gradient[i]! + sum(row.map((h, j) => h * (found[j]! - at[j]!))));
    expect(slopes[1]).toBeCloseTo(slopes[0]!, 9);
    expect(slopes[2]).toBeCloseTo(slopes[0]!, 9);
    expect(sum(found)).toBeCloseTo(1, 12);
  });
});

test('weights in steps of 0.0001 sum to 1 and are off by less than a step', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 }), (values) => {
      const weights = values.map((value) => value / sum(values));
      const stepped = inSteps(weights);
      expect(Math.round(sum(stepped.map((w) => w * 10_000)))).toBe(10_000);
      for (const [k, w] of stepped.entries()) expect(Math.abs(w - weights[k]!)).toBeLessThan(1.01e-4);
    }),
  );
});

test('the deviation of two weights whose sum is known is that of one number, and of a frozen one 0', () => {
  // w and 1 − w with precisions 3 and 5: together the precision of w is 8.
  const precision = [
    [3, 0, 0],
    [0, 5, 0],
    [0, 0, 7],
  ];
  const found = deviations(precision, [true, true, false]);
  expect(found[0]).toBeCloseTo(Math.sqrt(1 / 8), 12);
  expect(found[1]).toBeCloseTo(Math.sqrt(1 / 8), 12);
  expect(found[2]).toBe(0);
});
