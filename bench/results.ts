import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, platform } from 'node:os';

/** The last run of a measurement that was kept, and where it ran. */
export interface Kept {
  /** Day of the run, ISO 8601. */
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly system: string; readonly node: string };
  readonly result: Result;
}

export interface Result {
  readonly ratios?: Readonly<Record<string, number>>;
  readonly gzipKB?: Readonly<Record<string, number>>;
  readonly [field: string]: unknown;
}

/** By the name of the measurement. One that was never kept is not there. */
export type Results = Readonly<Record<string, Kept>>;

const FILE = new URL('results.json', import.meta.url);

/** The runs that are kept in `results.json`. */
export const readResults = (): Results => JSON.parse(readFileSync(FILE, 'utf8'));

/** Keeps a run in `results.json`, in the place of the one before. */
export function keepResult(name: string, result: Result, now: Date): void {
  const machine = {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    system: `${platform()} ${process.arch}`,
    node: process.version,
  };
  const all = { ...readResults(), [name]: { date: now.toISOString().slice(0, 10), machine, result } };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}
