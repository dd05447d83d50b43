import type { Choice } from './choose.ts';
import type { Market } from './market.ts';
import { Schedule } from './schedule.ts';
import { type Model, type Solver, solveWhole } from './solver.ts';

/** A pair in its slot, both by number. */
interface Placed {
  readonly pair: number;
  readonly slot: number;
}

export interface Plan {
  readonly meetings: readonly Placed[];
  /** No plan is worth more. */
  readonly bound: number;
}

/** Two sums of scores that differ by less are the same: what rounding may do to sums of thousands of them. */
export const SAME = 1e-6;
/** Most branches that the full model is searched through. */
const FULL_MODEL_NODES = 100;

/**
 * Places the chosen pairs in slots, the best first. What finds no place is dropped, and free capacity
 * is filled with the next best pairs. If that may not be the best plan, the full model of pairs and
 * slots decides, over the pairs that could make a better one.
 *
 * @param most columns (pair × slot) beyond which the full model takes no more pairs.
 */
export function plan(market: Market, choice: Choice, solver: Solver, columns: number): Plan {
  const schedule = new Schedule(market);
  for (const pair of choice.chosen) schedule.place(pair);
  for (const pair of market.pairs.keys()) schedule.place(pair);
  const meetings = schedule.meetings();
  return choice.bound - worthOf(market, meetings) < SAME
    ? { meetings, bound: choice.bound }
    : decide(market, choice, meetings, solver, columns);
}

/**
 * The best plan among the pairs of this one and those with the least shortfall, as many as fit; this
 * one, if its own pairs do not. A better plan holds no pair that falls short by more than this plan is below the bound; one with a
 * pair that did not fit is worth at most the bound less the least shortfall of those.
 */
function decide(
  market: Market,
  { bound, shortfall }: Choice,
  meetings: readonly Placed[],
  solver: Solver,
  most: number,
): Plan {
  const { pairs, available, tables } = market;
  const worth = worthOf(market, meetings);
  const planned = new Map(meetings.map(({ pair, slot }) => [pair, slot]));
  const open = [...pairs.keys()].filter((pair) => !planned.has(pair) && shortfall[pair]! <= bound - worth + SAME);
  open.sort((a, b) => shortfall[a]! - shortfall[b]! || a - b);

  const columnsOf = (pair: number): Placed[] => {
    const { startup, investor } = pairs[pair]!;
    return [...tables.keys()]
      .filter((slot) => available[startup]![slot] && available[investor]![slot])
      .map((slot) => ({ pair, slot }));
  };
  const columns = [...planned.keys()].flatMap(columnsOf);
  if (columns.length > most) return { meetings, bound };
  let outside = worth;
  for (const pair of open) {
    if (columns.length > most) {
      outside = bound - shortfall[pair]!;
      break;
    }
    columns.push(...columnsOf(pair));
  }
  const start = [...columns.keys()].filter((column) => planned.get(columns[column]!.pair) === columns[column]!.slot);
  const decided = solveWhole(solver, fullModel(market, columns), start, FULL_MODEL_NODES);
  const found = decided.chosen.map((column) => columns[column]!);
  const best = worthOf(market, found) > worth ? found : meetings;
  return { meetings: best, bound: Math.min(bound, Math.max(decided.bound, outside, worthOf(market, best))) };
}

/** Each pair once, each person within its capacity and once in a slot, each slot within its tables. */
function fullModel({ pairs, people, slots, capacity, tables }: Market, columns: readonly Placed[]): Model {
  const ofCapacity = pairs.length;
  const ofSlot = ofCapacity + people;
  const ofTables = ofSlot + people * slots;
  return {
    gain: columns.map(({ pair }) => pairs[pair]!.score),
    rowsOf: columns.map(({ pair, slot }) => {
      const { startup, investor } = pairs[pair]!;
      const busy = [startup, investor].map((person) => ofSlot + person * slots + slot);
      return [pair, ofCapacity + startup, ofCapacity + investor, ...busy, ofTables + slot];
    }),
    limit: [...pairs.map(() => 1), ...capacity, ...Array<number>(people * slots).fill(1), ...tables],
  };
}

function worthOf({ pairs }: Market, meetings: readonly Placed[]): number {
  return meetings.reduce((sum, { pair }) => sum + pairs[pair]!.score, 0);
}
