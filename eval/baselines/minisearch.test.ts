import { describe, expect, it } from 'vitest';
import { minisearch } from './minisearch.ts';

describe('MiniSearch', () => {
  const scores = (query: string, candidates: string[]) => Array.from(minisearch([query], candidates)(0));

  it('scores what shares a term above what does not, which gets 0', () => {
    const [soil, none] = scores('soil moisture', ['soil probes', 'wine cellar']) as [number, number];
    expect(soil).toBeGreaterThan(0);
    expect(none).toBe(0);
  });
  it('finds a longer word by its beginning, and a word with a wrong letter', () => {
    expect(scores('irrig', ['irrigation'])[0]).toBeGreaterThan(0);
    expect(scores('moistrue', ['moisture'])[0]).toBeGreaterThan(0);
  });
});
