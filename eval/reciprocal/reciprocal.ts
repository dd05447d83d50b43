import { readArguments } from '../arguments.ts';
import { lineChart } from '../chart.ts';
import type { Evaluation } from '../evaluation.ts';
import { table, writeSection } from '../report.ts';
import { round } from '../round.ts';
import { measure } from './measure.ts';
import { bothPreferences, type Method, ours, ownPreference, transferable } from './methods.ts';
import { simulate } from './simulate.ts';

const LAMBDAS = [0, 0.25, 0.5, 0.75, 1] as const;

/** The knob of the hub at its full strength: this market knows no reason to hold it back. */
const FAIRNESS = 1;

const METHODS = { own: ownPreference, product: bothPreferences, transferable, ours: ours(FAIRNESS) } as const;
type MethodName = keyof typeof METHODS;
const NAMES = Object.keys(METHODS) as MethodName[];

interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly seeds: number;
}

const SIZES: readonly Size[] = [
  { rows: 75, columns: 50, seeds: 10 },
  { rows: 1000, columns: 500, seeds: 1 },
];

/** Means over the seeds at one λ. */
interface Cell {
  readonly lambda: number;
  readonly matches: Readonly<Record<MethodName, number>>;
  readonly envious: Readonly<Record<MethodName, number>>;
}

/** Every method on the markets of one size; `seconds` are those of our lists on all of them. */
export function compareSize({ rows, columns, seeds }: Size): { cells: Cell[]; seconds: number } {
  let seconds = 0;
  const cells = LAMBDAS.map((lambda) => {
    const matches = { own: 0, product: 0, transferable: 0, ours: 0 };
    const envious = { own: 0, product: 0, transferable: 0, ours: 0 };
    for (let seed = 1; seed <= seeds; seed++) {
      const market = simulate(rows, columns, lambda, seed);
      for (const name of NAMES) {
        const start = performance.now();
        const lists = (METHODS[name] as Method)(market);
        if (name === 'ours') seconds += (performance.now() - start) / 1000;
        const outcome = measure(market, lists);
        matches[name] += outcome.matches / seeds;
        envious[name] += outcome.envious / seeds;
      }
    }
    return { lambda, matches, envious };
  });
  return { cells, seconds };
}

export const reciprocal: Evaluation = {
  usage: '[--short]',
  summary:
    'the synthetic market of Tomita & Yokoyama (RecSys 2024): expected matches and envious agents; --short: 30 × 20, no report',
  async run(args, { progress }) {
    const { short } = readArguments(args, 0, { short: { type: 'boolean' } }).values;
    const sizes = short ? [{ rows: 30, columns: 20, seeds: 2 }] : SIZES;
    const results = sizes.map((size) => {
      progress(`${size.rows} × ${size.columns}`);
      return { ...size, ...compareSize(size) };
    });
    if (!short) await writeReport(results);
    return round({ fairness: FAIRNESS, sizes: results });
  },
};

async function writeReport(results: readonly (Size & { cells: readonly Cell[]; seconds: number })[]): Promise<void> {
  const title = ({ rows, columns }: Size) => `${rows} × ${columns}`;
  const tables = results.flatMap((result) => [
    `### ${title(result)}`,
    `Mean of ${result.seeds} seed(s). Our prices and lists took ${(result.seconds / (result.seeds * LAMBDAS.length)).toFixed(2)} s a market.`,
    table(
      ['λ', ...NAMES.map((name) => `matches, ${name}`), ...NAMES.map((name) => `envious, ${name}`)],
      result.cells.map(({ lambda, matches, envious }) => [
        lambda,
        ...NAMES.map((name) => matches[name]),
        ...NAMES.map((name) => envious[name]),
      ]),
    ),
  ]);
  const intro =
    'The synthetic market of Tomita & Yokoyama (Fair Reciprocal Recommendation in Matching Markets, RecSys 2024): preferences are (1 − λ) · uniform + λ · popularity, a place is looked at with 1/rank, a match needs both. Envious: would expect more matches with another’s places in the lists of the other side. Own preference, product of both, matching with transferable utility (Tomita, Togashi, Hashizume & Ohsaka, RecSys 2023, β = 1 as in the authors’ code), and ours: score 100 · √(product), exposure prices, the rerank of every list at fairness 1. The authors’ own best method, which optimises each list apart, is not among them. At λ = 1 all agree whom they like, and only our prices tell the lists apart. Again: `npm run eval -- reciprocal`.';
  const chart = (result: (typeof results)[number], key: 'matches' | 'envious') => ({
    svg: lineChart({
      title: `${key === 'matches' ? 'Expected matches' : 'Envious agents'} by λ, ${title(result)}`,
      labels: LAMBDAS.map(String),
      series: NAMES.map((name) => ({ name, values: result.cells.map((cell) => cell[key][name]) })),
    }),
    alt: `Lines: ${key} of each method by λ, ${title(result)}`,
  });
  await writeSection('reciprocal', {
    title: 'Reciprocal: a published market',
    body: [intro, ...tables].join('\n\n'),
    charts: Object.fromEntries(
      results.flatMap((result) => [
        [`matches-${result.rows}`, chart(result, 'matches')],
        [`envious-${result.rows}`, chart(result, 'envious')],
      ]),
    ),
  });
}
