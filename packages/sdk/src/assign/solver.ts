import type loadHighs from 'highs';
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

/** What a runtime gives for HiGHS to be loaded where its package cannot find its own files. */
export interface SolverSource {
  /** The loader: `import load from 'highs'`. @default imported when it is needed, which works in Node */
  readonly load?: typeof loadHighs;
  /** The package's WebAssembly file, compiled: `import module from 'highs/runtime'`. @default read from beside its script, which works in Node */
  readonly module?: WebAssembly.Module;
}

/** Put together, so that no bundler follows it: one for browsers stops at what the loader imports in Node. */
const PACKAGE = ['hi', 'ghs'].join('');

/**
 * Loads HiGHS from the npm package `highs`. In Node it takes nothing; a Worker, which compiles no
 * WebAssembly at run time, and a browser give both parts of the {@link SolverSource}.
 *
 * Each call makes an instance of its own. Its memory grows with the models that it solves and is given
 * back with the instance alone, so where memory is scarce, load it for one plan and let it go.
 *
 * @throws {SolverError}
 */
export async function loadSolver({ load, module }: SolverSource = {}): Promise<Solver> {
  try {
    const start = load ?? ((await import(/* @vite-ignore */ PACKAGE)) as { default: typeof loadHighs }).default;
    return await (module ? withoutNode(() => start(instantiating(module))) : start());
  } catch (cause) {
    throw new SolverError(
      'HiGHS could not be loaded here. Load it with `loadSolver({ load, module })`, giving it what the npm package "highs" exports as "highs" and "highs/runtime", and pass it as `solver`.',
      { cause },
    );
  }
}

/** Options that have the loader take a module as it is. It declares `wasmModule` for that and does not read it (1.15.3). */
const instantiating = (module: WebAssembly.Module): object => ({
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
    const instance = new WebAssembly.Instance(module, imports);
    done(instance);
    return instance.exports;
  },
});

/**
 * Calls a loader made by Emscripten so that it does not take a runtime with Node's `process`, such as
 * workerd with `nodejs_compat`, for Node, and its script for a file to be found there. It asks before
 * its first `await`, so that `process` is as it was before anybody else runs.
 */
function withoutNode<T>(load: () => T): T {
  const { process } = globalThis as { process?: { type?: string | undefined } };
  if (!process) return load();
  const before = Object.getOwnPropertyDescriptor(process, 'type');
  Object.defineProperty(process, 'type', { value: 'renderer', configurable: true, writable: true });
  try {
    return load();
  } finally {
    delete process.type;
    if (before) Object.defineProperty(process, 'type', before);
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
