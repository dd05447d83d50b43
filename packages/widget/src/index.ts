/**
 * Web components of Köprü. Importing this registers nothing; `@kopru/widget/define` does.
 *
 * @module
 */
export { ApplicationsElement } from './applications/applications-element.ts';
export { ApplyEvent, WithdrawApplicationEvent } from './applications/events.ts';
export { CoInvestmentElement } from './co-investment/co-investment-element.ts';
export { RoundEvent } from './co-investment/events.ts';
export { CorridorsElement } from './corridors/corridors-element.ts';
export {
  AcceptEvent,
  type ActionEvents,
  BlockEvent,
  ChooseEvent,
  CountryEvent,
  DeclineEvent,
  type DeclineReason,
  FilterEvent,
  PassEvent,
  type PassReason,
  ProfileSavedEvent,
  ProfileSaveEvent,
  RequestEvent,
  RestoreEvent,
  RetryEvent,
  SaveEvent,
  SearchEvent,
  TokenEvent,
  WithdrawEvent,
} from './events.ts';
export { IntroductionsElement } from './introductions/introductions-element.ts';
export { MarketEntryElement } from './market-entry/market-entry-element.ts';
export type { Filter } from './matches/filter.ts';
export { MatchesElement, type MatchesState } from './matches/matches-element.ts';
export { NeighboursElement } from './neighbours/neighbours-element.ts';
export { ProfileElement } from './profile/profile-element.ts';
export { SearchElement } from './search/search-element.ts';
