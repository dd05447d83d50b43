import type { Market } from './market.ts';
import { type Solver, solveRelaxed } from './solver.ts';

/** The best pairs when only capacities and the number of tables count, and nobody needs a slot. */
export interface Choice {
  /** Numbers of the pairs, ascending. */
  readonly chosen: readonly number[];
  /** No plan is worth more. */
  readonly bound: number;
  /**
   * What each pair falls short of its people's prices, 0 or more: a plan that holds the pair is
   * worth at most `bound` less this.
   */
  readonly shortfall: Float64Array;
}

/** Pairs of each person that the first model holds beyond its capacity. */
const SPARE = 8;
/** A pair joins the model when it beats the prices by more, so that rounding adds none for ever. */
const TOLERANCE = 1e-7;

/**
 * Chooses the pairs of greatest total score (maximum weight b-matching). The relaxed model has whole
 * corners: each pair counts once in its startup's row, which lies within the row of all tables, and
 * once in its investor's; two such nested families make a network matrix, which is totally
 * unimodular (Schrijver, Combinatorial Optimization, 2003, section 13.4).
 *
 * Only the best pairs of each person enter at first. The prices of the solution then tell which of
 * the others would gain, and those are added until none would: column generation. The bound is the
 * value of the dual solution over **all** pairs, added up here, so it holds by weak duality whatever
 * the solver's tolerances.
 */
export function choose(market: Market, solver: Solver): Choice {
  const { pairs, people, capacity, tables } = market;
  const limit = [...capacity, tables.reduce((sum, n) => sum + n, 0)];
  let active = firstPairs(market);
  for (;;) {
    const { values, prices } = solveRelaxed(solver, {
      gain: active.map((pair) => pairs[pair]!.score),
      rowsOf: active.map((pair) => [pairs[pair]!.startup, pairs[pair]!.investor, people]),
      limit,
    });
    const gains = pairs.map(
      ({ startup, investor, score }) => score - prices[startup]! - prices[investor]! - prices[people]!,
    );
    const inside = new Set(active);
    const missing = gains.flatMap((gain, pair) => (gain > TOLERANCE && !inside.has(pair) ? [pair] : []));
    if (missing.length === 0) {
      const bound =
        limit.reduce((sum, n, row) => sum + n * prices[row]!, 0) +
        gains.reduce((sum, gain) => sum + Math.max(0, gain), 0);
      return {
        chosen: active.filter((_, i) => values[i]! > 0.5),
        bound,
        shortfall: Float64Array.from(gains, (gain) => Math.max(0, -gain)),
      };
    }
    active = [...active, ...missing].sort((a, b) => a - b);
  }
}

/** The best pairs of each person: its capacity and a few to spare. */
function firstPairs({ pairs, people, capacity }: Market): number[] {
  const taken = new Int32Array(people);
  return pairs.flatMap(({ startup, investor }, pair) => {
    const wanted = [startup, investor].some((person) => taken[person]! < capacity[person]! + SPARE);
    if (!wanted) return [];
    taken[startup]!++;
    taken[investor]!++;
    return [pair];
  });
}
