/**
 * Makes of `bench/results.json` the tables of the README and `docs/bench.svg`, or with `--check` compares them:
 * `node --conditions=@kopru/source scripts/bench-chart.ts`. A measurement that was never kept is left out.
 *
 * @module
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readResults } from '../bench/results.ts';
import { chart } from './bench-chart/svg.ts';
import { withMeasured } from './bench-chart/table.ts';
import { compared } from './bench-chart/works.ts';

const [README, CHART] = ['README.md', 'docs/bench.svg'];

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const results = readResults();
const works = compared(results);
const made: Readonly<Record<string, string | undefined>> = {
  [README]: withMeasured(textOf(README) ?? '', results),
  [CHART]: works.length > 0 ? chart(works) : undefined,
};
for (const [path, content] of Object.entries(made)) {
  if (content === textOf(path)) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what bench/results.json says. Run "npm run bench-chart".`);
    process.exitCode = 1;
  } else if (content === undefined) rmSync(path);
  else writeFileSync(path, content);
}
