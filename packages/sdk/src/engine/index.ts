/**
 * The matching engine, in-process and without I/O.
 *
 * @module
 */
export { accreditationBody } from '../measures/arrangements.ts';
export { PAIRINGS, pairingName, pairingOf, soughtBy } from '../pairings/index.ts';
export {
  type CoInvestment,
  type CoInvestOptions,
  explainRound,
  type Round,
  type RoundCandidates,
  type RoundPart,
  roundCandidates,
  withRound,
} from './co-invest.ts';
export { type Day, dayOf } from './day.ts';
export type * from './embed.ts';
export { embedProfiles, evidenceSentences, namesToEmbed, readsSectors, splitSentences, withSectors } from './embed.ts';
export { type Embedder, EmbedderError, type EmbedderErrorCode } from './embedder.ts';
export { computeExposure, type ExposureOptions, type ExposurePrices, type Market } from './exposure.ts';
export type { GateResult } from './gate.ts';
export {
  type Learned,
  type LearnOptions,
  learnWeights,
  type SideEvidence,
  type WeightEvidence,
  weightRange,
} from './learn.ts';
export {
  ANSWERS,
  type Answer,
  type AnsweredList,
  PASS_REASONS,
  type PassReason,
  type ShownMatch,
} from './learn-feedback.ts';
export type { LearningConstants, Sharpness } from './learn-fit.ts';
export { LEVELS, type Level, levelOf } from './level.ts';
export { costOfLimits, type LimitCost, type LimitCosts } from './limits.ts';
export {
  createSectorMapper,
  type InferredSectors,
  type RankedCode,
  type SectorKnowledge,
  type SectorMapper,
  type SectorRanking,
  type SectorText,
  sectorMapper,
  sectorNameTexts,
} from './map-sectors.ts';
export { isInMarket, type MarketGroup, type MarketOptions, marketEntry, marketGroup } from './market-entry.ts';
export {
  createMatchIndex,
  type MatchIndex,
  type MatchOptions,
  type MatchResult,
  type Rejection,
  type ScoreOptions,
} from './match.ts';
export {
  createMatcher,
  type DayOptions,
  type Matcher,
  type MatcherOptions,
  ProfileError,
  type Subject,
} from './matcher.ts';
export { type Neighbour, neighboursOf } from './neighbours.ts';
export { type Facets, type LineFacet, type NormalProfile, normaliseProfile, type Sum } from './normalise.ts';
export {
  type Change,
  type Limit,
  type Message,
  type Pairing,
  type Repair,
  SIGNAL_NAMES,
  type SideWeights,
  type SignalName,
  weighed,
} from './pairing.ts';
export { type HubWeights, type Match, matchPair, type PairResult } from './rate.ts';
export { type Rankable, type RerankOptions, rerank } from './rerank.ts';
export { scoreOf, utility } from './score.ts';
export {
  type ReadSnapshotOptions,
  readSnapshot,
  SNAPSHOT_VERSION,
  SnapshotError,
  type SnapshotErrorCode,
  writeSnapshot,
} from './snapshot.ts';
export { type Issue, issuesOf, type Validated, validate, validateProfile } from './validate.ts';
export { createVectorIndex, type Hit, type VectorIndex } from './vector-index.ts';
export { SEES_ALL, type Viewer } from './visibility.ts';
export * as weights from './weights.ts';
export { type GateRepairs, type ToldGate, type WhyNot, whyNot } from './why-not.ts';
