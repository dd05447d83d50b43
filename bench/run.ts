/**
 * `node --conditions=@kopru/source bench/run.ts NAME [--keep]`: runs one measurement, and with `--keep` puts it into
 * `results.json`, from which `scripts/bench-chart.ts` makes what the README shows.
 *
 * The last line of stdout is its JSON, and the only one; progress and errors go to stderr. Exit code 0: measured.
 * 2: the call is wrong. 1: the measurement failed.
 *
 * @module
 */
import { bundle } from './bundle/bundle.ts';
import { cold } from './cold/cold.ts';
import { embed } from './embed/embed.ts';
import { importProfiles } from './import/import.ts';
import { match } from './match/match.ts';
import { memory } from './memory/memory.ts';
import { keepResult, type Result } from './results.ts';
import { scan } from './scan/scan.ts';

type Bench = (progress: (line: string) => void) => Promise<object>;

const BENCHES: ReadonlyMap<string, Bench> = new Map([
  ['bundle', bundle],
  ['cold', cold],
  ['embed', embed],
  ['import', importProfiles],
  ['match', (progress) => match(progress)],
  ['memory', memory],
  ['scan', (progress) => scan(progress)],
]);

const progress = (line: string): void => console.error(line);

/** @returns the exit code. */
async function run(names: readonly string[], keep: boolean): Promise<number> {
  const [name = ''] = names;
  const bench = BENCHES.get(name);
  if (!bench || names.length > 1) {
    const what = names.length === 0 ? 'Name a measurement' : `Unknown measurement "${names.join(' ')}"`;
    progress(`${what}. There are: ${[...BENCHES.keys()].join(', ')}.`);
    return 2;
  }
  try {
    const result = await bench(progress);
    console.log(JSON.stringify(result));
    if (keep) keepResult(name, result as Result, new Date());
    return 0;
  } catch (error) {
    progress(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}

const names = process.argv.slice(2).filter((word) => word !== '--keep');
process.exitCode = await run(names, process.argv.includes('--keep'));
