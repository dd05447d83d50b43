import { describe, expect, it } from 'vitest';
import { calibrate } from './calibrate.ts';
import { calibrationQuality } from './calibration.ts';
import { calibrationError } from './calibration-error.ts';
import { createTestEmbedder } from './test-embedder.ts';
import { LANGUAGES } from './texts.ts';

const context = { createEmbedder: async () => createTestEmbedder(), progress: () => {} };

describe('the calibration on the corpus', () => {
  it('fits on dev, and reports dev, test and the ways to embed long texts', async () => {
    const report = (await calibrate.run(['--resamples', '20'], context)) as {
      dev: { logLoss: number; ece: { all: { value: number }; byThesis: object; byStartup: object } };
      calibration: { slope: number };
    };
    expect(report).toMatchObject({
      model: 'test-trigrams@1',
      dev: { pairs: { positive: 25 * 9 * 9, negative: 25 * 24 * 81 } },
      test: { pairs: { positive: 68 * 9 * 9, negative: 68 * 67 * 81 } },
      longText: { asIs: { whole: expect.any(Number) }, joined: { whole: expect.any(Number) } },
    });
    expect(Object.keys(report.dev.ece.byThesis)).toEqual([...LANGUAGES]);
    expect(Object.keys(report.dev.ece.byStartup)).toEqual([...LANGUAGES]);
    // Even spelling tells the classes apart a little: better than knowing the prior alone, on the split it was fitted on.
    expect(report.dev.logLoss).toBeLessThan(-0.1 * Math.log(0.1) - 0.9 * Math.log(0.9));
    expect(report.calibration.slope).toBeGreaterThan(0);
  });

  it('takes nothing but its option', async () => {
    await expect(calibrate.run(['dev'], context)).rejects.toThrow('expected 0 positional argument(s), got 1');
    await expect(calibrate.run(['--resamples', 'all'], context)).rejects.toThrow('must be a positive whole number');
  });
});

describe('the calibration error', () => {
  const sureOf = (topics: number, predicted: (right: boolean) => number) =>
    Array.from({ length: topics * topics }, (_, i) => {
      const [thesis, startup] = [Math.floor(i / topics), i % topics];
      return { thesis, startup, predicted: predicted(thesis === startup) };
    });

  it('is 0 for one who knows, the whole for one who is wrong of all, and without width', () => {
    const { value, low, high } = calibrationError(
      sureOf(6, (right) => (right ? 1 : 0)),
      6,
      0.1,
      50,
    );
    expect([value, low, high]).toEqual([0, 0, 0]);
    expect(
      calibrationError(
        sureOf(6, (right) => (right ? 0 : 1)),
        6,
        0.1,
        50,
      ),
    ).toEqual({ value: expect.closeTo(1, 12), low: expect.closeTo(1, 12), high: expect.closeTo(1, 12) });
  });

  it('is that of the reliability diagram, and lies about its interval', () => {
    const calibration = { slope: 5, intercept: -2 };
    const pairs = Array.from({ length: 400 }, (_, i) => ({
      thesis: Math.floor(i / 20),
      startup: i % 20,
      cosine: Math.sin(i * 7.3),
    }));
    const cosines = (right: boolean) =>
      pairs.filter((p) => (p.thesis === p.startup) === right).map(({ cosine }) => cosine);
    const { ece } = calibrationQuality(calibration, { positive: cosines(true), negative: cosines(false) }, 0.1);
    const estimate = calibrationError(
      pairs.map(({ cosine, ...pair }) => ({ ...pair, predicted: 1 / (1 + Math.exp(2 - 5 * cosine)) })),
      20,
      0.1,
      200,
    );
    expect(estimate.value).toBeCloseTo(ece, 10);
    expect(estimate.low).toBeLessThan(estimate.high);
  });
});
