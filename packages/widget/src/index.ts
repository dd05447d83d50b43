/**
 * Web components of Köprü. Importing this registers nothing; `@kopru/widget/define` does.
 *
 * @module
 */
export {
  AcceptEvent,
  type ActionEvents,
  BlockEvent,
  DeclineEvent,
  type DeclineReason,
  PassEvent,
  type PassReason,
  RequestEvent,
  RetryEvent,
  SaveEvent,
  TokenEvent,
  WithdrawEvent,
} from './events.ts';
export { IntroductionsElement } from './introductions/introductions-element.ts';
export { MatchesElement, type MatchesState } from './matches/matches-element.ts';
