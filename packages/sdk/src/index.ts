/**
 * The client of the API. Runs where `fetch` does, and loads neither the schemas nor the engine: those
 * are `@kopru/sdk/schema` and `@kopru/sdk/engine`. A page that uses few nouns makes them itself:
 * `new Matches(new Transport(options))`.
 *
 * @module
 */

export { ActionPlans } from './action-plans/action-plans.ts';
export { Applications } from './applications/applications.ts';
export { Audit } from './audit/audit.ts';
export { Blocks } from './blocks/blocks.ts';
export type { Answer, Call } from './call.ts';
export { Kopru } from './client.ts';
export { type ConnectionCode, type ErrorCode, type ErrorDetails, isKopruError, KopruError } from './errors.ts';
export { Agreements } from './exchange/agreements.ts';
export { Consents } from './exchange/consents.ts';
export { Corridors } from './exchange/corridors.ts';
export { Exchange } from './exchange/exchange.ts';
export { FeedbackAnswers } from './feedback/feedback.ts';
export { type CreatedFeed, Feeds } from './feeds/feeds.ts';
export { Health } from './health/health.ts';
export { type Hub, OwnHub } from './hubs/hub.ts';
export { type HubSummary, Hubs } from './hubs/hubs.ts';
export { type CsvOptions, type ImportRow, type ImportRows, Imports } from './imports/imports.ts';
export { Introductions } from './introductions/introductions.ts';
export { type CreatedKey, Keys } from './keys/keys.ts';
export { OperatorKeys } from './keys/operator-keys.ts';
export type { Kind } from './kinds/index.ts';
export { PATHS } from './kinds/paths.ts';
export { LimitCosts } from './limits/limits.ts';
export type { Lines } from './lines.ts';
export { Mails } from './mails/mails.ts';
export { type Match, Matches } from './matches/matches.ts';
export type { LogEntry, TransportOptions as KopruOptions } from './options.ts';
export type { Pages } from './pages.ts';
export { Plans } from './plans/plans.ts';
export type { ProblemCode } from './problem-codes.ts';
export { type DeletionPage, Exports, type ProfileExport } from './profiles/exports.ts';
export type { ExportLine } from './profiles/hub-export.ts';
export { type ProfilePage, Profiles, type ProfileWriteOptions, type StoredProfile } from './profiles/profiles.ts';
export type { RequestOptions, WriteOptions } from './request.ts';
export { Search } from './search/search.ts';
export { Subscriptions } from './subscriptions/subscriptions.ts';
export { Suppressions } from './suppressions/suppressions.ts';
export { TokenKeys } from './token-keys/token-keys.ts';
export { Transport } from './transport.ts';
export { type Replayed, Webhooks, type WebhookWithSecret } from './webhooks/webhooks.ts';
export { HubWeights } from './weights/weights.ts';
export type { MergePatch, PageQuery, ProfileInput, ProfileRef } from './wire-types.ts';
