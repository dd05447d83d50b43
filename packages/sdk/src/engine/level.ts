/** How well a pair fits, in a word. */
export type Level = 'strong' | 'good' | 'fair' | 'weak';

/**
 * Lowest score of each level but the last, 0 to 100. Of the pairs that lists of ten show on the corpus'
 * test split, the share that is of one topic is 0.90, 0.60 and 0.25 in these, and 0.02 below
 * (`npm run eval -- ablation`).
 */
export const LEVELS: readonly (readonly [level: Level, lowest: number])[] = [
  ['strong', 80],
  ['good', 65],
  ['fair', 50],
];

/** The level of a score from 0 to 100. */
export const levelOf = (score: number): Level => LEVELS.find(([, lowest]) => score >= lowest)?.[0] ?? 'weak';
