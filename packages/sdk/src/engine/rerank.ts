import type { Vector } from './embed.ts';
import { lengthsOf, nearest } from './vector-index.ts';
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

/** What is left to pick from, and how like it is to the first so many that were picked. */
interface Left<T> {
  readonly one: Priced<T>;
  likeness: number;
  compared: number;
  /** Of its vectors, once they are compared. */
  lengths?: readonly number[];
}

/**
 * Greedy maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998) that only minds likeness above
 * `NEAR_DUPLICATE`. Likeness only lowers a value, so that none but the best need be compared with all
 * that were picked: of 500 for a list of 20 a few hundred pairs, not 10,000.
 */
function diversify<T extends Rankable>(ranked: readonly Priced<T>[], count: number, diversity: number): Priced<T>[] {
  const left = ranked.map((one): Left<T> => ({ one, likeness: 0, compared: 0 }));
  const picked: Left<T>[] = [];
  const value = ({ one, likeness }: Left<T>) => one.worth - 100 * diversity * likeness;

  /** The first of those with the greatest value that is known. */
  function best(): Left<T> {
    let found = left[0] as Left<T>;
    for (const other of left) {
      // A later one whose full worth is not above the best cannot win.
      if (other !== found && other.one.worth <= value(found)) break;
      if (value(other) > value(found)) found = other;
    }
    return found;
  }

  /** Compares one with those picked since it last was. @returns whether its value fell */
  function falls(candidate: Left<T>): boolean {
    const before = candidate.likeness;
    for (; candidate.compared < picked.length; candidate.compared++) {
      const alike = likenessOf(candidate, picked[candidate.compared] as Left<T>);
      candidate.likeness = Math.max(candidate.likeness, (alike - NEAR_DUPLICATE) / (1 - NEAR_DUPLICATE));
    }
    return candidate.likeness > before;
  }

  while (picked.length < count && left.length > 0) {
    let next = best();
    while (falls(next)) next = best();
    left.splice(left.indexOf(next), 1);
    picked.push(next);
  }
  return [...picked, ...left].map(({ one }) => one);
}

function likenessOf<T extends Rankable>(a: Left<T>, b: Left<T>): number {
  const [ofA, ofB] = [a.one.item.windows, b.one.item.windows];
  a.lengths ??= lengthsOf(ofA);
  b.lengths ??= lengthsOf(ofB);
  return nearest(ofA, ofB, a.lengths, b.lengths);
}
