/**
 * The wire schemas: the only definition of what the API takes and gives.
 *
 * @module
 */

export {
  ACTION_STATUSES,
  type ActionInput,
  type ActionPlan,
  type ActionPlanHistory,
  type ActionPlanInput,
  type ActionPlanSummary,
  type ActionStanding,
  type ActionState,
  actionPlanHistorySchema,
  actionPlanInputSchema,
  actionPlanPageSchema,
  actionPlanQuerySchema,
  actionPlanSchema,
  actionPlanSummarySchema,
  type IndicatorInput,
  LIVE_SOURCES,
  type LiveSource,
  STANDINGS,
} from './action-plans/schema.ts';
export {
  actionProgress,
  actionStanding,
  elapsed,
  indicatorProgress,
  indicatorValue,
} from './action-plans/standing.ts';

export {
  APPLICATION_STATES,
  type Application,
  type ApplicationHistory,
  type ApplicationInput,
  type ApplicationPatch,
  type ApplicationQuery,
  type ApplicationState,
  applicationHistorySchema,
  applicationInputSchema,
  applicationPageSchema,
  applicationPatchSchema,
  applicationQuerySchema,
  applicationSchema,
  type ProgrammeNumbers,
  programmeNumbersSchema,
} from './applications/schema.ts';

export {
  type AuditEntry,
  type AuditQuery,
  auditEntrySchema,
  auditPageSchema,
  auditQuerySchema,
} from './audit/schema.ts';
export {
  type BlockQuery,
  type BlockView,
  blockPageSchema,
  blockQuerySchema,
  blockRequestSchema,
  blockSchema,
} from './blocks/schema.ts';
export { EVENT_TYPES, type EventType } from './events/schema.ts';
export { type ExchangeCard, exchangeCardSchema, type Home, homeSchema } from './exchange/card.ts';
export {
  type Agreement,
  type AgreementInput,
  agreementInputSchema,
  agreementPageSchema,
  agreementSchema,
  type Consent,
  type ConsentInput,
  type CorridorList,
  consentInputSchema,
  consentPageSchema,
  consentSchema,
  corridorListSchema,
  exchangedSchema,
  SMALLEST_COUNT,
  type Subscription,
  subscriptionListSchema,
  subscriptionSchema,
} from './exchange/schema.ts';
export { type Feedback, feedbackSchema } from './feedback/schema.ts';
export {
  createdFeedSchema,
  type FeedQuery,
  type FeedView,
  feedPageSchema,
  feedQuerySchema,
  feedSchema,
  newFeedSchema,
} from './feeds/schema.ts';
export {
  createdHubSchema,
  type HubSettings,
  hubIdSchema,
  hubInputSchema,
  hubPageSchema,
  hubPatchSchema,
  hubSchema,
  hubSettingsSchema,
  newHubSchema,
} from './hubs/schema.ts';
export {
  type Import,
  type ImportIssue,
  type ImportMapping,
  type ImportQuery,
  type ImportState,
  importIssueSchema,
  importMappingSchema,
  importPageSchema,
  importQuerySchema,
  importRowSchema,
  importSchema,
} from './imports/schema.ts';
export {
  askSchema,
  declineSchema,
  INTRODUCTION_STATES,
  type IntroductionQuery,
  type IntroductionState,
  type IntroductionView,
  introductionPageSchema,
  introductionQuerySchema,
  introductionSchema,
  type MeetingInput,
  meetingSchema,
} from './introductions/schema.ts';
export {
  createdKeySchema,
  type Key,
  keyNameSchema,
  keyPageSchema,
  keySchema,
  type NewKeyInput,
  newKeySchema,
  rollSchema,
  SCOPES,
  type Scope,
} from './keys/schema.ts';
export { type Expert, expertSchema } from './kinds/expert.ts';
export { type CardFact, cardFacts } from './kinds/facts/index.ts';
export { KIND_NAMES, KINDS, type Kind, PRIVATE_FIELDS, type Profile, type ProfileOf } from './kinds/index.ts';
export { type Investor, investorSchema } from './kinds/investor.ts';
export { type Lab, labSchema } from './kinds/lab.ts';
export { type Need, needSchema } from './kinds/need.ts';
export { type Offer, offerSchema } from './kinds/offer.ts';
export { type Patent, patentSchema } from './kinds/patent.ts';
export { type Programme, programmeSchema } from './kinds/programme.ts';
export { mayBeShown, type Standing, standingOf } from './kinds/standing.ts';
export { type Startup, startupSchema } from './kinds/startup.ts';
export { type Limits, type LimitsRequest, limitsRequestSchema, limitsSchema } from './limits/schema.ts';
export {
  type MailReportSecret,
  mailReportRotationSchema,
  mailReportSchema,
  mailReportSecretSchema,
} from './mails/intake-schema.ts';
export {
  type MailCounts,
  type MailNumbers,
  type MailNumbersQuery,
  mailNumbersQuerySchema,
  mailNumbersSchema,
} from './mails/numbers-schema.ts';
export {
  digestPreviewSchema,
  type Mail,
  type MailContent,
  type MailQuery,
  type MailSettings,
  type MailSettingsInput,
  mailPageSchema,
  mailQuerySchema,
  mailSchema,
  mailSettingsInputSchema,
  mailSettingsSchema,
  mailSettingsViewSchema,
  mailWithContentSchema,
  testMailSchema,
} from './mails/schema.ts';
export {
  type CoInvestment,
  type CoInvestmentRequest,
  coInvestmentQuerySchema,
  coInvestmentRequestSchema,
  coInvestmentSchema,
} from './matches/co-investment-schema.ts';
export {
  type MarketEntry,
  type MarketEntryQuery,
  marketEntryQuerySchema,
  marketEntrySchema,
} from './matches/market-entry-schema.ts';
export {
  type Neighbours,
  type NeighboursQuery,
  neighboursQuerySchema,
  neighboursSchema,
} from './matches/neighbours-schema.ts';
export {
  cardSchema,
  localeSchema,
  type MatchList,
  type MatchLists,
  type MatchQuery,
  matchBatchQuerySchema,
  matchBatchSchema,
  matchListSchema,
  matchListsSchema,
  matchQuerySchema,
  matchRequestSchema,
  type Score,
  type ScoreRequest,
  scoreQuerySchema,
  scoreRequestSchema,
  scoreSchema,
} from './matches/schema.ts';
export { pageQueryShape, pageSchema } from './page.ts';
export {
  MOST_PLAN_PAIRS,
  type Plan,
  type PlanInput,
  type PlanState,
  type PlanSummary,
  planInputSchema,
  planPageSchema,
  planSchema,
  planSummarySchema,
} from './plans/schema.ts';
export type { ProblemCode } from './problem-codes.ts';
export { PROBLEMS, type Problem, problemSchema } from './problems.ts';
export {
  deletionPageSchema,
  deletionQuerySchema,
  EXPORT_FORMAT,
  exportQuerySchema,
  type ProfileQuery,
  profileExportSchema,
  profilePageSchema,
  profilePatchSchema,
  profileQuerySchema,
  storedProfileSchema,
} from './profiles/schema.ts';
export { type SearchRequest, type SearchResult, searchRequestSchema, searchResultSchema } from './search/schema.ts';
export {
  type MailSubscription,
  type MailSubscriptionPatch,
  type MailSubscriptionQuery,
  mailSubscriptionPageSchema,
  mailSubscriptionPatchSchema,
  mailSubscriptionQuerySchema,
  mailSubscriptionSchema,
  type NewMailSubscription,
  newMailSubscriptionSchema,
} from './subscriptions/schema.ts';
export {
  newSuppressionSchema,
  type Suppression,
  type SuppressionQuery,
  suppressionPageSchema,
  suppressionQuerySchema,
  suppressionSchema,
} from './suppressions/schema.ts';
export {
  kidSchema,
  type TokenKey,
  type TokenKeyInput,
  tokenKeyInputSchema,
  tokenKeyPageSchema,
  tokenKeySchema,
} from './token-keys/schema.ts';
export {
  type Delivery,
  type DeliveryError,
  deliveryPageSchema,
  deliveryQuerySchema,
  rotationSchema,
  type Webhook,
  type WebhookInput,
  type WebhookPatch,
  webhookInputSchema,
  webhookPageSchema,
  webhookPatchSchema,
  webhookSchema,
  webhookWithSecretSchema,
} from './webhooks/schema.ts';
export { type Weights, type WeightsUpdate, weightsSchema, weightsUpdateSchema } from './weights/schema.ts';
