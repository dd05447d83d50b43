/**
 * Ours and its peers behind one shape. All are given the same vectors, and each row with two marks, one of a tenth
 * of the rows and one of a hundredth, of which a search may ask for either.
 *
 * @module
 */
import { statSync } from 'node:fs';
import { createVectorIndex } from '../../packages/sdk/src/engine/vector-index.ts';

export const K = 10;

/** What a search lets pass, and every how manieth row that is. */
export const GATES = { all: 1, tenth: 10, hundredth: 100 } as const;
export type Gate = keyof typeof GATES;

const passes = (gate: Gate, row: number): boolean => row % GATES[gate] === 0;

/** An index of rows that are numbered in the order in which they are added. */
export interface Engine {
  add(vector: Int8Array): unknown;
  /**
   * The numbers of the nearest rows.
   *
   * @param effort how far a graph looks about, from `K` up; what is exact has no use for it.
   */
  search(query: Int8Array, gate: Gate, effort: number): unknown;
  /** The rows of what `search` gave. */
  rows(found: never): number[];
  /** Bytes that it holds beside the heap of JavaScript; absent: array buffers. */
  bytes?(file: string): number;
  readonly isExact: boolean;
}

/** The way to make an empty one of `most` rows at most. */
export type MakeEngine = (most: number) => Engine | Promise<Engine>;

/** @param resolve finds the peers. */
export const engines = (resolve: NodeJS.Require): Readonly<Record<string, MakeEngine>> => ({
  ours: () => scanning(undefined),
  plain_javascript: () => scanning(null),
  orama: () => orama(resolve('@orama/orama')),
  usearch: () => usearch(resolve('usearch')),
  hnswlib_node: (most) => hnswlib(resolve('hnswlib-node'), most),
});

function scanning(scan: null | undefined): Engine {
  const index = createVectorIndex(384, scan);
  return {
    isExact: true,
    add(vector) {
      const row = index.size;
      const marks = Object.keys(GATES).filter((gate) => passes(gate as Gate, row));
      index.set(String(row), [vector], marks);
    },
    search: (query, gate) => index.search([query], K, undefined, gate === 'all' ? [] : [[gate]]),
    rows: (found: readonly { readonly id: string }[]) => found.map(({ id }) => Number(id)),
    bytes: () => index.memoryBytes,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the peers are installed later, and have no types here.
type Peer = any;

/** Its vector search goes through all vectors that the filter lets pass. */
async function orama({ create, insert, search }: Peer): Promise<Engine> {
  const db = await create({ schema: { vector: 'vector[384]', tenth: 'boolean', hundredth: 'boolean' } });
  let count = 0;
  return {
    isExact: true,
    add(vector) {
      const row = count++;
      const gates = { tenth: passes('tenth', row), hundredth: passes('hundredth', row) };
      return insert(db, { id: String(row), vector: Array.from(vector), ...gates });
    },
    // What is no nearer than by chance is left out, where there is enough that is: fewer to sort.
    search: (query, gate) =>
      search(db, {
        mode: 'vector',
        vector: { value: Float32Array.from(query), property: 'vector' },
        similarity: gate === 'hundredth' ? -1 : 0,
        limit: K,
        ...(gate !== 'all' && { where: { [gate]: true } }),
      }),
    rows: (found: { hits: readonly { readonly id: string }[] }) => found.hits.map(({ id }) => Number(id)),
  };
}

/**
 * It has no filter in JavaScript: more are fetched, and those that do not pass are left out. In half precision:
 * its int8 is of vectors of length 1, and too coarse for the recall that is asked.
 */
function usearch({ Index, MetricKind, ScalarKind }: Peer): Engine {
  const [metric, quantization] = [MetricKind.Cos, ScalarKind.F16];
  const index = new Index({ dimensions: 384, metric, quantization, connectivity: 16 });
  return {
    isExact: false,
    add: (vector) => index.add(BigInt(index.size()), unit(vector), 1),
    search(query, gate, effort) {
      const { keys } = index.search(unit(query), Math.min(effort * GATES[gate], index.size()), 1);
      const found: number[] = [];
      for (let i = 0; i < keys.length && found.length < K; i++)
        if (passes(gate, Number(keys[i]))) found.push(Number(keys[i]));
      return found;
    },
    rows: (found: number[]) => found,
    bytes(file) {
      index.save(file);
      return statSync(file).size;
    },
  };
}

function hnswlib({ HierarchicalNSW }: Peer, most: number): Engine {
  const index = new HierarchicalNSW('cosine', 384);
  index.initIndex(most, 16, 200, 10);
  return {
    isExact: false,
    add: (vector) => index.addPoint(Array.from(vector), index.getCurrentCount()),
    search(query, gate, effort) {
      index.setEf(effort);
      return index.searchKnn(Array.from(query), K, gate === 'all' ? undefined : (row: number) => passes(gate, row));
    },
    rows: (found: { readonly neighbors: number[] }) => found.neighbors,
    bytes(file) {
      index.writeIndexSync(file);
      return statSync(file).size;
    },
  };
}

const unit = (vector: Int8Array): Float32Array => {
  const length = Math.hypot(...vector);
  return Float32Array.from(vector, (x) => x / length);
};
