import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Choice, curveOf } from './learn-choice.ts';

const small = fc.double({ min: -1, max: 1, noNaN: true });
const option = fc.record({
  features: fc.array(small, { minLength: 3, maxLength: 3 }),
  constant: small,
  offset: small,
});
const choice: fc.Arbitrary<Choice> = fc.record({
  options: fc.array(option, { minLength: 2, maxLength: 5 }),
  chosen: fc.nat(1),
  mass: fc.double({ min: 0.5, max: 3, noNaN: true }),
});
const STEP = 1e-5;

test('the derivatives are those of the loss', () => {
  fc.assert(
    fc.property(
      fc.array(choice, { minLength: 1, maxLength: 3 }),
      fc.array(small, { minLength: 3, maxLength: 3 }),
      (all, w) => {
        const curve = curveOf(all, w, 2);
        const moved = (k: number, by: number) => curveOf(all, w.with(k, w[k]! + by), 2);
        for (const k of w.keys()) {
          const [up, down] = [moved(k, STEP), moved(k, -STEP)];
          expect(curve.gradient[k]).toBeCloseTo((up.loss - down.loss) / (2 * STEP), 4);
          for (const l of w.keys()) {
            expect(curve.hessian[k]![l]).toBeCloseTo((up.gradient[l]! - down.gradient[l]!) / (2 * STEP), 3);
          }
        }
        const [up, down] = [curveOf(all, w, 2 + STEP), curveOf(all, w, 2 - STEP)];
        expect(curve.bySlope[0]).toBeCloseTo((up.loss - down.loss) / (2 * STEP), 4);
        expect(curve.bySlope[1]).toBeCloseTo((up.bySlope[0] - down.bySlope[0]) / (2 * STEP), 3);
      },
    ),
  );
});

test('two equal options cost log 2, and a likelier one less', () => {
  const options = [0, 0].map((offset) => ({ features: [1], constant: 0, offset }));
  expect(curveOf([{ options, chosen: 0, mass: 1 }], [0.5], 3).loss).toBeCloseTo(Math.LN2, 12);
  const likelier = options.with(0, { ...options[0]!, offset: 1 });
  expect(curveOf([{ options: likelier, chosen: 0, mass: 1 }], [0.5], 3).loss).toBeLessThan(Math.LN2);
});
