/**
 * The simulated market, fixed before anything was tuned on it: only `EXPOSURE` and `FAIRNESS` of
 * the engine's `weights.ts` were chosen afterwards, on `TUNING_SEEDS`. What is reported is measured
 * on `REPORT_SEEDS`. To change a number here is to make another evaluation.
 *
 * @module
 */

export const TUNING_SEEDS = [1, 2, 3, 4, 5] as const;
export const REPORT_SEEDS = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110] as const;

/** Length of the lists that are looked at. */
export const TOP = 10;

/** What a simulated market is made of. */
export interface MarketParameters {
  readonly startups: number;
  readonly investors: number;
  /** Share of popularity in the true preferences, in [0,1]; the rest is fit. */
  readonly skew: number;
  /** Share of the fit that both sides see alike, in [0,1]; the rest is each one's own taste. */
  readonly correlation: number;
}

export const MARKET: MarketParameters = { startups: 2000, investors: 400, skew: 0.3, correlation: 0.7 };

/** The grid that is reported beside the main figures, on `GRID_SEEDS`. */
export const GRID = { skews: [0, 0.3, 0.6], correlations: [0.3, 0.7, 1] } as const;
export const GRID_SEEDS = [101, 102] as const;

/** The eight countries and their share of the profiles. */
export const COUNTRIES = {
  TR: 0.3,
  KZ: 0.2,
  UZ: 0.16,
  AZ: 0.12,
  HU: 0.08,
  KG: 0.07,
  TM: 0.04,
  RU: 0.03,
} as const;

/** Topics that profiles are about; the r-th most frequent has a weight of 1 / r^`topicSkew`. */
export const TOPICS = { count: 40, topicSkew: 0.7, dimensions: 16 } as const;

/** How far a profile lies from the centre of its topic, as the length of a random vector added to a unit one. */
export const TOPIC_SPREAD = 0.7;

/** Stages 0 to 5; an investor takes `stageSpan` of them and wants `wantedCountries` countries beside its own. */
export const FACETS = { stages: 6, stageSpan: 3, wantedCountries: 3 } as const;

/** Of the fit that both sides see alike, the share of the topics; the rest is stage and country in equal parts. */
export const TOPIC_SHARE = 0.6;

/** Popularity is a uniform number to this power: few are sought by all. */
export const POPULARITY_POWER = 3;

/** A user accepts whom it truly puts into this share of the other side. */
export const ACCEPTS = { startup: 0.2, investor: 0.1 } as const;

/** What the methods see of the truth. */
export const SIGHT = {
  /** Standard deviation of the error of each utility that the engine estimates, which lies in [0,1]. */
  scoreNoise: 0.12,
  /** Length of the random vector that is added to a profile's unit topic vector to give its text vector. */
  textNoise: 0.5,
  /** Length of the direction that all texts share: as in real embeddings, some texts lie near all. */
  commonText: 0.5,
} as const;

/** The words of a profile's text, for BM25. */
export const WORDS = {
  perText: 25,
  perTopic: 30,
  /** Share of the words that belong to the profile's topic; the rest are of any topic. */
  ofTopic: 0.7,
  /** Share of the words that are the same in every language (names, loanwords); the others are of the country's language. */
  international: 0.3,
} as const;
