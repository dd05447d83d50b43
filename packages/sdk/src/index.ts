/**
 * The client of the API. Runs where `fetch` does, and loads neither the schemas nor the engine: those
 * are `@kopru/sdk/schema` and `@kopru/sdk/engine`.
 *
 * @module
 */
export type { Answer, Call } from './call.ts';
export { Kopru } from './client.ts';
export { type ConnectionCode, type ErrorCode, isKopruError, KopruError } from './errors.ts';
export type { Hub } from './hubs/hub.ts';
export type { HubSummary } from './hubs/hubs.ts';
export type { CsvOptions, ImportRow, ImportRows } from './imports/imports.ts';
export type { CreatedKey } from './keys/keys.ts';
export type { Kind } from './kinds/index.ts';
export type { Lines } from './lines.ts';
export type { Match } from './matches/matches.ts';
export type { LogEntry, TransportOptions as KopruOptions } from './options.ts';
export type { Pages } from './pages.ts';
export type { ProblemCode } from './problem-codes.ts';
export type { DeletionPage, ExportLine, ProfileExport } from './profiles/exports.ts';
export type { ProfilePage, ProfileWriteOptions, StoredProfile } from './profiles/profiles.ts';
export type { RequestOptions, WriteOptions } from './request.ts';
export type { Replayed, WebhookWithSecret } from './webhooks/webhooks.ts';
export type { MergePatch, PageQuery, ProfileInput, ProfileRef } from './wire-types.ts';
