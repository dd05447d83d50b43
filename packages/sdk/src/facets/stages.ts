/** Stages of a company by the round that it raises, earliest first. */
export const STAGES = ['idea', 'pre_seed', 'seed', 'series_a', 'series_b', 'growth'] as const;
export type StageCode = (typeof STAGES)[number];

/**
 * Technology readiness levels (ISO 16290, 1 to 9) that a company of each stage typically has, both
 * ends included. House convention: no standard ties rounds to readiness. It follows the readings of
 * the scale in Horizon Europe: 3 is a proof of concept, 6 a demonstration, 8 a complete system, 9 proven in use.
 */
export const TYPICAL_TRL: Readonly<Record<StageCode, readonly [lowest: number, highest: number]>> = {
  idea: [1, 3],
  pre_seed: [2, 5],
  seed: [4, 7],
  series_a: [6, 9],
  series_b: [8, 9],
  growth: [9, 9],
};

/** How many rounds lie between two stages; positive when `b` is the later one. */
export const stagesBetween = (a: StageCode, b: StageCode): number => STAGES.indexOf(b) - STAGES.indexOf(a);
