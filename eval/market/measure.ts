import { TOP } from './parameters.ts';
import type { SimulatedMarket } from './simulate.ts';

/** The top of the list of each profile of both sides: positions on the other side, best first. */
export interface TopLists {
  readonly startups: readonly (readonly number[])[];
  readonly investors: readonly (readonly number[])[];
}

export interface Outcome {
  /**
   * Share of all users with a mutual match in their top 10: someone who stands in their top 10, in whose
   * top 10 they stand, and each truly accepts the other.
   */
  readonly mutualTop10: number;
  /** Gini of exposure, the mean of both sides: how unevenly the places of the lists fall, 0 (even) to 1. */
  readonly gini: number;
  /**
   * What users get: the sum, over pairs that truly accept each other, of √(both true utilities) times the
   * probability that both look, where a place is looked at with 1 / rank.
   */
  readonly utility: number;
  /** The same where every place of the top 10 is looked at. */
  readonly patientUtility: number;
  /** What lists promise: the sum over all places of √(both true utilities), whether or not the other ever looks. */
  readonly listedUtility: number;
}

/** The methods by name; `off` is ours with the rerank at strength 0. */
export type Outcomes = Readonly<Record<'ours' | 'off' | 'cosine' | 'bm25' | 'random', Outcome>>;

export function measure({ startups, investors, truth }: SimulatedMarket, lists: TopLists): Outcome {
  const value = (k: number) => Math.sqrt((truth.forStartup[k] as number) * (truth.forInvestor[k] as number));
  const exposure = { startups: new Float64Array(startups), investors: new Float64Array(investors) };
  const lucky = { startups: new Set<number>(), investors: new Set<number>() };
  let [utility, patientUtility, listedUtility] = [0, 0, 0];
  /** Rank of each pair in the investor's list. */
  const rankForInvestor = new Map<number, number>();
  for (const [i, list] of lists.investors.entries()) {
    for (const [place, s] of list.slice(0, TOP).entries()) {
      exposure.startups[s]! += 1;
      rankForInvestor.set(s * investors + i, place + 1);
      listedUtility += value(s * investors + i);
    }
  }
  for (const [s, list] of lists.startups.entries()) {
    for (const [place, i] of list.slice(0, TOP).entries()) {
      exposure.investors[i]! += 1;
      const k = s * investors + i;
      listedUtility += value(k);
      const rank = rankForInvestor.get(k);
      if (rank === undefined || !truth.startupAccepts[k] || !truth.investorAccepts[k]) continue;
      lucky.startups.add(s);
      lucky.investors.add(i);
      utility += value(k) / (rank * (place + 1));
      patientUtility += value(k);
    }
  }
  return {
    mutualTop10: (lucky.startups.size + lucky.investors.size) / (startups + investors),
    gini: (gini(exposure.startups) + gini(exposure.investors)) / 2,
    utility,
    patientUtility,
    listedUtility,
  };
}

/** Gini coefficient of shares that are not negative; 0 for nothing at all. */
export function gini(shares: ArrayLike<number>): number {
  const sorted = Float64Array.from(shares).sort();
  const total = sorted.reduce((sum, share) => sum + share, 0);
  const weighted = sorted.reduce((sum, share, rank) => sum + share * (2 * (rank + 1) - sorted.length - 1), 0);
  return total === 0 ? 0 : weighted / (sorted.length * total);
}
