import { type Solver, SolverError } from './solver.ts';

/** What investors or the round ask of who takes part together. What is absent is not asked. */
export interface RoundConditions {
  /** Somebody has to lead. */
  readonly needsLead?: boolean | undefined;
  /** Most investors, 1 or more. */
  readonly maxInvestors?: number | undefined;
  /** Fewest countries that the investors are from, 1 or more; one without a country is from none. */
  readonly minCountries?: number | undefined;
}

/** Somebody who could take part in a round; amounts in its currency. */
export interface RoundInvestor {
  /** Unique among the investors. */
  readonly id: string;
  /** How well a part of the round is placed with it, 0 to 100. */
  readonly score: number;
  /** The smallest amount that it invests, above 0. */
  readonly min: number;
  /** The largest, `min` or more. */
  readonly max: number;
  readonly country?: string | undefined;
  /** `lead`: leads or stays out, and a round has one that leads. @default 'either' */
  readonly role?: 'lead' | 'follow' | 'either' | undefined;
  /** Under which it takes part at all. */
  readonly conditions?: RoundConditions | undefined;
}

/** The rules that can stand in the way of a round. */
export type RoundRule = 'tickets' | 'oneLead' | 'needsLead' | 'maxInvestors' | 'minCountries';

/** A mixed-integer model: each row between its limits, columns from 0 to `upper`. */
export interface RoundModel {
  /** A share of the round for each investor, then a yes or no for each, then what conditions speak of. */
  readonly upper: readonly number[];
  readonly integer: readonly boolean[];
  readonly rows: readonly Row[];
}

type Term = readonly [column: number, coefficient: number];

interface Row {
  readonly terms: readonly Term[];
  readonly lower: number;
  readonly upper: number;
}

/** Below any share that matters, above the rounding of sums of doubles. */
const SMALLEST_TICKET = 1e-6;

/**
 * The model of a round of `amount`. Conditions bind only while somebody takes part, so that the empty
 * round always keeps them, and each round has a largest part that can be filled.
 *
 * How many take part, from how many countries, and whether one of them can lead have a column each, so
 * that the rows of investors who ask for something have two terms.
 *
 * @param without a rule that is left out, to see whether it is what stands in the way.
 */
export function modelOf(
  amount: number,
  investors: readonly RoundInvestor[],
  rules: RoundConditions,
  without?: RoundRule,
): RoundModel {
  const n = investors.length;
  const countries = [...new Set(investors.flatMap(({ country }) => country ?? []))];
  const [count, places, lead, first] = [2 * n, 2 * n + 1, 2 * n + 2, 2 * n + 3];
  const rows: Row[] = [];
  const atMost = (upper: number, ...terms: readonly Term[]) =>
    rows.push({ terms, lower: Number.NEGATIVE_INFINITY, upper });
  const those = (test: (investor: RoundInvestor) => boolean, coefficient: number) =>
    investors.flatMap((one, i): Term[] => (test(one) ? [[n + i, coefficient]] : []));
  const all = investors.map((_, i) => i);
  const largest = investors.map(({ max }) => Math.min(1, max / amount));
  const least = investors.map(({ min }) => (without === 'tickets' ? SMALLEST_TICKET : min / amount));
  const most = Math.min(n, without === 'maxInvestors' ? n : (rules.maxInvestors ?? n));

  rows.push({ terms: all.map((i) => [i, 1]), lower: 0, upper: 1 });
  rows.push({ terms: [...all.map((i): Term => [n + i, 1]), [count, -1]], lower: 0, upper: 0 });
  atMost(0, [lead, 1], ...those(({ role }) => role !== 'follow', -1));
  atMost(0, [places, 1], ...countries.map((_, c): Term => [first + c, -1]));
  for (const [c, country] of countries.entries())
    atMost(0, [first + c, 1], ...those((one) => one.country === country, -1));
  if (without !== 'oneLead') atMost(1, ...those(({ role }) => role === 'lead', 1));

  for (const [i, { conditions = {} }] of investors.entries()) {
    const takes = n + i;
    atMost(0, [takes, least[i]!], [i, -1]);
    atMost(0, [i, 1], [takes, -largest[i]!]);
    if (without !== 'needsLead' && (conditions.needsLead || rules.needsLead)) atMost(0, [takes, 1], [lead, -1]);
    const company = Math.min(conditions.maxInvestors ?? most, most);
    if (without !== 'maxInvestors' && company < most) atMost(most, [count, 1], [takes, most - company]);
    const fewest = Math.max(conditions.minCountries ?? 0, rules.minCountries ?? 0);
    if (without !== 'minCountries' && fewest > 0) atMost(0, [takes, fewest], [places, -1]);
  }
  return {
    upper: [...largest, ...all.map(() => 1), most, countries.length, 1, ...countries.map(() => 1)],
    integer: [...all.map(() => false), ...all.map(() => true), ...Array(3 + countries.length).fill(false)],
    rows: rows.filter(({ terms }) => terms.length > 0),
  };
}

/** Branches after which the best that was found is taken, so that the same round has the same answer everywhere. */
const NODES = 5_000;

/**
 * Solves the model within a number of branches.
 *
 * @param gain of each column; those beyond its end gain nothing.
 * @param start values of columns that keep the rows, to begin with.
 * @throws {SolverError}
 */
export function solveRound(
  solver: Solver,
  { upper, integer, rows }: RoundModel,
  gain: readonly number[],
  start?: Float64Array,
): { values: Float64Array; value: number; bound: number } {
  const { integer: whole, continuous } = solver.constants.variableType;
  const byColumn = upper.map((): (readonly [row: number, coefficient: number])[] => []);
  for (const [row, { terms }] of rows.entries()) for (const [column, of] of terms) byColumn[column]!.push([row, of]);
  const size = { numCols: upper.length, numRows: rows.length };
  const starts = new Int32Array(upper.length + 1);
  for (const [column, of] of byColumn.entries()) starts[column + 1] = starts[column]! + of.length;
  const data = {
    ...size,
    sense: solver.constants.objectiveSense.maximize,
    colCost: upper.map((_, column) => gain[column] ?? 0),
    colLower: new Float64Array(upper.length),
    colUpper: upper,
    rowLower: rows.map(({ lower }) => (Number.isFinite(lower) ? lower : -solver.infinity)),
    rowUpper: rows.map((row) => row.upper),
    integrality: integer.map((isWhole) => (isWhole ? whole : continuous)),
    matrix: {
      ...size,
      format: 'csc' as const,
      starts,
      indices: Int32Array.from(byColumn.flat(), ([row]) => row),
      values: Float64Array.from(byColumn.flat(), ([, of]) => of),
    },
  };
  return solver.withModel(data, (highs) => {
    // The tolerances stay as they are: with 1e-9 for what is whole, HiGHS 1.15.3 calls plans the best that are not.
    highs.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7, mip_max_nodes: NODES });
    if (start) highs.setSolution({ colValue: start });
    highs.run();
    // Out of branches, HiGHS says that it reached its solution limit.
    const { optimal, solutionLimit } = solver.constants.modelStatus;
    const status = highs.getModelStatus();
    if (status !== optimal && status !== solutionLimit) throw new SolverError(`HiGHS ended with status ${status}`);
    const value = highs.getObjectiveValue();
    const bound = status === optimal ? value : Number(highs.info.get('mip_dual_bound'));
    return { values: highs.getSolution().colValue, value, bound };
  });
}
