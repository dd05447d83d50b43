import {
  averagePrecision,
  bootstrap,
  type Estimate,
  ndcgAt,
  precisionAt,
  type RankedRelevance,
  recallAt,
  reciprocalRank,
} from '@kopru/sdk/metrics';
import { SYSTEMS, type System } from './systems.ts';

/** The measures, by the name that they have in the JSON. */
const MEASURES = {
  map: averagePrecision,
  mrr: reciprocalRank,
  ndcg10: (ranked: RankedRelevance) => ndcgAt(10, ranked),
  precision5: (ranked: RankedRelevance) => precisionAt(5, ranked),
  recall10: (ranked: RankedRelevance) => recallAt(10, ranked),
} as const;

export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

/** One figure for each measure. */
type Figures<T> = Readonly<Record<Measure, T>>;

export interface Comparison {
  /** Means over the queries, with 95 % intervals. */
  readonly systems: Readonly<Record<System, Figures<Estimate>>>;
  /**
   * Köprü's mean divided by that of the other; null where the other has 0. An end of an interval is Infinity
   * where the other has 0 in so many samples, which JSON has as null.
   */
  readonly ratios: Readonly<Record<Exclude<System, 'kopru'>, Figures<Estimate | null>>>;
}

/**
 * Averages each measure over the queries. The intervals say how far a figure would move with other
 * queries: queries are drawn with replacement, for a ratio the same ones on both sides.
 *
 * @param rankings of each system, one for each query in the same order.
 */
export function compare(
  rankings: Readonly<Record<System, readonly RankedRelevance[]>>,
  options: { readonly seed: number },
): Comparison {
  const values = bySystem((system) => byMeasure((measure) => rankings[system].map(MEASURES[measure])));
  const meanOf = (of: readonly number[], times: ArrayLike<number>) =>
    of.reduce((sum, value, i) => sum + value * (times[i] as number), 0) / of.length;
  const estimate = (of: readonly number[]) => bootstrap(of.length, (times) => meanOf(of, times), options);
  const ratio = (system: System, measure: Measure): Estimate | null => {
    const [ours, theirs] = [values.kopru[measure], values[system][measure]];
    if (theirs.every((value) => value === 0)) return null;
    return bootstrap(ours.length, (times) => divided(meanOf(ours, times), meanOf(theirs, times)), options);
  };
  return {
    systems: bySystem((system) => byMeasure((measure) => estimate(values[system][measure]))),
    ratios: {
      embedding: byMeasure((measure) => ratio('embedding', measure)),
      minisearch: byMeasure((measure) => ratio('minisearch', measure)),
    },
  };
}

/** Two that are both nothing in a sample are alike. */
const divided = (ours: number, theirs: number): number => (ours === theirs ? 1 : ours / theirs);

const byMeasure = <T>(make: (measure: Measure) => T): Figures<T> =>
  Object.fromEntries(MEASURE_NAMES.map((measure) => [measure, make(measure)])) as Record<Measure, T>;

const bySystem = <T>(make: (system: System) => T): Readonly<Record<System, T>> =>
  Object.fromEntries(SYSTEMS.map((system) => [system, make(system)])) as Record<System, T>;
