/**
 * Measures of one ranking with binary relevance, each in [0, 1], higher is better.
 *
 * A ranking is given as its relevance from the first rank to the last, over **all** candidates, so
 * that a right answer that was never found still counts in the denominator. Formulas as in Manning,
 * Raghavan and Schütze, *Introduction to Information Retrieval*, section 8.4.
 *
 * @module
 */

/** Relevance at rank 1, 2, 3 … */
export type RankedRelevance = readonly boolean[];

/**
 * Positions of the scores from the highest to the lowest. **Equal scores keep the order of the
 * candidates**, so a ranking is the same in every run and on every machine.
 *
 * @throws {RangeError} on a score that is not a finite number.
 */
export function rank(scores: ArrayLike<number>): number[] {
  const order = Array.from(scores, (score, i) => {
    if (!Number.isFinite(score)) throw new RangeError(`score ${i} is ${score}, not a finite number`);
    return i;
  });
  return order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/** Mean, over the right answers, of the precision at the rank of each. 0 when there is no right answer. */
export function averagePrecision(ranked: RankedRelevance): number {
  let found = 0;
  let sum = 0;
  for (const [i, relevant] of ranked.entries()) {
    if (relevant) sum += ++found / (i + 1);
  }
  return found === 0 ? 0 : sum / found;
}

/** 1 / rank of the first right answer; 0 when there is none. Its mean over queries is MRR. */
export function reciprocalRank(ranked: RankedRelevance): number {
  return 1 / (ranked.indexOf(true) + 1 || Number.POSITIVE_INFINITY);
}

/**
 * Share of right answers among the first k ranks. The divisor is always k: with fewer than k right
 * answers or candidates even a perfect ranking stays below 1.
 *
 * @param k a positive integer.
 */
export function precisionAt(k: number, ranked: RankedRelevance): number {
  return ranked.slice(0, k).filter(Boolean).length / k;
}

/**
 * Share of all right answers that are among the first k ranks. With more than k right answers even a
 * perfect ranking stays below 1. 0 when there is no right answer.
 *
 * @param k a positive integer.
 */
export function recallAt(k: number, ranked: RankedRelevance): number {
  const found = (list: RankedRelevance) => list.filter(Boolean).length;
  const all = found(ranked);
  return all === 0 ? 0 : found(ranked.slice(0, k)) / all;
}

/**
 * Discounted cumulative gain of the first k ranks (gain 1, discount log2(rank + 1)), divided by that
 * of a perfect ranking of the same candidates. 0 when there is no right answer.
 *
 * @param k a positive integer.
 */
export function ndcgAt(k: number, ranked: RankedRelevance): number {
  const gain = (list: RankedRelevance) =>
    list.slice(0, k).reduce((sum, relevant, i) => sum + (relevant ? 1 / Math.log2(i + 2) : 0), 0);
  const ideal = gain(ranked.filter(Boolean));
  return ideal === 0 ? 0 : gain(ranked) / ideal;
}

/** Arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length;
}
