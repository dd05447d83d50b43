import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Calibration,
  calibrationQuality,
  fitCalibration,
  type Outcomes,
  predict,
  quantile,
} from './calibration.ts';

const cosines = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 30 });
const priors = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const outcomes: fc.Arbitrary<Outcomes> = fc.record({ positive: cosines, negative: cosines });

describe('the fit', () => {
  it('cannot be bettered by a small step in any direction', () => {
    const loss = (c: Calibration, o: Outcomes, prior: number) =>
      calibrationQuality(c, o, prior).logLoss + 5e-7 * (c.slope ** 2 + c.intercept ** 2);
    fc.assert(
      fc.property(outcomes, priors, (o, prior) => {
        const fit = fitCalibration(o, prior);
        for (const [ds, di] of [
          [0.01, 0],
          [-0.01, 0],
          [0, 0.01],
          [0, -0.01],
        ] as const) {
          const near = { slope: fit.slope + ds, intercept: fit.intercept + di };
          expect(loss(near, o, prior)).toBeGreaterThan(loss(fit, o, prior) - 1e-12);
        }
      }),
    );
  });

  it('turns round when the classes and their weights are swapped', () => {
    fc.assert(
      fc.property(outcomes, priors, ({ positive, negative }, prior) => {
        const fit = fitCalibration({ positive, negative }, prior);
        const swapped = fitCalibration({ positive: negative, negative: positive }, 1 - prior);
        for (const x of [-1, 0, 0.5, 1]) expect(predict(swapped, x)).toBeCloseTo(1 - predict(fit, x), 3);
      }),
    );
  });

  it('does not change when a class is counted more often: its weight is the prior', () => {
    fc.assert(
      fc.property(outcomes, priors, fc.integer({ min: 2, max: 5 }), ({ positive, negative }, prior, times) => {
        const fit = fitCalibration({ positive, negative }, prior);
        const more = fitCalibration({ positive, negative: Array(times).fill(negative).flat() }, prior);
        for (const x of [-1, 0, 0.5, 1]) expect(predict(more, x)).toBeCloseTo(predict(fit, x), 3);
      }),
    );
  });

  it('finds the slope and intercept that the outcomes were drawn from', () => {
    // At each cosine, as many positives per mille as the true curve says; both classes come out equal in size.
    const truth = { slope: 12, intercept: -6 };
    const grid = Array.from({ length: 101 }, (_, i) => i / 100);
    const times = (x: number, n: number) => Array<number>(Math.round(n)).fill(x);
    const fit = fitCalibration(
      {
        positive: grid.flatMap((x) => times(x, 1000 * predict(truth, x))),
        negative: grid.flatMap((x) => times(x, 1000 * (1 - predict(truth, x)))),
      },
      0.5,
    );
    expect(fit.slope).toBeCloseTo(truth.slope, 1);
    expect(fit.intercept).toBeCloseTo(truth.intercept, 1);
  });

  it('stays finite when a cosine parts the classes without error', () => {
    const fit = fitCalibration({ positive: [0.8, 0.9], negative: [0.1, 0.2] }, 0.5);
    expect(Number.isFinite(fit.slope) && Number.isFinite(fit.intercept)).toBe(true);
    expect(predict(fit, 0.9)).toBeGreaterThan(0.99);
    expect(predict(fit, 0.1)).toBeLessThan(0.01);
  });

  it('needs both classes', () => {
    expect(() => fitCalibration({ positive: [], negative: [0] }, 0.1)).toThrow('both classes need at least one pair');
  });
});

describe('the quality of a calibration', () => {
  const always = (p: number): Calibration => ({ slope: 0, intercept: Math.log(p / (1 - p)) });

  it('is ln 2 and no calibration error for one that always says one half', () => {
    const { logLoss, ece } = calibrationQuality(always(0.5), { positive: [0.1], negative: [0.2, 0.3, 0.4] }, 0.5);
    expect(logLoss).toBeCloseTo(Math.LN2, 12);
    expect(ece).toBeCloseTo(0, 12);
  });

  it('shows how far off one is that always says nine tenths', () => {
    const { logLoss, ece, bins } = calibrationQuality(always(0.85), { positive: [0.1], negative: [0.2, 0.3] }, 0.5);
    expect(logLoss).toBeCloseTo(-(Math.log(0.85) + Math.log(0.15)) / 2, 12);
    expect(ece).toBeCloseTo(0.35, 12);
    expect(bins[8]).toEqual({ weight: 1, predicted: expect.closeTo(0.85, 12), observed: 0.5 });
    expect(bins[0]).toEqual({ weight: 0, predicted: 0, observed: 0 });
  });

  it('has bins whose weights sum to 1 and an error in [0, 1]', () => {
    fc.assert(
      fc.property(outcomes, (o) => {
        const { bins, ece } = calibrationQuality({ slope: 30, intercept: -3 }, o, 0.1);
        expect(bins.reduce((sum, b) => sum + b.weight, 0)).toBeCloseTo(1, 9);
        expect(ece).toBeGreaterThanOrEqual(0);
        expect(ece).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('stays finite where the logistic overflows', () => {
    const { logLoss } = calibrationQuality({ slope: 5000, intercept: 0 }, { positive: [-1], negative: [1] }, 0.5);
    expect(logLoss).toBeCloseTo(5000, 6);
  });
});

describe('a quantile', () => {
  it('lies between its neighbours', () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((share) => quantile([1, 2, 3, 5], share))).toEqual([
      1,
      1.75,
      2.5,
      expect.closeTo(4.4, 12),
      5,
    ]);
    expect(quantile([7], 0.3)).toBe(7);
  });
});
