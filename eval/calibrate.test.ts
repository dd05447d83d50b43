import { describe, expect, it } from 'vitest';
import { calibrate } from './calibrate.ts';
import { createTestEmbedder } from './test-embedder.ts';
import { LANGUAGES } from './texts.ts';

describe('the calibration on the corpus', () => {
  it('fits on dev, and reports dev, test and the ways to embed long texts', async () => {
    const context = { createEmbedder: async () => createTestEmbedder(), progress: () => {} };
    const report = (await calibrate.run([], context)) as Record<'dev' | 'test' | 'calibration' | 'longText', never>;
    expect(report).toMatchObject({
      model: 'test-trigrams@1',
      dev: { all: { pairs: { positive: 25 * 9 * 9, negative: 25 * 24 * 81 } } },
      test: { all: { pairs: { positive: 68 * 9 * 9, negative: 68 * 67 * 81 } } },
      longText: { asIs: { whole: expect.any(Number) }, joined: { whole: expect.any(Number) } },
    });
    expect(Object.keys((report.dev as { byLang: object }).byLang)).toEqual([...LANGUAGES]);
    // Even spelling tells the classes apart a little: better than knowing nothing, on the split it was fitted on.
    expect((report.dev as { all: { logLoss: number } }).all.logLoss).toBeLessThan(Math.LN2);
    expect((report.calibration as { slope: number }).slope).toBeGreaterThan(0);
  });

  it('takes no arguments', async () => {
    const context = { createEmbedder: async () => createTestEmbedder(), progress: () => {} };
    await expect(calibrate.run(['dev'], context)).rejects.toThrow('expected 0 positional argument(s), got 1');
  });
});
