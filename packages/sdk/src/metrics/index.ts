/**
 * `@kopru/sdk/metrics`: how good a ranking is, and how sure that is.
 *
 * @module
 */
export { type BootstrapOptions, bootstrap, type Estimate, formatEstimate } from './bootstrap.ts';
export {
  averagePrecision,
  mean,
  ndcgAt,
  precisionAt,
  type RankedRelevance,
  rank,
  recallAt,
  reciprocalRank,
} from './ranking.ts';
