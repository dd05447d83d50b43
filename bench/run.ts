/**
 * `node --conditions=@kopru/source bench/run.ts NAME`: runs one measurement.
 *
 * The last line of stdout is its JSON, and the only one; progress and errors go to stderr. Exit code 0: measured.
 * 2: the call is wrong. 1: the measurement failed.
 *
 * @module
 */
import { bundle } from './bundle/bundle.ts';
import { cold } from './cold/cold.ts';
import { embed } from './embed/embed.ts';
import { match } from './match/match.ts';
import { memory } from './memory/memory.ts';
import { scan } from './scan/scan.ts';

type Bench = (progress: (line: string) => void) => Promise<object>;

const BENCHES: ReadonlyMap<string, Bench> = new Map([
  ['bundle', bundle],
  ['cold', cold],
  ['embed', embed],
  ['match', (progress) => match(progress)],
  ['memory', memory],
  ['scan', (progress) => scan(progress)],
]);

const progress = (line: string): void => console.error(line);

/** @returns the exit code. */
async function run(name: string | undefined): Promise<number> {
  const bench = BENCHES.get(name ?? '');
  if (!bench) {
    const what = name === undefined ? 'Name a measurement' : `Unknown measurement "${name}"`;
    progress(`${what}. There are: ${[...BENCHES.keys()].join(', ')}.`);
    return 2;
  }
  try {
    console.log(JSON.stringify(await bench(progress)));
    return 0;
  } catch (error) {
    progress(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}

process.exitCode = await run(process.argv[2]);
