import type { Feedback, IntroductionView, MatchList } from '@kopru/sdk/schema';

/** The reader asks for the list again, after an error or when the connection was lost. Bubbles out of the element. */
export class RetryEvent extends Event {
  constructor() {
    super('kopru-retry', { bubbles: true, composed: true });
  }
}

/**
 * The element needs a viewer token: it has none, or the one that it has ran out. Bubbles out of the element.
 *
 * @example
 * element.addEventListener('kopru-token', (event) =>
 *   event.respondWith(fetch('/kopru/token', { method: 'POST' }).then((answer) => answer.text())));
 */
export class TokenEvent extends Event {
  #answer: Promise<string> = Promise.resolve('');

  constructor() {
    super('kopru-token', { bubbles: true, composed: true });
  }

  /** Gives the token, or a promise of it; an empty one where nobody is logged in. Must be called at once. */
  respondWith(token: string | PromiseLike<string>): void {
    this.#answer = Promise.resolve(token);
    // A page that cannot reach its own server is told of as one that gives no token.
    this.#answer.catch(() => undefined);
  }

  /** What the page answered; empty where it did not. */
  get answer(): Promise<string> {
    return this.#answer;
  }
}

export type PassReason = NonNullable<Feedback['answers'][number]['reason']>;
export type DeclineReason = NonNullable<IntroductionView['declineReason']>;
type Match = MatchList['matches'][number];

/**
 * The reader does something. It is shown at once and sent when the time to take it back is over.
 * `preventDefault()` keeps it from being done. Bubbles out of the element.
 */
class ActionEvent<D> extends Event {
  readonly detail: D;

  constructor(type: string, detail: D) {
    super(type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

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

/** The reader asks to meet a match. */
export class RequestEvent extends ActionEvent<{ readonly match: Match; readonly message: string }> {
  constructor(match: Match, message: string) {
    super('kopru-request', { match, message });
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

/** What a reader can do, by the name of its event. */
export interface ActionEvents {
  'kopru-save': SaveEvent;
  'kopru-pass': PassEvent;
  'kopru-request': RequestEvent;
  'kopru-accept': AcceptEvent;
  'kopru-decline': DeclineEvent;
  'kopru-withdraw': WithdrawEvent;
  'kopru-block': BlockEvent;
}
