/**
 * Every number that a match depends on: meaning, range, default, source. A constant that is not
 * here is not a matter of judgement.
 *
 * @module
 */

/**
 * From cosine to the semantic signal: 1 / (1 + exp(−(slope · cosine + intercept))).
 * Fitted by `npm run eval -- calibrate` on the dev split, both classes (same topic, other topic)
 * weighing half. `slope` > 0; `intercept` any number.
 */
export const CALIBRATION = { slope: 18.1, intercept: -6.29 } as const;

/**
 * The value of a signal whose facet a side has not stated. Range [0,1]. At 0.5 silence is worth
 * less than any stated fit and more than any stated misfit.
 */
export const NEUTRAL = 0.5;

/** Share of a round, in (0,1], below which an investor's ticket is too small to matter to it. House convention. */
export const SMALLEST_SHARE = 0.1;

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

/** Semantic signal below which a list says so as a caution. Range [0,1]. */
export const WEAK_SEMANTIC = 0.3;

/** Semantic signal from which the two sentences that agree most are given as a reason. Range [0,1]. */
export const STRONG_SEMANTIC = 0.5;
