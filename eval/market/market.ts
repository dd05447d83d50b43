import { weights } from '@kopru/sdk/engine';
import { readArguments } from '../arguments.ts';
import type { Evaluation } from '../evaluation.ts';
import { round } from '../round.ts';
import { measure, type Outcomes } from './measure.ts';
import { anyOrder, bm25, engineScores, fairLists, pureLists, rankPairs } from './methods.ts';
import { GRID, GRID_SEEDS, MARKET, type MarketParameters, REPORT_SEEDS, TUNING_SEEDS } from './parameters.ts';
import { type Cell, mean, type Spread, spreadOf, writeReport } from './report.ts';
import { type SimulatedMarket, simulate } from './simulate.ts';

/** Strengths of the curve that is reported; the default among them or not. */
const STRENGTHS = [0, 0.25, 0.5, 0.75, 1] as const;

/** Lists of every method on one market. */
export function compareMethods(market: SimulatedMarket, seed: number): Outcomes {
  const ranking = rankPairs(market, engineScores(market));
  return {
    ours: measure(market, fairLists(ranking)),
    off: measure(market, pureLists(ranking)),
    cosine: measure(market, pureLists(rankPairs(market, market.seen.cosine))),
    bm25: measure(market, pureLists(bm25(market))),
    random: measure(market, pureLists(anyOrder(market, seed))),
  };
}

export const market: Evaluation = {
  usage: '[--short]',
  summary:
    'a simulated market of 2,000 startups and 400 investors: mutual matches, Gini of exposure, utility; --short: 200 × 40, two seeds, no report',
  async run(args, { progress }) {
    const { short } = readArguments(args, 0, { short: { type: 'boolean' } }).values;
    const parameters = short ? { ...MARKET, startups: 200, investors: 40 } : MARKET;
    const seeds = short ? REPORT_SEEDS.slice(0, 2) : REPORT_SEEDS;
    const runs = seeds.map((seed) => {
      progress(`seed ${seed}`);
      return compareMethods(simulate(parameters, seed), seed);
    });
    const spread = Object.fromEntries(METHODS.map((name) => [name, spreadOf(runs.map((run) => run[name]))]));
    const loss = (key: 'utility' | 'patientUtility' | 'listedUtility') =>
      mean(runs.map(({ ours, off }) => 1 - ours[key] / off[key]));
    const result = {
      mutualTop10: pickMeans(spread, 'mutualTop10'),
      gini: pickMeans(spread, 'gini'),
      utilityLoss: loss('utility'),
      patientUtilityLoss: loss('patientUtility'),
      listedUtilityLoss: loss('listedUtility'),
      fairness: weights.FAIRNESS,
      seeds,
      spread,
    };
    if (!short) await writeReport(result, gridCells(progress), strengthCurve(progress));
    return round(result);
  },
};

const METHODS = ['ours', 'off', 'cosine', 'bm25', 'random'] as const;

const pickMeans = (spread: Readonly<Record<string, Spread>>, key: 'mutualTop10' | 'gini') =>
  Object.fromEntries(Object.entries(spread).map(([name, { [key]: value }]) => [name, value.mean]));

/** The grid of skew and correlation, each cell the mean of its seeds. */
function gridCells(progress: (line: string) => void): Cell[] {
  return GRID.skews.flatMap((skew) =>
    GRID.correlations.map((correlation) => {
      progress(`skew ${skew}, correlation ${correlation}`);
      return { skew, correlation, runs: GRID_SEEDS.map((seed) => compareAt({ ...MARKET, skew, correlation }, seed)) };
    }),
  );
}

const compareAt = (parameters: MarketParameters, seed: number): Outcomes =>
  compareMethods(simulate(parameters, seed), seed);

/** Outcome at each strength, on a tuning seed: the curve that `FAIRNESS` was chosen on. */
function strengthCurve(progress: (line: string) => void) {
  progress('strengths');
  const [seed] = TUNING_SEEDS;
  const simulated = simulate(MARKET, seed);
  const ranking = rankPairs(simulated, engineScores(simulated));
  return STRENGTHS.map((fairness) => ({ fairness, outcome: measure(simulated, fairLists(ranking, fairness)) }));
}
