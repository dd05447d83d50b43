import { type Estimate, formatEstimate } from '@kopru/sdk/metrics';
import type { Evaluated } from '../eval.ts';
import type { Io } from '../terminal/io.ts';
import { writeTable } from '../terminal/table.ts';
import { MEASURE_NAMES, type Measure } from './figures.ts';
import { SYSTEMS, type System } from './systems.ts';

const NAMES: Readonly<Record<System, string>> = {
  kopru: 'Köprü, whole score',
  embedding: 'Embedding alone',
  minisearch: 'MiniSearch (BM25)',
};

const TITLES: Readonly<Record<Measure, string>> = {
  map: 'MAP',
  mrr: 'MRR',
  ndcg10: 'nDCG@10',
  precision5: 'precision@5',
  recall10: 'recall@10',
};

/** Writes the figures as tables, for people. */
export function writeComparison(evaluated: Evaluated, io: Io): void {
  const { per, queries, candidates, pairs, leftOut, systems, ratios } = evaluated;
  const columns = ['', ...MEASURE_NAMES.map((measure) => TITLES[measure])];
  const told = (estimate: Estimate | null) => (estimate === null ? '–' : formatEstimate(estimate));
  io.stderr.write(
    `\nEach of ${queries} ${per}s ranks ${candidates} ${per === 'startup' ? 'investors' : 'startups'}; ${pairs} pairs are right.\n`,
  );
  if (leftOut.pairs > 0)
    io.stderr.write(`Left out: ${leftOut.pairs} right pairs of somebody without consent, or not active.\n`);
  io.stderr.write('\nMeans with 95 % intervals; 1 is best\n');
  writeTable(io, {
    columns,
    rows: SYSTEMS.map((system) => [NAMES[system], ...MEASURE_NAMES.map((measure) => told(systems[system][measure]))]),
  });
  io.stderr.write('\nKöprü divided by\n');
  writeTable(io, {
    columns,
    rows: (['embedding', 'minisearch'] as const).map((system) => [
      NAMES[system],
      ...MEASURE_NAMES.map((measure) => told(ratios[system][measure])),
    ]),
  });
  io.stderr.write('\nThese figures judge. What is chosen by them has to be judged on other pairs.\n');
}
