import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAP, PLACES } from './places.ts';
import { arcOf, COUNTS, type Corridor, corridorsOf, drawn, totalOf } from './rows.ts';

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

test('the map draws what it has places for, the strongest on top, each direction by itself and inside its bounds', () => {
  const far = { from: 'DE', to: 'KZ', offers: 9, introductions: 9, acceptances: 9 } as const;
  fc.assert(
    fc.property(corridors, (items) => {
      const arcs = drawn([far, ...items]);
      expect(new Set(arcs)).toEqual(new Set(items));
      const introductions = arcs.map((arc) => arc.introductions ?? 0);
      expect(introductions).toEqual(introductions.toSorted((a, b) => a - b));
    }),
  );
  const codes = [...PLACES.keys()];
  const ways = codes.flatMap((from) => codes.flatMap((to) => (from === to ? [] : [arcOf({ from, to } as Corridor)])));
  expect(new Set(ways).size).toBe(56);
  for (const way of ways) {
    const [x0, y0, cx, cy, x1, y1] = (way.match(/-?\d+/g) ?? []).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const [x, y] = [(x0 + 2 * cx + x1) / 4, (y0 + 2 * cy + y1) / 4];
    expect(x > 0 && x < MAP.width && y > 0 && y < MAP.height, way).toBe(true);
  }
});
