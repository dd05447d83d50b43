import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNTS, type Corridor, corridorsOf, totalOf } from './rows.ts';

const country = fc.constantFrom('KZ', 'AZ', 'UZ', 'TR', 'HU') as fc.Arbitrary<Corridor['from']>;
const count = fc.option(fc.integer({ min: 5, max: 90 }));
const corridor: fc.Arbitrary<Corridor> = fc.record({
  from: country,
  to: country,
  offers: count,
  introductions: count,
  acceptances: count,
});
const corridors = fc.uniqueArray(corridor, { selector: ({ from, to }) => from + to });

test('all corridors are there, the most introductions first and those not told last', () => {
  fc.assert(
    fc.property(corridors, (items) => {
      const rows = corridorsOf(items, '');
      expect(new Set(rows)).toEqual(new Set(items));
      const introductions = rows.map((row) => row.introductions ?? 0);
      expect(introductions).toEqual(introductions.toSorted((a, b) => b - a));
      expect(corridorsOf(items.toReversed(), '')).toEqual(rows);
    }),
  );
});

test('of one country those that begin or end there', () => {
  fc.assert(
    fc.property(corridors, country, (items, one) => {
      const rows = corridorsOf(items, one);
      for (const item of items) expect(rows.includes(item)).toBe(item.from === one || item.to === one);
    }),
  );
});

test('a total is that of the counts that are told', () => {
  const row = (introductions: number | null): Corridor => ({
    ...{ from: 'KZ', to: 'AZ', offers: null, acceptances: null },
    introductions,
  });
  expect(totalOf([row(5), row(null), row(7)], 'introductions')).toBe(12);
  expect(totalOf([row(null)], 'introductions')).toBe(null);
  for (const name of COUNTS) expect(totalOf([], name)).toBe(null);
});
