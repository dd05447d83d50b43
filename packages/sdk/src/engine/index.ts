/**
 * The matching engine, in-process and without I/O.
 *
 * @module
 */
export type * from './embed.ts';
export { embedProfiles, splitSentences } from './embed.ts';
export { type Embedder, EmbedderError, type EmbedderErrorCode } from './embedder.ts';
export type { GateResult } from './gate.ts';
export {
  createMatchIndex,
  type Match,
  type MatchIndex,
  type MatchOptions,
  type MatchResult,
  type Rejection,
} from './match.ts';
export { createMatcher, type Matcher, type MatcherOptions, ProfileError, type Subject } from './matcher.ts';
export { type Facets, type NormalProfile, normaliseProfile, type Sum } from './normalise.ts';
export type { Message, SignalName } from './pairing.ts';
export { scoreOf, utility } from './score.ts';
export { type Issue, issuesOf, type Validated, validate, validateProfile } from './validate.ts';
export { createVectorIndex, type Hit, type VectorIndex } from './vector-index.ts';
export * as weights from './weights.ts';
