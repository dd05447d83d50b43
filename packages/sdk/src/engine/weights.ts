/**
 * Every number that a match depends on: meaning, range, default, source. A constant that is not
 * here is not a matter of judgement.
 *
 * @module
 */

/**
 * From cosine to the semantic signal: 1 / (1 + exp(−(slope · cosine + intercept))), the probability
 * that a thesis and a pitch speak of the same need, for a pair from a set in which the share `prior`
 * does. `prior`, in (0,1), is about the share of right answers among the first ten of a list (dev
 * split, with the demo's facets and gates: 0.13). `slope` > 0 and `intercept` are fitted for it by
 * `npm run eval -- calibrate` on the dev split.
 */
export const CALIBRATION = { prior: 0.1, slope: 17.2, intercept: -8.2 } as const;

/**
 * The value of a signal whose facet a side has not stated. Range [0,1]. At 0.5 silence is worth
 * less than any stated fit and more than any stated misfit.
 */
export const NEUTRAL = 0.5;

/** Share of a round, in (0,1], below which an investor's ticket is too small to matter to it. House convention. */
export const SMALLEST_SHARE = 0.1;

/**
 * Two amounts that differ by less than this share are the same: at 1.7 to the dollar, 170,000 AZN are
 * 100,000 USD, whatever the last bit of the product. Range: above the rounding of a double (2⁻⁵²),
 * below any difference that is meant.
 */
export const SAME_AMOUNT = 1e-12;

/** Sector signal when the two sides share the field but not the sector. Range [0,1]. */
export const SAME_FIELD = 0.6;

/** Corridor signal when the investor's country is not among the markets that the startup wants. Range [0,1]. */
export const OTHER_CORRIDOR = 0.3;

/** How many of the texts' nearest profiles are gated and scored in full. At least the longest list that is asked for. */
export const POOL = 500;

/**
 * Strength of the diversity rerank, in [0,1]; 0 leaves the pure ranking. A candidate loses
 * `DIVERSITY · 100` points at most, in proportion to how far its likeness to one already listed
 * lies above `NEAR_DUPLICATE`.
 */
export const DIVERSITY = 0.1;

/** Cosine of two texts of the same kind above which they begin to count as near duplicates. Range [0,1). */
export const NEAR_DUPLICATE = 0.85;

/** Most reasons and most cautions that a match carries. */
export const MOST_REASONS = 4;
export const MOST_CAUTIONS = 1;

/** Semantic signal below which a list says so as a caution: the texts make the pair half as likely as it was. Range [0,1]. */
export const WEAK_SEMANTIC = CALIBRATION.prior / 2;

/**
 * Semantic signal from which the two sentences that agree most are given as a reason: the texts make
 * the pair likelier than it was. Range [0,1].
 */
export const STRONG_SEMANTIC = CALIBRATION.prior;

/**
 * Most sentences of a text that are embedded by themselves, to be quoted as a reason; a longer text
 * gives so many of all of its parts. At least 1. It bounds what one text costs and keeps: 64 cover the
 * texts that people write (about 6,000 characters), and the windows read every word of any.
 */
export const MOST_SENTENCES = 64;

/**
 * Learning of a hub's weights from answers (`learnWeights`). `priorAnswers` was chosen by
 * `npm run eval -- learn --tune` on simulated hubs, seeds 1–5; the others are judgement unless they say otherwise.
 */
export const LEARNING = {
  /** How many plain answers of a side weigh as much as its default weights. Above 0; more moves slower. */
  priorAnswers: 25,
  /**
   * How sharply answers follow the utility, as the factor of the utility in the log-odds, before
   * any answer is known; learned with the weights. Above 0.
   */
  sharpness: 10,
  /** Standard deviation of that belief, above 0; the sharpness stays within a quarter and four times of its default. */
  sharpnessSpread: 5,
  /** Mean variance of a signal within a list of 20: what one answer can tell. Measured on the demo profiles. */
  signalVariance: 0.06,
  /** A match at this rank is looked at with probability rank^−examination; 0 corrects for nothing. Range [0,2]. */
  examination: 1,
  /** How many plain answers each answer counts as, at least 0 and rising with the interest. */
  strengths: { seen: 0, passed: 1, saved: 1, requested: 1.5, accepted: 2, met: 2.5, agreed: 2.75, invested: 3 },
  /** A learned weight is at least this share of its default … Range [0,1]. */
  leastShare: 0.25,
  /** … and at most this much above it. Range [0,1]. */
  mostAbove: 0.25,
} as const;

/**
 * Strength of the exposure fairness, in [0,1]; 0 leaves the order of the scores. A candidate's place
 * is decided by its score less `FAIRNESS` times its exposure price (`computeExposure`), so 1 shares
 * the attention of the market evenly. A hub sets its own: about 0.5 where users read whole lists, since
 * evenness then costs more (`eval/report.md`). Chosen by `npm run eval -- market`, seeds 1–5.
 */
export const FAIRNESS = 0.87;

/** How exposure prices are computed (`computeExposure`). */
export const EXPOSURE = {
  /**
   * Points of the score by which a pair must be better to get e times the attention, where it gets
   * little. Above 0: large blurs who goes with whom, small takes many rounds. From the same seeds.
   */
  temperature: 1,
  /**
   * How many places of a list are shared out evenly, in the lists of the side with fewer profiles.
   * Above 0: few share out the top alone, many mind the top less. From the same seeds.
   */
  places: 10,
  /** How strictly each gets its share of attention, in (0,1): at 1 many who have one and the same possible partner have no finite price. */
  strictness: 0.98,
  /** The prices are found when none moves by more than this many points: well below the 0.1 steps of the score. */
  tolerance: 0.01,
  /** … or after this many rounds over all pairs. */
  mostSteps: 200,
} as const;

/**
 * How sharply the likelihood of a sector falls with the distance of its names: exp(this · cosine).
 * Positive. Chosen on the dev split among 10, 15, 20, 25 and 40.
 */
export const SECTOR_SHARPNESS = 15;
