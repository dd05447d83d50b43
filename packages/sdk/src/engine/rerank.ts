import type { Vector } from './embed.ts';
import { nearest } from './vector-index.ts';
import { DIVERSITY, NEAR_DUPLICATE } from './weights.ts';

/** What the rerank needs of a candidate. */
export interface Rankable {
  readonly score: number;
  readonly windows: readonly Vector[];
}

/**
 * Orders candidates so that near duplicates do not crowd the top: greedy maximal marginal
 * relevance (Carbonell & Goldstein, SIGIR 1998) that only minds likeness above `NEAR_DUPLICATE`.
 * A permutation of its input; scores stay as they are.
 *
 * @param ranked candidates by falling score.
 * @param count how many places to fill; the rest keeps its order behind them.
 * @param diversity strength in [0,1]; 0 returns the input order. @default DIVERSITY
 */
export function rerank<T extends Rankable>(ranked: readonly T[], count: number, diversity: number = DIVERSITY): T[] {
  if (diversity === 0) return [...ranked];
  const left = [...ranked];
  const likeness = new Map<T, number>(left.map((item) => [item, 0]));
  const picked: T[] = [];
  while (picked.length < count && left.length > 0) {
    const value = (item: T) => item.score - 100 * diversity * (likeness.get(item) as number);
    let best = 0;
    for (let i = 1; i < left.length; i++) {
      // The penalty only lowers, so a later item whose full score is not above the best cannot win.
      if ((left[i] as T).score <= value(left[best] as T)) break;
      if (value(left[i] as T) > value(left[best] as T)) best = i;
    }
    const [item] = left.splice(best, 1) as [T];
    picked.push(item);
    for (const other of left) {
      const above = (nearest(item.windows, other.windows) - NEAR_DUPLICATE) / (1 - NEAR_DUPLICATE);
      if (above > (likeness.get(other) as number)) likeness.set(other, above);
    }
  }
  return [...picked, ...left];
}
