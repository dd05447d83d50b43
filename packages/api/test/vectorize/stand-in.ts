/**
 * A local stand-in of the Vectorize binding, in memory: the methods, the limits and the errors that the
 * documentation describes. Mutations are taken in order and become visible when the test says so.
 *
 * @module
 */
import type {
  Vectorize,
  VectorizeIndexInfo,
  VectorizeMatch,
  VectorizeQueryOptions,
  VectorizeVector,
} from '@cloudflare/workers-types';
import { checkIds, checkVectors } from './check.ts';
import { checkFilter, type IndexType, indexed, passesFilter } from './filter.ts';
import { bytesOf, LIMITS, VectorizeFailure } from './limits.ts';

interface Mutation {
  readonly id: string;
  readonly apply: () => void;
}

interface Options {
  readonly dimensions: number;
  /** Created before any vector: those that were there before are not found by them. */
  readonly metadataIndexes?: readonly { readonly name: string; readonly type: IndexType }[];
  /** Smaller bounds of the whole index, which no test fills. @default as documented */
  readonly vectors?: number;
  readonly namespaces?: number;
  /** Scores without `returnValues` are approximate. @default as they are */
  readonly approximate?: (score: number, id: string) => number;
}

export interface StandIn extends Vectorize {
  /** Makes so many of the waiting mutations visible, in their order. @default all */
  settle(mutations?: number): void;
  /** Mutations that are taken and not visible yet. */
  readonly waiting: number;
  /** How often each method was called. */
  readonly calls: Readonly<Record<'upsert' | 'insert' | 'deleteByIds' | 'query' | 'getByIds' | 'describe', number>>;
  /** Ids of all vectors that are visible. */
  readonly ids: readonly string[];
}

export function standIn(options: Options): StandIn {
  const { dimensions, metadataIndexes = [], approximate = (score) => score } = options;
  if (dimensions > LIMITS.dimensions) throw new RangeError(`at most ${LIMITS.dimensions} dimensions`);
  if (metadataIndexes.length > LIMITS.metadataIndexes)
    throw new RangeError(`at most ${LIMITS.metadataIndexes} metadata indexes`);
  const indexes = new Map(metadataIndexes.map(({ name, type }) => [name, type]));
  const visible = new Map<string, VectorizeVector>();
  const queue: Mutation[] = [];
  const calls = { upsert: 0, insert: 0, deleteByIds: 0, query: 0, getByIds: 0, describe: 0 };
  let processed: { id: string; at: string } | undefined;

  function mutate(apply: () => void) {
    const id = crypto.randomUUID();
    queue.push({ id, apply });
    return { mutationId: id };
  }

  /** What is bounded in the whole index is found when a mutation is worked off: the write was taken long before. */
  function put(vectors: readonly VectorizeVector[], keep: boolean): void {
    const spaces = new Set([...visible.values()].map(({ namespace }) => namespace));
    for (const vector of vectors) {
      if (keep && visible.has(vector.id)) continue;
      const isFull = !visible.has(vector.id) && visible.size >= (options.vectors ?? LIMITS.vectors);
      if (isFull || (!spaces.has(vector.namespace) && spaces.size >= (options.namespaces ?? LIMITS.namespaces)))
        continue;
      visible.set(vector.id, vector);
      spaces.add(vector.namespace);
    }
  }

  const copy = (vectors: readonly VectorizeVector[]) =>
    vectors.map((vector) => ({ ...structuredClone(vector), values: Float32Array.from(vector.values) }));
  const indexedOf = ({ metadata = {} }: VectorizeVector, names: readonly string[] = [...indexes.keys()]) =>
    new Map(names.map((name) => [name, indexed(metadata[name], indexes.get(name) as IndexType)]));

  function run(vector: Float32Array, { topK = LIMITS.topKDefault, ...asked }: VectorizeQueryOptions) {
    const { namespace, filter, returnValues = false, returnMetadata = 'none' } = asked;
    if (typeof returnMetadata !== 'string')
      throw new VectorizeFailure(
        'QUERY',
        40026,
        'Failed to parse the request body as JSON: returnMetadata: expected value',
      );
    if (vector.length !== dimensions)
      throw new VectorizeFailure(
        'QUERY',
        40006,
        `invalid query vector, expected ${dimensions} dimensions, and got ${vector.length} dimensions`,
      );
    const most = returnValues || returnMetadata === 'all' ? LIMITS.topKWithValues : LIMITS.topK;
    if (topK < 1 || topK > most) throw new VectorizeFailure('QUERY', 40025, `max top K is ${most}, but got ${topK}`);
    if (namespace !== undefined && bytesOf(namespace) > LIMITS.namespaceBytes)
      throw new VectorizeFailure('QUERY', 0, `namespace too long; max is ${LIMITS.namespaceBytes} bytes`);
    if (filter) checkFilter(filter, indexes);
    const matches = [...visible.values()]
      .filter(
        (found) =>
          (namespace === undefined || found.namespace === namespace) &&
          (!filter || passesFilter(filter, indexedOf(found, Object.keys(filter)))),
      )
      .map((found) => ({ found, score: scoreOf(cosine(vector, found.values), found.id, returnValues) }))
      .sort((a, b) => b.score - a.score || (a.found.id < b.found.id ? -1 : 1))
      .slice(0, topK)
      .map(({ found, score }) => shown(found, score, returnValues, returnMetadata));
    return { count: matches.length, matches };
  }

  const scoreOf = (score: number, id: string, exact: boolean) => (exact ? score : approximate(score, id));

  function shown(found: VectorizeVector, score: number, values: boolean, metadata: string): VectorizeMatch {
    const { id, namespace } = found;
    const held = metadata === 'all' ? found.metadata : Object.fromEntries(indexedOf(found));
    return {
      id,
      score,
      ...(namespace !== undefined && { namespace }),
      ...(values && { values: found.values }),
      ...(metadata !== 'none' && { metadata: held as NonNullable<VectorizeMatch['metadata']> }),
    };
  }

  return {
    async insert(vectors) {
      calls.insert++;
      checkVectors('INSERT', vectors, dimensions);
      const taken = copy(vectors);
      return mutate(() => put(taken, true));
    },
    async upsert(vectors) {
      calls.upsert++;
      checkVectors('UPSERT', vectors, dimensions);
      const taken = copy(vectors);
      return mutate(() => put(taken, false));
    },
    async deleteByIds(ids) {
      calls.deleteByIds++;
      checkIds('DELETE', ids);
      const taken = [...ids];
      return mutate(() => taken.forEach((id) => void visible.delete(id)));
    },
    async getByIds(ids) {
      calls.getByIds++;
      checkIds('GET', ids);
      return copy(ids.flatMap((id) => visible.get(id) ?? []));
    },
    async query(vector, asked = {}) {
      calls.query++;
      return run(Float32Array.from(vector), asked);
    },
    async queryById(id, asked = {}) {
      const found = visible.get(id);
      return found ? run(Float32Array.from(found.values), asked) : { count: 0, matches: [] };
    },
    async describe() {
      calls.describe++;
      // The types say number; the documentation says UUID and datetime.
      return {
        vectorCount: visible.size,
        dimensions,
        processedUpToDatetime: processed?.at,
        processedUpToMutation: processed?.id,
      } as unknown as VectorizeIndexInfo;
    },
    settle(mutations = queue.length) {
      for (const { id, apply } of queue.splice(0, mutations)) {
        apply();
        processed = { id, at: new Date().toISOString() };
      }
    },
    get waiting() {
      return queue.length;
    },
    calls,
    get ids() {
      return [...visible.keys()];
    },
  };
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  return dot / (Math.sqrt(aa * bb) || 1);
}
