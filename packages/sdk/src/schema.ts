/**
 * The wire schemas: the only definition of what the API takes and gives.
 *
 * @module
 */

export { EVENT_TYPES, type EventType } from './events/schema.ts';
export { type HubSettings, hubIdSchema, hubSchema, hubSettingsSchema } from './hubs/schema.ts';
export { SCOPES, type Scope } from './keys/schema.ts';
export { KIND_NAMES, KINDS, type Kind, PRIVATE_FIELDS, type Profile, type ProfileOf } from './kinds/index.ts';
export { type Investor, investorSchema } from './kinds/investor.ts';
export { type Startup, startupSchema } from './kinds/startup.ts';
export {
  cardSchema,
  localeSchema,
  type MatchList,
  type MatchQuery,
  matchListSchema,
  matchQuerySchema,
  matchRequestSchema,
} from './matches/schema.ts';
export { pageQueryShape, pageSchema } from './page.ts';
export { PROBLEMS, type Problem, type ProblemCode, problemSchema } from './problems.ts';
