import type { Feedback, IntroductionView, Kind, MatchList, SearchRequest, SearchResult } from '@kopru/sdk/schema';
import type { ApplyEvent, WithdrawApplicationEvent } from './applications/events.ts';
import type { RoundEvent } from './co-investment/events.ts';
import { ActionEvent } from './lib/host-events.ts';
import type { Filter } from './matches/filter.ts';

export { RetryEvent, TokenEvent } from './lib/host-events.ts';

export type PassReason = NonNullable<Feedback['answers'][number]['reason']>;
export type DeclineReason = NonNullable<IntroductionView['declineReason']>;
type Match = MatchList['matches'][number];

/** The reader saves a match. */
export class SaveEvent extends ActionEvent<{ readonly match: Match }> {
  constructor(match: Match) {
    super('kopru-save', { match });
  }
}

/** The reader passes over a match, with or without a reason. */
export class PassEvent extends ActionEvent<{ readonly match: Match; readonly reason: PassReason | undefined }> {
  constructor(match: Match, reason: PassReason | undefined) {
    super('kopru-pass', { match, reason });
  }
}

/** The reader takes back that a match was saved or passed over. */
export class RestoreEvent extends ActionEvent<{ readonly match: Match }> {
  constructor(match: Match) {
    super('kopru-restore', { match });
  }
}

/** The reader asks to meet a match. */
export class RequestEvent extends ActionEvent<{ readonly match: Match; readonly message: string }> {
  constructor(match: Match, message: string) {
    super('kopru-request', { match, message });
  }
}

/** The reader filters the list. `preventDefault()` leaves it as it is. */
export class FilterEvent extends ActionEvent<{ readonly filter: Filter }> {
  constructor(filter: Filter) {
    super('kopru-filter', { filter });
  }
}

/** The reader chooses the country of a market. `preventDefault()` leaves the one that is shown. */
export class CountryEvent extends ActionEvent<{ readonly country: string }> {
  constructor(country: string) {
    super('kopru-country', { country });
  }
}

type OfIntroduction = { readonly introduction: IntroductionView };

/** The reader accepts an introduction: both will see each other's contacts. */
export class AcceptEvent extends ActionEvent<OfIntroduction> {
  constructor(introduction: IntroductionView) {
    super('kopru-accept', { introduction });
  }
}

/** The reader declines an introduction. The other side never learns the reason. */
export class DeclineEvent extends ActionEvent<OfIntroduction & { readonly reason: DeclineReason | undefined }> {
  constructor(introduction: IntroductionView, reason: DeclineReason | undefined) {
    super('kopru-decline', { introduction, reason });
  }
}

/** The reader takes a request back. */
export class WithdrawEvent extends ActionEvent<OfIntroduction> {
  constructor(introduction: IntroductionView) {
    super('kopru-withdraw', { introduction });
  }
}

/** The reader wants no more requests of the other side. */
export class BlockEvent extends ActionEvent<OfIntroduction> {
  constructor(introduction: IntroductionView) {
    super('kopru-block', { introduction });
  }
}

/** The profile of who is logged in, as the API takes it. */
interface OfProfile {
  readonly kind: Kind;
  /** The hub's id of it; empty where the element is not connected. */
  readonly id: string;
  readonly profile: Readonly<Record<string, unknown>>;
}

/** The reader saves its profile, which is sent at once. */
export class ProfileSaveEvent extends ActionEvent<OfProfile> {
  constructor(detail: OfProfile) {
    super('kopru-profile-save', detail);
  }
}

/** The profile of the reader was saved. Bubbles out of the element. */
export class ProfileSavedEvent extends Event {
  readonly detail: OfProfile;

  constructor(detail: OfProfile) {
    super('kopru-profile-saved', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** The visitor searches. `preventDefault()` keeps the text on the page. */
export class SearchEvent extends ActionEvent<{ readonly search: SearchRequest }> {
  constructor(search: SearchRequest) {
    super('kopru-search', { search });
  }
}

/** The visitor follows the link of a result, or opens its text. `preventDefault()` leaves it closed. */
export class ChooseEvent extends ActionEvent<{ readonly result: SearchResult['items'][number] }> {
  constructor(result: SearchResult['items'][number]) {
    super('kopru-choose', { result });
  }
}

/** What a reader can do, by the name of its event. */
export interface ActionEvents {
  'kopru-save': SaveEvent;
  'kopru-pass': PassEvent;
  'kopru-restore': RestoreEvent;
  'kopru-request': RequestEvent;
  'kopru-filter': FilterEvent;
  'kopru-country': CountryEvent;
  'kopru-round': RoundEvent;
  'kopru-accept': AcceptEvent;
  'kopru-decline': DeclineEvent;
  'kopru-withdraw': WithdrawEvent;
  'kopru-block': BlockEvent;
  'kopru-apply': ApplyEvent;
  'kopru-withdraw-application': WithdrawApplicationEvent;
  'kopru-profile-save': ProfileSaveEvent;
  'kopru-search': SearchEvent;
  'kopru-choose': ChooseEvent;
}
