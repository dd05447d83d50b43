import { createRandom, normal, pick, type Random } from '../random.ts';
import {
  ACCEPTS,
  COUNTRIES,
  FACETS,
  type MarketParameters,
  POPULARITY_POWER,
  SIGHT,
  TOPIC_SHARE,
  TOPIC_SPREAD,
  TOPICS,
  WORDS,
} from './parameters.ts';

/** One number in [0,1] for each startup and investor, row by row: pair (s, i) is at s · investors + i. */
export type PairValues = Float32Array;

/** What is true of a market, and what the methods see of it. */
export interface SimulatedMarket {
  readonly startups: number;
  readonly investors: number;
  readonly truth: {
    /** Utility of the investor for the startup, and of the startup for the investor. */
    readonly forStartup: PairValues;
    readonly forInvestor: PairValues;
    /** Whether each accepts the other: 1 or 0. */
    readonly startupAccepts: Uint8Array;
    readonly investorAccepts: Uint8Array;
  };
  readonly seen: {
    /** The engine's estimate of both utilities. */
    readonly forStartup: PairValues;
    readonly forInvestor: PairValues;
    /** Cosine of the two text vectors, in [−1,1]. */
    readonly cosine: PairValues;
    readonly startupTexts: readonly string[];
    readonly investorTexts: readonly string[];
  };
}

interface Profile {
  readonly topic: number;
  readonly topicVector: Float64Array;
  readonly textVector: Float64Array;
  readonly country: number;
  readonly countries: ReadonlySet<number>;
  readonly stage: number;
  readonly popularity: number;
  readonly text: string;
}

export function simulate({ startups, investors, skew, correlation }: MarketParameters, seed: number): SimulatedMarket {
  const random = createRandom(seed);
  const centres = Array.from({ length: TOPICS.count }, () => randomVector(random));
  const common = randomVector(random);
  const profiles = (count: number) => Array.from({ length: count }, () => createProfile(centres, common, random));
  const [founders, funds] = [profiles(startups), profiles(investors)];
  const pairs = startups * investors;
  const [forStartup, forInvestor] = [new Float32Array(pairs), new Float32Array(pairs)];
  const [seenForStartup, seenForInvestor] = [new Float32Array(pairs), new Float32Array(pairs)];
  const cosine = new Float32Array(pairs);

  for (const [s, founder] of founders.entries()) {
    for (const [i, fund] of funds.entries()) {
      const k = s * investors + i;
      const shared = sharedFit(founder, fund);
      const utility = (popularity: number) =>
        (1 - skew) * (correlation * shared + (1 - correlation) * random()) + skew * popularity;
      forStartup[k] = utility(fund.popularity);
      forInvestor[k] = utility(founder.popularity);
      const estimate = (true_: number) => Math.min(1, Math.max(0, true_ + SIGHT.scoreNoise * normal(random)));
      seenForStartup[k] = estimate(forStartup[k] as number);
      seenForInvestor[k] = estimate(forInvestor[k] as number);
      cosine[k] = dot(founder.textVector, fund.textVector);
    }
  }
  return {
    startups,
    investors,
    truth: {
      forStartup,
      forInvestor,
      startupAccepts: bestOf(forStartup, startups, investors, (s, i) => s * investors + i, ACCEPTS.startup),
      investorAccepts: bestOf(forInvestor, investors, startups, (i, s) => s * investors + i, ACCEPTS.investor),
    },
    seen: {
      forStartup: seenForStartup,
      forInvestor: seenForInvestor,
      cosine,
      startupTexts: founders.map(({ text }) => text),
      investorTexts: funds.map(({ text }) => text),
    },
  };
}

function createProfile(centres: readonly Float64Array[], common: Float64Array, random: Random): Profile {
  const topic = pick(
    centres.map((_, r) => 1 / (r + 1) ** TOPICS.topicSkew),
    random,
  );
  const shares = Object.values(COUNTRIES);
  const country = pick(shares, random);
  const topicVector = unit(plus(centres[topic] as Float64Array, randomVector(random), TOPIC_SPREAD));
  const noisy = plus(topicVector, randomVector(random), SIGHT.textNoise);
  return {
    topic,
    topicVector,
    textVector: unit(plus(noisy, common, SIGHT.commonText * random())),
    country,
    countries: new Set([country, ...Array.from({ length: FACETS.wantedCountries }, () => pick(shares, random))]),
    stage: Math.floor(random() * FACETS.stages),
    popularity: random() ** POPULARITY_POWER,
    text: write(topic, country, random),
  };
}

/** The fit that both sides see alike, in [0,1]: topics, stage and country. */
function sharedFit(founder: Profile, fund: Profile): number {
  const topics = (1 + dot(founder.topicVector, fund.topicVector)) / 2;
  const stagesOff = Math.max(0, Math.abs(founder.stage - fund.stage) - (FACETS.stageSpan - 1) / 2);
  const stage = Math.max(0, 1 - stagesOff / 2);
  const country = fund.countries.has(founder.country) ? 1 : 0;
  return TOPIC_SHARE * topics + (1 - TOPIC_SHARE) * ((stage + country) / 2);
}

/** 25 words, most of the profile's topic, most in the language of its country. */
function write(topic: number, country: number, random: Random): string {
  return Array.from({ length: WORDS.perText }, () => {
    const about = random() < WORDS.ofTopic ? topic : Math.floor(random() * TOPICS.count);
    const language = random() < WORDS.international ? 'x' : country;
    return `w${about}l${language}n${Math.floor(random() * WORDS.perTopic)}`;
  }).join(' ');
}

/** Marks, for each of a side, the best `share` of the other side. */
function bestOf(
  utility: PairValues,
  own: number,
  other: number,
  at: (own: number, other: number) => number,
  share: number,
): Uint8Array {
  const marks = new Uint8Array(utility.length);
  const places = Math.round(share * other);
  for (let o = 0; o < own; o++) {
    const row = Float32Array.from({ length: other }, (_, p) => utility[at(o, p)] as number);
    const least = row.toSorted()[other - places] as number;
    for (let p = 0; p < other; p++) if ((row[p] as number) >= least) marks[at(o, p)] = 1;
  }
  return marks;
}

const randomVector = (random: Random): Float64Array =>
  unit(Float64Array.from({ length: TOPICS.dimensions }, () => normal(random)));

const plus = (a: Float64Array, b: Float64Array, length: number): Float64Array =>
  a.map((value, d) => value + length * (b[d] as number));

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
}

const unit = (vector: Float64Array): Float64Array => {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
};
