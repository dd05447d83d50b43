import type { Vector } from './embed.ts';
import { nearest } from './vector-index.ts';
import { DIVERSITY, FAIRNESS, NEAR_DUPLICATE } from './weights.ts';

/** What the rerank needs of a candidate. */
export interface Rankable {
  readonly id: string;
  readonly score: number;
  readonly windows: readonly Vector[];
}

export interface RerankOptions {
  /** Strength of the diversity in [0,1]. @default DIVERSITY */
  readonly diversity?: number;
  /** Strength of the exposure fairness in [0,1]. @default FAIRNESS */
  readonly fairness?: number;
  /** Exposure price of candidates by id, in points of the score (`computeExposure`). @default none, all 0 */
  readonly prices?: ReadonlyMap<string, number>;
}

/**
 * Orders candidates by what is good for the whole market: first by score less `fairness` times
 * price, then so that near duplicates do not crowd the top. A permutation of its input; scores
 * stay as they are. With both strengths 0 it is the input order.
 *
 * @param ranked candidates by falling score.
 * @param count how many places to fill with diversity in mind; the rest keeps its order behind them.
 */
export function rerank<T extends Rankable>(
  ranked: readonly T[],
  count: number,
  { diversity = DIVERSITY, fairness = FAIRNESS, prices = new Map() }: RerankOptions = {},
): T[] {
  const priced = ranked.map((item) => ({ item, worth: item.score - fairness * (prices.get(item.id) ?? 0) }));
  // Untouched without prices: the ties of `ranked` were broken with care, and its order is the caller's.
  if (fairness !== 0 && prices.size > 0) priced.sort((a, b) => b.worth - a.worth);
  return (diversity === 0 ? priced : diversify(priced, count, diversity)).map(({ item }) => item);
}

interface Priced<T> {
  readonly item: T;
  readonly worth: number;
}

/** Greedy maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998) that only minds likeness above `NEAR_DUPLICATE`. */
function diversify<T extends Rankable>(ranked: readonly Priced<T>[], count: number, diversity: number): Priced<T>[] {
  const left = [...ranked];
  const likeness = new Map<Priced<T>, number>(left.map((one) => [one, 0]));
  const picked: Priced<T>[] = [];
  while (picked.length < count && left.length > 0) {
    const value = (one: Priced<T>) => one.worth - 100 * diversity * (likeness.get(one) as number);
    let best = 0;
    for (let i = 1; i < left.length; i++) {
      // The penalty only lowers, so a later one whose full worth is not above the best cannot win.
      if ((left[i] as Priced<T>).worth <= value(left[best] as Priced<T>)) break;
      if (value(left[i] as Priced<T>) > value(left[best] as Priced<T>)) best = i;
    }
    const [one] = left.splice(best, 1) as [Priced<T>];
    picked.push(one);
    for (const other of left) {
      const above = (nearest(one.item.windows, other.item.windows) - NEAR_DUPLICATE) / (1 - NEAR_DUPLICATE);
      if (above > (likeness.get(other) as number)) likeness.set(other, above);
    }
  }
  return [...picked, ...left];
}
