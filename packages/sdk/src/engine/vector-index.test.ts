import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVectorIndex, nearest } from './vector-index.ts';

const vector = fc.int8Array({ minLength: 6, maxLength: 6 });
const vectors = fc.array(vector, { minLength: 1, maxLength: 40 });
type Step = { readonly id: number; readonly vectors: Int8Array[] | null };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ id: fc.nat(12), vectors: fc.option(fc.array(vector, { minLength: 1, maxLength: 3 })) }),
  { maxLength: 80 },
);

test('after any history of writes and removals it equals an index built afresh from what is left', () => {
  fc.assert(
    fc.property(steps, vector, (history, query) => {
      const lived = createVectorIndex(6);
      const left = new Map<string, Int8Array[]>();
      for (const { id, vectors } of history) {
        if (vectors) {
          lived.set(`p${id}`, vectors);
          left.set(`p${id}`, vectors);
        } else {
          lived.delete(`p${id}`);
          left.delete(`p${id}`);
        }
      }
      const fresh = createVectorIndex(6);
      for (const [id, vectors] of left) fresh.set(id, vectors);
      expect(lived.size).toBe(left.size);
      expect(lived.search([query], 100)).toEqual(fresh.search([query], 100));
    }),
  );
});

test('cosines lie in [−1,1], fall along the list, and a shorter list is its head', () => {
  fc.assert(
    fc.property(vectors, vector, fc.nat(50), (all, query, limit) => {
      const index = createVectorIndex(6);
      for (const [i, vector] of all.entries()) index.set(`p${i}`, [vector]);
      const hits = index.search([query], 1000);
      expect(hits).toHaveLength(all.length);
      for (const [i, { cosine }] of hits.entries()) {
        expect(Math.abs(cosine)).toBeLessThanOrEqual(1 + 1e-6);
        if (i > 0) expect(cosine).toBeLessThanOrEqual(hits[i - 1]!.cosine);
      }
      expect(index.search([query], limit)).toEqual(hits.slice(0, limit));
    }),
  );
});

test('the nearest pair of vectors counts, whichever of a query and whichever of an id it is', () => {
  const several = fc.array(vector, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(several, several, (own, query) => {
      const index = createVectorIndex(6);
      index.set('other', [Int8Array.of(1, 2, 3, 4, 5, 6)]);
      index.set('own', own);
      const hit = index.search(query, 2).find(({ id }) => id === 'own');
      expect(hit?.cosine).toBeCloseTo(nearest(own, query), 5);
    }),
  );
});
