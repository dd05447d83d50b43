import type { RankedRelevance } from '@kopru/sdk/metrics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, MEASURE_NAMES } from './figures.ts';
import { SYSTEMS } from './systems.ts';

const ranking = fc.array(fc.boolean(), { minLength: 3, maxLength: 12 }).filter((ranked) => ranked.includes(true));
const rankings = fc.array(fc.tuple(ranking, ranking, ranking), { minLength: 1, maxLength: 12 }).map((queries) => ({
  kopru: queries.map(([ranked]) => ranked),
  embedding: queries.map(([, ranked]) => ranked),
  minisearch: queries.map(([, , ranked]) => ranked),
}));

/** A query whose right answer stands at a rank, from 1, among ten. */
const foundAt = (place: number): RankedRelevance => Array.from({ length: 10 }, (_, i) => i + 1 === place);

describe('the figures of three systems', () => {
  test('lie within their intervals, which lie in [0, 1]', () => {
    fc.assert(
      fc.property(rankings, fc.nat(), (of, seed) => {
        const { systems } = compare(of, { seed });
        for (const system of SYSTEMS)
          for (const measure of MEASURE_NAMES) {
            const { value, low, high } = systems[system][measure];
            expect(low).toBeGreaterThanOrEqual(0);
            expect(low).toBeLessThanOrEqual(value + 1e-9);
            expect(high).toBeGreaterThanOrEqual(value - 1e-9);
            expect(high).toBeLessThanOrEqual(1 + 1e-9);
          }
      }),
      { numRuns: 30 },
    );
  });

  test('of two that rank alike have ratios of 1 without any width, for both meet the same samples', () => {
    const same = [1, 3, 5, 9].map(foundAt);
    const { ratios } = compare({ kopru: same, embedding: same, minisearch: [2, 6, 10, 4].map(foundAt) }, { seed: 1 });
    for (const measure of MEASURE_NAMES) expect(ratios.embedding[measure]).toEqual({ value: 1, low: 1, high: 1 });
    expect(ratios.minisearch.mrr?.value).toBeCloseTo(
      (1 + 1 / 3 + 1 / 5 + 1 / 9) / (1 / 2 + 1 / 6 + 1 / 10 + 1 / 4),
      12,
    );
    expect(ratios.minisearch.mrr?.low).toBeLessThan(ratios.minisearch.mrr?.high ?? 0);
  });

  test('have no ratio to a system that has nothing', () => {
    const of = { kopru: [foundAt(1)], embedding: [foundAt(1)], minisearch: [foundAt(6)] };
    const { ratios } = compare(of, { seed: 1 });
    expect(ratios.minisearch.precision5).toBeNull();
    expect(ratios.minisearch.mrr?.value).toBe(6);
  });

  test('have the same intervals for the same seed, and others for another', () => {
    const of = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 3, 5].map(foundAt);
    const figures = (seed: number) => compare({ kopru: of, embedding: of, minisearch: of }, { seed }).systems.kopru.mrr;
    expect(figures(7)).toEqual(figures(7));
    expect(figures(7).value).toBe(figures(8).value);
    expect(figures(7)).not.toEqual(figures(8));
  });
});
