import type { Vectorize, VectorizeVectorMetadataFilter } from '@cloudflare/workers-types';
import type { Vector } from '@kopru/sdk/engine';
import { filterFor, keyOfId, PARTS, type Sought } from './layout.ts';
import { TOP_K } from './limits.ts';

/** Most queries of a round: six run at once, so that these are six turns. */
const MOST_QUERIES = 32;

/**
 * The filters of each round. The first asks for the nearest of all; the second asks part by part, which finds up
 * to `PARTS` times as many. A text of many windows brings many already.
 */
export function roundsFor(sought: Sought, windows: number): VectorizeVectorMetadataFilter[][] {
  const groups = Math.min(PARTS, Math.floor(MOST_QUERIES / Math.max(1, windows)));
  if (groups < 2) return [[filterFor(sought)]];
  const parts = Array.from({ length: groups }, (_, group) =>
    Array.from({ length: PARTS }, (_, part) => part).filter((part) => part % groups === group),
  );
  return [[filterFor(sought)], parts.map((of) => filterFor(sought, of))];
}

/** What a round of queries found. */
interface Found {
  /** Keys of profiles, the nearest first. */
  readonly keys: readonly string[];
  /** There may be more than one query gives. */
  readonly isFull: boolean;
}

/** The profiles nearest to any of the windows, by the scores of Vectorize, which are approximate. */
export async function nearestKeys(
  vectors: Vectorize,
  namespace: string,
  windows: readonly Vector[],
  filters: readonly VectorizeVectorMetadataFilter[],
): Promise<Found> {
  const answers = await Promise.all(
    filters.flatMap((filter) =>
      windows.map((window) => vectors.query(Float32Array.from(window), { namespace, topK: TOP_K, filter })),
    ),
  );
  const best = new Map<string, number>();
  for (const { id, score } of answers.flatMap(({ matches }) => matches)) {
    const key = keyOfId(id);
    best.set(key, Math.max(score, best.get(key) ?? Number.NEGATIVE_INFINITY));
  }
  const keys = [...best].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([key]) => key);
  return { keys, isFull: answers.some(({ matches }) => matches.length >= TOP_K) };
}
