import type { Vectorize, VectorizeVectorMetadataFilter } from '@cloudflare/workers-types';
import type { Vector } from '@kopru/sdk/engine';
import { filterFor, keyOfId, PARTS, type Sought } from './layout.ts';
import { TOP_K } from './limits.ts';

/** Most queries of a list: six run at once, so that these are six turns. */
const MOST_QUERIES = 32;

/**
 * The filters by which the candidates of a list are asked for. One query gives a hundred, of which too many may not
 * be what the score, which knows more than the text, puts first: so it is asked part by part. A text of many windows,
 * of which each brings its hundred, takes fewer parts.
 */
export function filtersFor(sought: Sought, windows: number): VectorizeVectorMetadataFilter[] {
  const groups = Math.min(PARTS, Math.floor(MOST_QUERIES / Math.max(1, windows)));
  if (groups < 2) return [filterFor(sought)];
  return Array.from({ length: groups }, (_, group) => {
    const parts = Array.from({ length: PARTS }, (_, part) => part).filter((part) => part % groups === group);
    return filterFor(sought, parts);
  });
}

/**
 * Keys of the profiles nearest to any of the windows, the nearest first, by the scores of Vectorize, which are
 * approximate.
 */
export async function nearestKeys(
  vectors: Vectorize,
  namespace: string,
  windows: readonly Vector[],
  filters: readonly VectorizeVectorMetadataFilter[],
): Promise<string[]> {
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
  return [...best].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([key]) => key);
}
