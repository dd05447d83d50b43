import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rerank } from './rerank.ts';
import { nearest } from './vector-index.ts';
import { NEAR_DUPLICATE } from './weights.ts';

const item = fc.record({
  score: fc.double({ min: 0, max: 100, noNaN: true }),
  windows: fc.array(fc.int8Array({ minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
});
const ranked = fc.array(item, { maxLength: 30 }).map((items) => items.toSorted((a, b) => b.score - a.score));

test('is a permutation, whatever the strength', () => {
  fc.assert(
    fc.property(ranked, fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), (items, count, diversity) => {
      const order = rerank(items, count, diversity);
      expect(order).toHaveLength(items.length);
      expect(new Set(order)).toEqual(new Set(items));
    }),
  );
});

test('at strength 0 it is the pure ranking', () => {
  fc.assert(
    fc.property(ranked, (items) => {
      expect(rerank(items, 30, 0)).toEqual(items);
    }),
  );
});

/** The definition, looking at every candidate for every place. */
function plainGreedy(items: readonly { score: number; windows: Int8Array[] }[], count: number, diversity: number) {
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
      expect(rerank(items, count, diversity)).toEqual(plainGreedy(items, count, diversity));
    }),
  );
});

test('a near duplicate gives way to one that is nearly as good and different', () => {
  const a = { score: 90, windows: [Int8Array.of(127, 0, 0, 0)], name: 'a' };
  const copy = { score: 89, windows: [Int8Array.of(127, 1, 0, 0)], name: 'copy' };
  const other = { score: 85, windows: [Int8Array.of(0, 127, 0, 0)], name: 'other' };
  expect(rerank([a, copy, other], 3, 0.1).map(({ name }) => name)).toEqual(['a', 'other', 'copy']);
  expect(rerank([a, copy, other], 3, 0.01).map(({ name }) => name)).toEqual(['a', 'copy', 'other']);
});
