import { computeExposure, rerank, weights } from '@kopru/sdk/engine';
import MiniSearch from 'minisearch';
import { createRandom } from '../random.ts';
import type { TopLists } from './measure.ts';
import { TOP } from './parameters.ts';
import type { PairValues, SimulatedMarket } from './simulate.ts';

/** Candidates of one profile by falling score. */
interface Candidate {
  readonly id: string;
  readonly position: number;
  readonly score: number;
  readonly windows: readonly [];
}

/** For each profile of both sides, its candidates by falling score: at most `POOL` of them, as in the engine. */
export interface Ranking {
  readonly startups: readonly (readonly Candidate[])[];
  readonly investors: readonly (readonly Candidate[])[];
}

/** The engine's score of each pair: 100 × the geometric mean of the two utilities that it estimates. */
export const engineScores = ({ seen }: SimulatedMarket): PairValues =>
  seen.forStartup.map((u, k) => Math.round(1000 * Math.sqrt(u * (seen.forInvestor[k] as number))) / 10);

/** Both sides ranked by one number for each pair. */
export function rankPairs({ startups, investors }: SimulatedMarket, scores: PairValues): Ranking {
  return {
    startups: Array.from({ length: startups }, (_, s) => rank(investors, (i) => scores[s * investors + i] as number)),
    investors: Array.from({ length: investors }, (_, i) => rank(startups, (s) => scores[s * investors + i] as number)),
  };
}

function rank(count: number, scoreOf: (position: number) => number): Candidate[] {
  const scores = Float64Array.from({ length: count }, (_, position) => scoreOf(position));
  return Array.from({ length: count }, (_, position) => position)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number))
    .slice(0, weights.POOL)
    .map((position) => ({ id: String(position), position, score: scores[position] as number, windows: [] }));
}

/** The top of every list as it is ranked. */
export const pureLists = ({ startups, investors }: Ranking): TopLists => ({
  startups: startups.map(top),
  investors: investors.map(top),
});

/**
 * The lists as every Köprü list is made: exposure prices from the candidates of both sides, then the one
 * `rerank` of the engine. Diversity is off, since the simulated profiles have no near duplicates.
 */
export function fairLists(ranking: Ranking, fairness: number = weights.FAIRNESS): TopLists {
  const prices = exposurePrices(ranking);
  const lists = (side: readonly (readonly Candidate[])[], byId: ReadonlyMap<string, number>) =>
    side.map((candidates) => top(rerank(candidates, TOP, { diversity: 0, fairness, prices: byId })));
  return { startups: lists(ranking.startups, prices.investors), investors: lists(ranking.investors, prices.startups) };
}

const top = (candidates: readonly Candidate[]): number[] => candidates.slice(0, TOP).map(({ position }) => position);

/** Prices from every pair that is in the candidates of either side, each once. */
function exposurePrices({ startups, investors }: Ranking) {
  const scores = new Float32Array(startups.length * investors.length).fill(Number.NaN);
  for (const [s, list] of startups.entries()) {
    for (const { position: i, score } of list) scores[s * investors.length + i] = score;
  }
  for (const [i, list] of investors.entries()) {
    for (const { position: s, score } of list) scores[s * investors.length + i] = score;
  }
  const pairs = Uint32Array.from(scores.keys()).filter((k) => !Number.isNaN(scores[k]));
  const prices = computeExposure({
    left: startups.length,
    right: investors.length,
    pairs: {
      left: pairs.map((k) => Math.floor(k / investors.length)),
      right: pairs.map((k) => k % investors.length),
      score: Float32Array.from(pairs, (k) => scores[k] as number),
    },
  });
  const byId = (side: Float64Array) => new Map(Array.from(side, (price, position) => [String(position), price]));
  return { startups: byId(prices.left), investors: byId(prices.right) };
}

/** Each user searches the other side's texts with its own (BM25+ of MiniSearch, exact words). */
export function bm25({ seen: { startupTexts, investorTexts } }: SimulatedMarket): Ranking {
  return { startups: search(startupTexts, investorTexts), investors: search(investorTexts, startupTexts) };
}

function search(queries: readonly string[], texts: readonly string[]): Candidate[][] {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return queries.map((query) => {
    const scores = new Float64Array(texts.length);
    for (const { id, score } of index.search(query)) scores[id] = score;
    return rank(texts.length, (position) => scores[position] as number);
  });
}

/** Any order, the same for nobody. */
export function anyOrder({ startups, investors }: SimulatedMarket, seed: number): Ranking {
  const random = createRandom(-seed);
  const side = (own: number, other: number) => Array.from({ length: own }, () => rank(other, () => random()));
  return { startups: side(startups, investors), investors: side(investors, startups) };
}
