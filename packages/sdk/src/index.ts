/**
 * The client of the API. Runs where `fetch` does, and loads neither the schemas nor the engine: those
 * are `@kopru/sdk/schema` and `@kopru/sdk/engine`.
 *
 * @module
 */

export type { Audit } from './audit/audit.ts';
export type { Blocks } from './blocks/blocks.ts';
export type { Answer, Call } from './call.ts';
export { Kopru } from './client.ts';
export { type ConnectionCode, type ErrorCode, type ErrorDetails, isKopruError, KopruError } from './errors.ts';
export type { Agreements } from './exchange/agreements.ts';
export type { Consents } from './exchange/consents.ts';
export type { Corridors } from './exchange/corridors.ts';
export type { Exchange } from './exchange/exchange.ts';
export type { FeedbackAnswers } from './feedback/feedback.ts';
export type { Health } from './health/health.ts';
export type { Hub, OwnHub } from './hubs/hub.ts';
export type { HubSummary, Hubs } from './hubs/hubs.ts';
export type { CsvOptions, ImportRow, ImportRows, Imports } from './imports/imports.ts';
export type { Introductions } from './introductions/introductions.ts';
export type { CreatedKey, Keys } from './keys/keys.ts';
export type { OperatorKeys } from './keys/operator-keys.ts';
export type { Kind } from './kinds/index.ts';
export type { Lines } from './lines.ts';
export type { Match, Matches } from './matches/matches.ts';
export type { LogEntry, TransportOptions as KopruOptions } from './options.ts';
export type { Pages } from './pages.ts';
export type { Plans } from './plans/plans.ts';
export type { ProblemCode } from './problem-codes.ts';
export type { DeletionPage, ExportLine, Exports, ProfileExport } from './profiles/exports.ts';
export type { ProfilePage, Profiles, ProfileWriteOptions, StoredProfile } from './profiles/profiles.ts';
export type { RequestOptions, WriteOptions } from './request.ts';
export type { Search } from './search/search.ts';
export type { TokenKeys } from './token-keys/token-keys.ts';
export type { Replayed, Webhooks, WebhookWithSecret } from './webhooks/webhooks.ts';
export type { HubWeights } from './weights/weights.ts';
export type { MergePatch, PageQuery, ProfileInput, ProfileRef } from './wire-types.ts';
