import { choose } from './choose.ts';
import { type AssignInput, readMarket } from './market.ts';
import { plan, SAME } from './plan.ts';
import { seat } from './seat.ts';
import { loadSolver, type Solver } from './solver.ts';

/** A full model of so many columns costs HiGHS seconds. */
const COLUMNS = 16_000;

export interface AssignOptions extends AssignInput {
  /** HiGHS, loaded by the caller: needed where the package's WebAssembly file cannot be found (`loadSolver`), and spares loading it again. @default loaded on each call */
  readonly solver?: Solver | undefined;
  /**
   * How large the full model may be that decides what the two stages leave open, in columns (a pair in
   * a slot), 0 or more. Without it the plan is mostly within some thousandths of the best one, and says so.
   * HiGHS takes 21 MB in any case, and beyond some thousand columns 160 MB and seconds.
   *
   * @default 16_000
   */
  readonly columns?: number | undefined;
}

/** One meeting of the plan. */
export interface Meeting {
  readonly startup: string;
  readonly investor: string;
  /** Number of the slot, from 0. */
  readonly slot: number;
  /** Number of the table, from 0; two meetings of one slot never share one. */
  readonly table: number;
  readonly score: number;
}

export interface Assignment {
  /** By slot, then table. */
  readonly meetings: readonly Meeting[];
  /** Sum of the scores of the meetings. */
  readonly value: number;
  /** Proven: no plan for this input is worth more (by a millionth of a point, which rounding may hide). */
  readonly bound: number;
  /** How far the plan may be from the best one: (bound − value) / bound, in [0,1]; 0 means that it is the best. */
  readonly gap: number;
  /**
   * Pairs that would be in the best plan if nobody needed a slot and that this plan has not, because
   * of absences or tables. By falling score.
   */
  readonly unplaced: readonly { readonly startup: string; readonly investor: string; readonly score: number }[];
}

/**
 * The meeting plan of a demo day with the greatest total score. Every capacity, absence, table and
 * blocked pair is respected, and no pair meets twice. The same input has the same plan.
 *
 * First the pairs are chosen, exactly and with a bound over all pairs (`choose`); then they are placed
 * in slots, and where that loses something the full model of what could be better decides (`plan`).
 * Solving blocks the thread: 500 startups and 200 investors take seconds, so it is a job and not a
 * request.
 *
 * @throws {AssignError} on input that breaks a rule, with every issue and its path; {SolverError}
 *   when HiGHS cannot be loaded or fails.
 */
export async function assign({ solver, columns = COLUMNS, ...input }: AssignOptions): Promise<Assignment> {
  const market = readMarket(input);
  const highs = solver ?? (await loadSolver());
  const choice = choose(market, highs);
  const { meetings, bound: proven } = plan(market, choice, highs, columns);

  const named = (pair: number) => {
    const { startup, investor, score } = market.pairs[pair]!;
    return {
      startup: input.startups[startup]!.id,
      investor: input.investors[investor - market.startups]!.id,
      score,
    };
  };
  const met = new Set(meetings.map(({ pair }) => pair));
  const value = meetings.reduce((sum, { pair }) => sum + market.pairs[pair]!.score, 0);
  const bound = proven - value < SAME ? value : proven;
  return {
    meetings: seat(market, meetings).map(({ pair, slot, table }) => {
      const { score, ...ids } = named(pair);
      return { ...ids, slot, table, score };
    }),
    value,
    bound,
    gap: bound === value ? 0 : (bound - value) / bound,
    unplaced: choice.chosen.filter((pair) => !met.has(pair)).map(named),
  };
}
