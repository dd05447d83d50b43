import type { Highs } from 'highs';

/** HiGHS as the npm package `highs` loads it. */
export type Solver = Highs;

/** HiGHS could not be loaded or gave no answer; `cause` says why where it is known. */
export class SolverError extends Error {
  override readonly name = 'SolverError';
}

/**
 * A model of yes-or-no decisions: maximise the sum of `gain` over the columns chosen, where the
 * columns of each row are chosen at most `limit` times. Every coefficient is 1.
 */
export interface Model {
  /** What each column is worth. */
  readonly gain: readonly number[];
  /** The rows that each column counts in, ascending. */
  readonly rowsOf: readonly (readonly number[])[];
  /** The limit of each row. */
  readonly limit: readonly number[];
}

/**
 * Loads HiGHS from the npm package `highs`, whose WebAssembly file lies beside its script. That
 * works in Node. Elsewhere pass `solver`; in workerd the package's own loader (1.15.3) does not start.
 *
 * @throws {SolverError}
 */
export async function loadSolver(): Promise<Solver> {
  try {
    const { default: load } = await import('highs');
    return await load();
  } catch (cause) {
    throw new SolverError(
      'HiGHS could not be loaded here. Load it with the npm package "highs", telling it where its WebAssembly file is, and pass it as `solver`.',
      { cause },
    );
  }
}

/**
 * Solves the model with columns between 0 and 1, not necessarily whole.
 *
 * @returns the value of each column and the price of each row (its dual, 0 or more).
 * @throws {SolverError}
 */
export function solveRelaxed(solver: Solver, model: Model): { values: Float64Array; prices: Float64Array } {
  // HiGHS has no solution for a model without columns.
  if (model.gain.length === 0) return { values: new Float64Array(), prices: new Float64Array(model.limit.length) };
  return solver.withModel(toData(solver, model), (highs) => {
    // Simplex ends in a corner, which is whole wherever all corners are; an interior point need not.
    highs.options.set({ output_flag: false, solver: 'simplex' });
    highs.run();
    const status = highs.getModelStatus();
    if (status !== solver.constants.modelStatus.optimal) throw new SolverError(`HiGHS ended with status ${status}`);
    const { colValue, rowDual } = highs.getSolution();
    return { values: colValue, prices: rowDual.map((price) => Math.max(0, price)) };
  });
}

/**
 * Solves the model in whole numbers, within a number of branches and not of seconds, so that the
 * same model has the same answer on every machine.
 *
 * @param start columns of a solution that keeps the limits, to begin with.
 * @returns the columns chosen, and a bound that no choice exceeds.
 * @throws {SolverError}
 */
export function solveWhole(
  solver: Solver,
  model: Model,
  start: readonly number[],
  nodes: number,
): { chosen: number[]; bound: number } {
  const integer = solver.constants.variableType.integer;
  const data = { ...toData(solver, model), integrality: model.gain.map(() => integer) };
  return solver.withModel(data, (highs) => {
    highs.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7, mip_max_nodes: nodes });
    const given = new Float64Array(model.gain.length);
    for (const column of start) given[column] = 1;
    highs.setSolution({ colValue: given });
    highs.run();
    // Out of branches, HiGHS says that it reached its solution limit.
    const { optimal, solutionLimit } = solver.constants.modelStatus;
    const status = highs.getModelStatus();
    if (status !== optimal && status !== solutionLimit) throw new SolverError(`HiGHS ended with status ${status}`);
    const { colValue } = highs.getSolution();
    return {
      chosen: model.gain.flatMap((_, column) => (colValue[column]! > 0.5 ? [column] : [])),
      bound: status === optimal ? highs.getObjectiveValue() : Number(highs.info.get('mip_dual_bound')),
    };
  });
}

function toData(solver: Solver, { gain, rowsOf, limit }: Model) {
  const starts = new Int32Array(gain.length + 1);
  for (const [column, rows] of rowsOf.entries()) starts[column + 1] = starts[column]! + rows.length;
  const indices = Int32Array.from(rowsOf.flat());
  const size = { numCols: gain.length, numRows: limit.length };
  return {
    ...size,
    sense: solver.constants.objectiveSense.maximize,
    colCost: gain,
    colLower: new Float64Array(gain.length),
    colUpper: new Float64Array(gain.length).fill(1),
    rowLower: new Float64Array(limit.length).fill(-solver.infinity),
    rowUpper: limit,
    matrix: { ...size, format: 'csc' as const, starts, indices, values: new Float64Array(indices.length).fill(1) },
  };
}
