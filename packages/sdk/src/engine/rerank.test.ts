import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rerank } from './rerank.ts';
import { nearest } from './vector-index.ts';
import { NEAR_DUPLICATE } from './weights.ts';

const windows = fc.array(fc.int8Array({ minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 2 });
const score = fc.double({ min: 0, max: 100, noNaN: true });
const ranked = fc
  .array(fc.record({ score, windows }), { maxLength: 30 })
  .map((items) => items.toSorted((a, b) => b.score - a.score).map((one, at) => ({ ...one, id: String(at) })));
const strength = fc.double({ min: 0, max: 1, noNaN: true });
const prices = fc
  .array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 30 })
  .map((values) => new Map(values.map((price, at) => [String(at), price])));

test('is a permutation, whatever the strengths and prices', () => {
  fc.assert(
    fc.property(ranked, fc.nat(40), strength, strength, prices, (items, count, diversity, fairness, byId) => {
      const order = rerank(items, count, { diversity, fairness, prices: byId });
      expect(order).toHaveLength(items.length);
      expect(new Set(order)).toEqual(new Set(items));
    }),
  );
});

test('at strength 0 it is the pure ranking, whatever the prices', () => {
  fc.assert(
    fc.property(ranked, fc.nat(40), prices, (items, count, byId) => {
      expect(rerank(items, count, { diversity: 0, fairness: 0, prices: byId })).toEqual(items);
    }),
  );
});

test('without prices, fairness changes nothing', () => {
  fc.assert(
    fc.property(ranked, fc.nat(40), strength, strength, (items, count, diversity, fairness) => {
      expect(rerank(items, count, { diversity, fairness })).toEqual(rerank(items, count, { diversity, fairness: 0 }));
    }),
  );
});

test('orders by score less strength times price', () => {
  fc.assert(
    fc.property(ranked, strength, prices, (items, fairness, byId) => {
      const worth = ({ id, score: points }: { id: string; score: number }) => points - fairness * (byId.get(id) ?? 0);
      const order = rerank(items, 30, { diversity: 0, fairness, prices: byId }).map(worth);
      expect(order).toEqual(order.toSorted((a, b) => b - a));
    }),
  );
});

test('a higher price never moves a candidate up', () => {
  fc.assert(
    fc.property(
      ranked,
      strength,
      prices,
      fc.double({ min: 0, max: 50, noNaN: true }),
      (items, fairness, byId, more) => {
        const place = (by: ReadonlyMap<string, number>) =>
          rerank(items, 30, { diversity: 0, fairness, prices: by }).findIndex(({ id }) => id === '0');
        const dearer = new Map([...byId, ['0', (byId.get('0') ?? 0) + more]] as const);
        expect(place(dearer)).toBeGreaterThanOrEqual(place(new Map([...byId, ['0', byId.get('0') ?? 0]] as const)));
      },
    ),
  );
});

/** The definition, looking at every candidate for every place. */
function plainGreedy(
  items: readonly { id: string; score: number; windows: Int8Array[] }[],
  count: number,
  diversity: number,
) {
  const left = [...items];
  const picked: typeof left = [];
  while (picked.length < count && left.length > 0) {
    const value = (one: (typeof left)[number]) => {
      const above = picked.map((p) => (nearest(one.windows, p.windows) - NEAR_DUPLICATE) / (1 - NEAR_DUPLICATE));
      return one.score - 100 * diversity * Math.max(0, ...above);
    };
    const best = left.reduce((b, one) => (value(one) > value(b) ? one : b));
    picked.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return [...picked, ...left];
}

test('equals the plain greedy definition, which looks at every candidate', () => {
  fc.assert(
    fc.property(ranked, fc.nat(30), fc.double({ min: 0.01, max: 1, noNaN: true }), (items, count, diversity) => {
      expect(rerank(items, count, { diversity })).toEqual(plainGreedy(items, count, diversity));
    }),
  );
});

test('a near duplicate gives way to one that is nearly as good and different', () => {
  const a = { score: 90, windows: [Int8Array.of(127, 0, 0, 0)], id: 'a' };
  const copy = { score: 89, windows: [Int8Array.of(127, 1, 0, 0)], id: 'copy' };
  const other = { score: 85, windows: [Int8Array.of(0, 127, 0, 0)], id: 'other' };
  expect(rerank([a, copy, other], 3, { diversity: 0.1 }).map(({ id }) => id)).toEqual(['a', 'other', 'copy']);
  expect(rerank([a, copy, other], 3, { diversity: 0.01 }).map(({ id }) => id)).toEqual(['a', 'copy', 'other']);
});
