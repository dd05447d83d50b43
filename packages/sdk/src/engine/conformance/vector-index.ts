import { cosine, type VectorIndex } from '../vector-index.ts';
import { type ConformanceCase, check } from './case.ts';

const DIMENSIONS = 8;

/** A vector of our own making, different for each seed. */
const vector = (seed: number): Int8Array =>
  Int8Array.from({ length: DIMENSIONS }, (_, d) => Math.round(127 * Math.sin(1 + seed * 7.13 + d * 2.71)));

function expectIds(
  index: VectorIndex,
  query: Int8Array,
  limit: number,
  ids: readonly string[],
  accept?: (id: string) => boolean,
): void {
  const found = index.search([query], limit, accept).map(({ id }) => id);
  check(found.join() === ids.join(), `expected ${ids.join()}, found ${found.join()}`);
}

/**
 * The suite that every {@link VectorIndex} must pass.
 *
 * @param make gives an empty index of this many dimensions; called once for each case.
 */
export function vectorIndexConformance(make: (dimensions: number) => VectorIndex): ConformanceCase[] {
  const filled = (count: number): VectorIndex => {
    const index = make(DIMENSIONS);
    for (let i = 0; i < count; i++) index.set(`p${i}`, [vector(i)]);
    return index;
  };
  const ranked = (query: Int8Array, seeds: readonly number[]): string[] =>
    [...seeds].sort((a, b) => cosine(query, vector(b)) - cosine(query, vector(a))).map((seed) => `p${seed}`);
  const seeds = (count: number) => Array.from({ length: count }, (_, i) => i);

  return [
    {
      name: 'finds nothing when empty',
      async run() {
        check(make(DIMENSIONS).search([vector(1)], 10).length === 0, 'an empty index found something');
      },
    },
    {
      name: 'ranks by cosine, whatever the length of the vectors, and stops at the limit',
      async run() {
        const index = filled(300);
        expectIds(index, vector(42), 10, ranked(vector(42), seeds(300)).slice(0, 10));
        const half = vector(42).map((x) => Math.trunc(x / 2));
        index.set('p42', [half]);
        const [best] = index.search([half], 1);
        check(best?.id === 'p42' && Math.abs(best.cosine - 1) < 1e-6, 'a vector must find itself at cosine 1');
      },
    },
    {
      name: 'replaces under the same id and removes',
      async run() {
        const index = filled(20);
        index.set('p3', [vector(99)]);
        check(index.size === 20, `size ${index.size} after replacing one of 20`);
        check(index.search([vector(99)], 1)[0]?.id === 'p3', 'the new vector of p3 was not found');
        index.delete('p3');
        index.delete('unknown');
        check(index.size === 19, `size ${index.size} after removing one of 20`);
        expectIds(
          index,
          vector(0),
          50,
          ranked(
            vector(0),
            seeds(20).filter((seed) => seed !== 3),
          ),
        );
      },
    },
    {
      name: 'takes several vectors of an id and of a query, and counts the nearest pair once',
      async run() {
        const index = filled(10);
        index.set('p0', [vector(50), vector(60)]);
        check(index.size === 10, `size ${index.size} after giving one of 10 two vectors`);
        const hits = index.search([vector(60), vector(7)], 3);
        check(new Set(hits.map(({ id }) => id)).size === 3, 'an id was found twice');
        check(
          ['p0', 'p7'].every((id) => hits.slice(0, 2).some((hit) => hit.id === id)),
          'p0 and p7 must be nearest',
        );
        index.set('p0', [vector(1)]);
        check((index.search([vector(60)], 1)[0]?.cosine ?? 0) < 0.999, 'a vector that was replaced is still found');
      },
    },
    {
      name: 'lets only accepted ids through',
      async run() {
        const even = (id: string) => Number(id.slice(1)) % 2 === 0;
        expectIds(
          filled(20),
          vector(5),
          3,
          ranked(
            vector(5),
            seeds(20).filter((s) => s % 2 === 0),
          ).slice(0, 3),
          even,
        );
      },
    },
    {
      name: 'breaks ties by id, so that the order of writes does not show',
      async run() {
        for (const order of [
          ['b', 'a', 'c'],
          ['c', 'b', 'a'],
        ]) {
          const index = make(DIMENSIONS);
          for (const id of order) index.set(id, [vector(1)]);
          expectIds(index, vector(1), 3, ['a', 'b', 'c']);
        }
      },
    },
    {
      name: 'refuses vectors of another length',
      async run() {
        for (const use of [
          (i: VectorIndex) => i.set('x', [new Int8Array(3)]),
          (i: VectorIndex) => i.search([new Int8Array(3)], 1),
        ]) {
          let error: unknown;
          try {
            use(filled(1));
          } catch (e) {
            error = e;
          }
          check(error instanceof RangeError, 'a vector of 3 dimensions must throw a RangeError');
        }
      },
    },
  ];
}
