/**
 * The meeting plan of a demo day against the plan that goes through the pairs from the best down.
 *
 * @module
 */
import { loadSolver, assign as planMeetings, type Solver } from '@kopru/sdk/assign';
import { readArguments } from './arguments.ts';
import { planGreedily } from './assign-greedy.ts';
import { createInstance, type InstanceOptions } from './assign-instance.ts';
import { barChart } from './chart.ts';
import type { Evaluation } from './evaluation.ts';
import { type Section, table, writeSection } from './report.ts';
import { round } from './round.ts';

const SIZES: readonly Pick<InstanceOptions, 'startups' | 'investors' | 'slots'>[] = [
  { startups: 100, investors: 40, slots: 6 },
  { startups: 250, investors: 100, slots: 8 },
  { startups: 500, investors: 200, slots: 12 },
];

/** What stands in the way. */
const DAYS: Readonly<Record<string, Pick<InstanceOptions, 'absent' | 'scattered' | 'tables'>>> = {
  'room for all': { absent: 0, scattered: 0, tables: 1 },
  'few tables': { absent: 0, scattered: 0, tables: 0.6 },
  absences: { absent: 0.3, scattered: 0, tables: 1 },
  both: { absent: 0.3, scattered: 0, tables: 0.6 },
  'half of all': { absent: 1, scattered: 0, tables: 0.4 },
  scattered: { absent: 0, scattered: 0.5, tables: 1 },
};

const SEEDS = [1, 2, 3];

/** One plan beside the greedy one. */
export interface AssignResult {
  /** Listed pairs. */
  readonly pairs: number;
  readonly meetings: number;
  /** Total scores, and what no plan exceeds. */
  readonly ours: number;
  readonly greedy: number;
  readonly bound: number;
  /** (bound − ours) / bound. */
  readonly gap: number;
  /** (bound − greedy) / bound. */
  readonly greedyGap: number;
  /** ours / greedy. */
  readonly ratio: number;
  readonly seconds: number;
}

type Row = AssignResult & { readonly day: string; readonly size: string };

export const assign: Evaluation = {
  usage: '',
  summary: 'meeting plans of random demo days against a proven bound and a greedy plan',
  async run(args, { progress }) {
    readArguments(args, 0, {});
    const solver = await loadSolver();
    const rows: Row[] = [];
    for (const size of SIZES) {
      const name = `${size.startups} × ${size.investors} × ${size.slots}`;
      for (const [day, limits] of Object.entries(DAYS)) {
        for (const seed of SEEDS) {
          const result = await compareWithGreedy({ ...size, ...limits, seed }, solver);
          progress(`${name}, ${day}, seed ${seed}: gap ${result.gap.toFixed(5)}, ${result.seconds.toFixed(1)} s`);
          rows.push({ size: name, day, ...result });
        }
      }
    }
    const size = rows.at(-1)!.size;
    await writeSection('assign', section(rows, size));
    const largest = summarise(rows.filter((row) => row.size === size));
    return round({
      size,
      ...largest,
      days: groups(rows).map(({ rows: of, ...key }) => ({ ...key, ...summarise(of) })),
    });
  },
};

export async function compareWithGreedy(options: InstanceOptions, solver: Solver): Promise<AssignResult> {
  const input = createInstance(options);
  const start = performance.now();
  const { meetings, value, bound, gap } = await planMeetings({ ...input, solver });
  const seconds = (performance.now() - start) / 1000;
  const greedy = planGreedily(input);
  return {
    pairs: input.scores.length,
    meetings: meetings.length,
    ours: value,
    greedy,
    bound,
    gap,
    greedyGap: (bound - greedy) / bound,
    ratio: value / greedy,
    seconds,
  };
}

/** Means over the seeds; of gap and seconds the largest, since they are promised for each. */
export function summarise(rows: readonly AssignResult[]) {
  const mean = (of: (row: AssignResult) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  return {
    gap: Math.max(...rows.map(({ gap }) => gap)),
    ours: mean(({ ours }) => ours),
    greedy: mean(({ greedy }) => greedy),
    greedyGap: mean(({ greedyGap }) => greedyGap),
    ratio: mean(({ ratio }) => ratio),
    meetings: mean(({ meetings }) => meetings),
    /** How many are proven to be the best. */
    best: rows.filter(({ gap }) => gap === 0).length,
    seconds: Math.max(...rows.map(({ seconds }) => seconds)),
  };
}

function groups(rows: readonly Row[]): { size: string; day: string; rows: Row[] }[] {
  const keys = new Map(rows.map(({ size, day }) => [`${size} ${day}`, { size, day }]));
  return [...keys.values()].map((key) => ({
    ...key,
    rows: rows.filter(({ size, day }) => size === key.size && day === key.day),
  }));
}

function section(rows: readonly Row[], largest: string): Section {
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  const all = groups(rows).map(({ rows: of, ...key }) => ({ ...key, ...summarise(of) }));
  const shown = all.filter(({ size }) => size === largest);
  const worst = summarise(rows.filter(({ size }) => size === largest));
  return {
    title: 'Assignment: how good is the meeting plan of a demo day?',
    body: `\`npm run eval -- assign\`: random demo days (seeds ${SEEDS.join(', ')}) with clustered scores and sought-after people, planned by \`assign()\` and by going through the pairs from the best score down, each into the first slot that is free. Both are held against the proven bound that no plan exceeds. At ${largest} no plan of ours is further than **${percent(worst.gap)}** from it, and the slowest took ${worst.seconds.toFixed(1)} s (on a shared machine with two cores). The greedy plan is ${percent(Math.min(...all.map((row) => row.greedyGap)))} to ${percent(Math.max(...all.map((row) => row.greedyGap)))} below it: what there is to win is not much, and nearly all of it is won.

${table(
  [
    'startups × investors × slots',
    'day',
    'ours',
    'greedy',
    'ours / greedy',
    'largest gap of ours',
    'gap of greedy',
    'proven the best',
    'slowest',
  ],
  all.map((row) => [
    row.size,
    row.day,
    row.ours.toFixed(0),
    row.greedy.toFixed(0),
    row.ratio,
    percent(row.gap),
    percent(row.greedyGap),
    `${row.best} of ${SEEDS.length}`,
    `${row.seconds.toFixed(1)} s`,
  ]),
)}

Few tables: 60 % of the investors can meet at once. Absences: 30 % of the people come late or leave early. Both: both. Half of all: everybody comes late or leaves early, and there are tables for 40 % of the investors. Scattered: everybody misses each slot by chance, half of them, which leaves few common slots. Values are means over the seeds.`,
    charts: {
      gap: {
        svg: barChart({
          title: `Below the proven bound at ${largest}, in %`,
          labels: shown.map(({ day }) => day),
          series: [
            { name: 'Köprü (largest)', values: shown.map(({ gap }) => 100 * gap) },
            { name: 'greedy (mean)', values: shown.map(({ greedyGap }) => 100 * greedyGap) },
          ],
        }),
        alt: 'How far our plan and the greedy plan are below the bound, by kind of day',
      },
    },
  };
}
