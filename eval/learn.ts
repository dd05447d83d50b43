/**
 * Whether learning from answers pays: the regret of simulated hubs with feedback, without, and
 * without the correction for position.
 *
 * @module
 */
import { type LearningConstants, pairingOf } from '@kopru/sdk/engine';
import { readArguments } from './arguments.ts';
import { lineChart } from './chart.ts';
import type { Evaluation } from './evaluation.ts';
import { readPool, type Subject } from './learn-pool.ts';
import { BEHAVIOUR, regretAfter, type Weights } from './learn-simulate.ts';
import { type Section, table, writeSection } from './report.ts';
import { round } from './round.ts';

/** After how many answers of a hub the regret is measured. */
const STEPS = [0, 10, 30, 100, 300, 1000] as const;
const DEV_SEEDS = [1, 2, 3, 4, 5];
const REPORT_SEEDS = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110];
/** The priors among which `--tune` chooses. */
const PRIORS = [10, 15, 20, 25, 30, 40];

const METHODS = { with: {}, uncorrected: { examination: 0 } } as const satisfies Record<
  string,
  Partial<LearningConstants>
>;
type Method = 'without' | keyof typeof METHODS;
const NAMES: readonly Method[] = ['without', 'with', 'uncorrected'];

/** What matters in each hub, as weights of both sides; the other signals share the rest as in the defaults. */
const EMPHASES: Readonly<Record<string, Partial<Weights['startup']>>> = {
  'as the defaults': {},
  sector: { semantic: 0.4, sector: 0.28 },
  'new markets': { semantic: 0.4, corridor: 0.26 },
  ticket: { semantic: 0.4, ticket: 0.3 },
  language: { semantic: 0.4, language: 0.3 },
  'the text alone': { semantic: 0.8 },
  'out of range': { semantic: 0.1, ticket: 0.4, stage: 0.2 },
};

type Curve = readonly number[];
interface LearnResult {
  readonly steps: readonly number[];
  readonly seeds: readonly number[];
  /** Mean regret over scenarios and seeds after each number of answers. */
  readonly regret: Readonly<Record<Method, Curve>>;
  /** Standard deviation over the seeds of the mean over scenarios. */
  readonly spread: Readonly<Record<Method, Curve>>;
  readonly scenarios: Readonly<Record<string, Readonly<Record<Method, Curve>>>>;
}

export const learn: Evaluation = {
  usage: '[--tune]',
  summary: 'regret of simulated hubs with and without learning from feedback (--tune: the priors on the dev seeds)',
  async run(args, { createEmbedder, progress }) {
    const { values } = readArguments(args, 0, { tune: { type: 'boolean' } });
    progress('measuring the signals of the demo profiles');
    const pool = await readPool(await createEmbedder());
    if (values.tune) return tune(pool, progress);
    const result = measureLearning(pool, REPORT_SEEDS, STEPS, progress);
    await writeSection('learn', section(result, pool.length));
    return round(result);
  },
};

/** All scenarios, seeds and methods. */
export function measureLearning(
  pool: readonly Subject[],
  seeds: readonly number[],
  steps: readonly number[],
  progress: (line: string) => void,
): LearnResult {
  const runs = Object.entries(scenarios()).map(([scenario, truth]) => {
    progress(`scenario: ${scenario}`);
    return { scenario, bySeed: seeds.map((seed) => runMethods(pool, truth, seed, steps)) };
  });
  const perMethod = <T>(value: (method: Method) => T) =>
    Object.fromEntries(NAMES.map((method) => [method, value(method)])) as Record<Method, T>;
  const bySeed = (method: Method): Curve[] =>
    seeds.map((_, s) => meanCurve(runs.map((run) => run.bySeed[s]?.[method] as Curve)));
  return {
    steps,
    seeds,
    regret: perMethod((method) => meanCurve(bySeed(method))),
    spread: perMethod((method) => steps.map((_, i) => deviation(bySeed(method).map((curve) => curve[i] as number)))),
    scenarios: Object.fromEntries(
      runs.map((run) => [run.scenario, perMethod((method) => meanCurve(run.bySeed.map((curves) => curves[method])))]),
    ),
  };
}

function runMethods(pool: readonly Subject[], truth: Weights, seed: number, steps: readonly number[]) {
  const hub = { pool, defaults: defaults(), truth, behaviour: BEHAVIOUR, seed };
  const regrets = (constants: Partial<LearningConstants>) =>
    regretAfter(hub, steps, constants).map(({ regret }) => regret);
  const learned = regrets(METHODS.with);
  // Without feedback the lists stay those of the defaults, which every hub begins with.
  const before = regretAfter(hub, [0], {})[0]?.regret as number;
  return { without: steps.map(() => before), with: learned, uncorrected: regrets(METHODS.uncorrected) };
}

/**
 * Mean regret for each prior, and beside it the harm: the regret of the hub for which the defaults
 * are right, and the most that the answers add to the regret of any other (below 0: all gain).
 */
function tune(pool: readonly Subject[], progress: (line: string) => void) {
  return Object.fromEntries(
    PRIORS.map((priorAnswers) => {
      progress(`prior of ${priorAnswers} answers`);
      const curves = Object.entries(scenarios()).map(([scenario, truth]) => {
        const hub = { pool, defaults: defaults(), truth, behaviour: BEHAVIOUR };
        const bySeed = DEV_SEEDS.map((seed) => regretAfter({ ...hub, seed }, STEPS, { priorAnswers }));
        return { scenario, curve: meanCurve(bySeed.map((run) => run.map(({ regret }) => regret))) };
      });
      const mean = meanCurve(curves.map(({ curve }) => curve));
      const harm = curves.find(({ scenario }) => scenario === 'as the defaults')?.curve;
      const others = curves.filter(({ scenario }) => scenario !== 'as the defaults');
      const added = STEPS.map((_, i) =>
        Math.max(...others.map(({ curve }) => (curve[i] as number) - (curve[0] as number))),
      );
      return [priorAnswers, round({ mean, harm, added })];
    }),
  );
}

function defaults(): Weights {
  const pairing = pairingOf('startup', 'investor');
  if (!pairing) throw new Error('startups and investors are not paired');
  return pairing.weights as Weights;
}

function scenarios(): Record<string, Weights> {
  const from = defaults();
  return Object.fromEntries(
    Object.entries(EMPHASES).map(([scenario, emphasis]) => [
      scenario,
      { startup: emphasise(from.startup, emphasis), investor: emphasise(from.investor, emphasis) },
    ]),
  );
}

function emphasise(weights: Weights['startup'], emphasis: Partial<Weights['startup']>): Weights['startup'] {
  const sum = (of: Partial<Weights['startup']>) => Object.values(of).reduce((a, b) => a + b, 0);
  const others = Object.fromEntries(Object.entries(weights).filter(([name]) => !(name in emphasis)));
  const scale = (1 - sum(emphasis)) / sum(others);
  return { ...weights, ...Object.fromEntries(Object.entries(others).map(([k, w]) => [k, w * scale])), ...emphasis };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const meanCurve = (curves: readonly Curve[]): Curve =>
  (curves[0] as Curve).map((_, i) => mean(curves.map((curve) => curve[i] as number)));
const deviation = (values: readonly number[]): number => {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / Math.max(1, values.length - 1));
};

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

function section({ steps, seeds, regret, spread, scenarios: byScenario }: LearnResult, subjects: number): Section {
  const labels = steps.map(String);
  const rows = Object.entries(byScenario).flatMap(([scenario, curves]) =>
    NAMES.map((method) => [scenario, method, ...curves[method].map(percent)]),
  );
  return {
    title: 'Learning: does feedback pay?',
    body: `\`npm run eval -- learn\`: simulated hubs whose members weigh the signals otherwise than the defaults do. The signals are those that the engine measures on the demo profiles, with the embedded model (${subjects} profiles that seek, each with at least 40 candidates); the answers are simulated: a list of twenty, the place of rank r looked at with probability 1/r, interest by the member's true utility with noise, passes with reasons of which a fifth are named at random. **Regret** is the share of the best possible true utility of a top ten that the top ten shown lacks, for profiles that gave no answer. Seeds ${seeds[0]}–${seeds.at(-1)}; the constants were chosen on seeds 1–5. *uncorrected* learns from the same kind of answers as if every place were looked at.

Mean over ${Object.keys(byScenario).length} scenarios, ± the standard deviation over the seeds, after that many answers of the whole hub:

${table(
  ['', ...labels],
  NAMES.map((method) => [
    method,
    ...regret[method].map((value, i) => `${percent(value)} ± ${percent(spread[method][i] as number)}`),
  ]),
)}

By what matters in the hub. *as the defaults*: there is nothing to learn, and all regret is harm done by noise. *out of range*: the true weights lie beyond what learning may reach.

${table(['hub', 'method', ...labels], rows)}`,
    charts: {
      regret: {
        svg: lineChart({
          title: 'Regret of the top ten after that many answers, mean of the hubs (%)',
          labels,
          series: NAMES.map((name) => ({ name, values: regret[name].map((value) => 100 * value) })),
        }),
        alt: `Regret falls from ${percent(regret.with[0] as number)} to ${percent(regret.with.at(-1) as number)} with learning and stays without.`,
      },
    },
  };
}
