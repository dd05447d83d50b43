import { z } from 'zod';
import { type Issue, validate } from '../engine/validate.ts';
import { AssignError } from './market.ts';
import {
  modelOf,
  type RoundConditions,
  type RoundInvestor,
  type RoundModel,
  type RoundRule,
  solveRound,
} from './round-model.ts';
import { loadSolver, type Solver } from './solver.ts';

/** A round and those who could take part in it. */
export interface RoundInput {
  /** What is raised, above 0. */
  readonly amount: number;
  readonly investors: readonly RoundInvestor[];
  /** What the round asks of all. @default nothing */
  readonly rules?: RoundConditions | undefined;
}

/** What one investor puts in. */
export interface Investment {
  readonly id: string;
  readonly amount: number;
  readonly leads: boolean;
}

/** Who fills a round together. */
export interface RoundPlan {
  /** The largest first. */
  readonly investments: readonly Investment[];
  /** What of the round nobody puts in; 0 where it is filled. */
  readonly open: number;
  /** The mean score of the money that is put in, 0 to 100. */
  readonly value: number;
  /**
   * How far a better plan could lie above this one, as a share of what was sought: the mean score of a round that
   * is filled, else the amount. 0 unless the solver ran out of branches.
   */
  readonly gap: number;
  /**
   * What keeps the round from being filled: `money`, when all largest amounts together are not enough, else each
   * rule without which alone it would be. Empty where it is filled, or where several rules have to go at once.
   */
  readonly stops: readonly ('money' | RoundRule)[];
}

const ALL_RULES: readonly RoundRule[] = ['tickets', 'oneLead', 'needsLead', 'maxInvestors', 'minCountries'];

/** Shares of a round that differ by less are the same: a dollar of a million. It is what the solver is exact to. */
const SAME = 1e-6;

const count = z.int().min(1).optional();
const conditions = z
  .strictObject({ needsLead: z.boolean().optional(), maxInvestors: count, minCountries: count })
  .optional();
const positive = z.number().gt(0);
const schema = z.strictObject({
  amount: positive,
  investors: z.array(
    z.strictObject({
      id: z.string().min(1),
      score: z.number().min(0).max(100),
      min: positive,
      max: positive,
      country: z.string().optional(),
      role: z.enum(['lead', 'follow', 'either']).optional(),
      conditions,
    }),
  ),
  rules: conditions,
});

/**
 * The investors who fill a round together under the conditions of all, and what each puts in: first as much
 * of the round as can be filled, then the greatest mean score of the money. Loads HiGHS where no `solver` is given.
 *
 * @throws {AssignError} on bad input, {SolverError}
 */
export async function fillRound({ solver, ...input }: RoundInput & { readonly solver?: Solver }): Promise<RoundPlan> {
  check(input);
  const { amount, investors, rules = {} } = input;
  const highs = solver ?? (await loadSolver());
  if (investors.length === 0) return { investments: [], open: amount, value: 0, gap: 0, stops: ['money'] };

  const model = modelOf(amount, investors, rules);
  const shares = investors.map(() => 1);
  const most = solveRound(highs, model, shares);
  const filled = Math.min(1, Math.max(0, most.value));
  const best = solveRound(highs, atLeast(model, filled), investors.map(({ score }) => score / 100), most.values); // biome-ignore format: a call a line
  const chosen = investors.filter((_, i) => best.values[investors.length + i]! > 0.5);
  const investments = share(amount, chosen);
  const put = investments.reduce((sum, one) => sum + one.amount, 0);
  const isFull = put >= amount * (1 - SAME);
  const worth = (id: string) => investors.find((one) => one.id === id)?.score ?? 0;
  const gapOf = ({ value, bound }: { value: number; bound: number }) =>
    bound > value + SAME ? (bound - value) / bound : 0;
  return {
    investments,
    open: isFull ? 0 : amount - put,
    value: put === 0 ? 0 : investments.reduce((sum, one) => sum + one.amount * worth(one.id), 0) / put,
    gap: gapOf(isFull ? best : most),
    stops: isFull ? [] : stopsOf(highs, { amount, investors, rules }),
  };
}

/** The same round, of which at least a share is filled. */
const atLeast = (model: RoundModel, filled: number): RoundModel => ({
  ...model,
  rows: model.rows.map((row, i) => (i === 0 ? { ...row, lower: filled > 1 - SAME ? 1 : filled - SAME } : row)),
});

/** What each of those who take part puts in: its least, and of the rest as much as it can, the best first. */
function share(amount: number, chosen: readonly RoundInvestor[]): Investment[] {
  let rest = amount - chosen.reduce((sum, { min }) => sum + min, 0);
  const amounts = new Map<RoundInvestor, number>();
  for (const one of chosen.toSorted((a, b) => b.score - a.score)) {
    const more = Math.max(0, Math.min(rest, one.max - one.min));
    amounts.set(one, one.min + more);
    rest -= more;
  }
  const placed = chosen.toSorted((a, b) => amounts.get(b)! - amounts.get(a)! || b.score - a.score);
  const lead = placed.find(({ role }) => role === 'lead') ?? placed.find(({ role }) => role !== 'follow');
  return placed.map((one) => ({ id: one.id, amount: amounts.get(one)!, leads: one === lead }));
}

function stopsOf(highs: Solver, { amount, investors, rules }: Required<RoundInput>): RoundPlan['stops'] {
  const all = investors.reduce((sum, { max }) => sum + max, 0);
  if (all < amount * (1 - SAME)) return ['money'];
  const without = (rule: RoundRule) => modelOf(amount, investors, rules ?? {}, rule);
  return ALL_RULES.filter((rule) => solveRound(highs, without(rule), investors.map(() => 1)).value >= 1 - SAME); // biome-ignore format: a call a line
}

/** @throws {AssignError} */
function check(input: RoundInput): void {
  const result = validate(schema, input);
  if (!result.ok) throw new AssignError(result.issues);
  const ids = input.investors.map(({ id }) => id);
  const issues = input.investors.flatMap(({ id, min, max }, i): Issue[] => [
    ...(ids.indexOf(id) < i
      ? [
          {
            path: `/investors/${i}/id`,
            rule: 'unique',
            message: 'is the id of an earlier one',
            received: 'string' as const,
          },
        ]
      : []),
    ...(min > max
      ? [
          {
            path: `/investors/${i}/min`,
            rule: 'min_not_above_max',
            message: 'must not be above max',
            received: 'number' as const,
          },
        ]
      : []),
  ]);
  if (issues.length > 0) throw new AssignError(issues);
}
