import type { Level } from '@kopru/sdk/engine/level';
import type { Kind } from '@kopru/sdk/schema';
import type { PassReason } from '../events.ts';

/** A short heading and what to do next. */
export interface Notice {
  readonly title: string;
  readonly hint: string;
}

/**
 * The interface words of the elements in one language. A word that depends on a number is a
 * function of it, so that no message parser ships. Names of facets, countries and sectors are the SDK's.
 */
export interface Words {
  readonly matches: (count: number) => string;
  /** How many of them are new, after their count. */
  readonly fresh: (count: number) => string;
  /** Of one match: it was not on the reader's screen before. */
  readonly isNew: string;
  readonly score: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly reasons: string;
  readonly caution: string;
  readonly textsAgree: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly fullText: string;
  readonly making: string;
  readonly notStated: string;
  readonly loading: string;
  readonly idle: Notice;
  readonly empty: Notice;
  readonly error: Notice;
  readonly offline: Notice;
  /** Nobody is logged in any more. */
  readonly expired: Notice;
  readonly limited: Notice;
  /** How long to wait, in place of the hint of `limited`. */
  readonly wait: (seconds: number) => string;
  /** Before the id of a request that failed. */
  readonly reference: string;
  readonly retry: string;
  readonly more: string;
  /** What a reader can do with a match, as buttons say it. */
  readonly actions: Readonly<Record<MatchAction, string>>;
  /** As `restore`, of what was saved. */
  readonly unsave: string;
  /** What the reader did. */
  readonly done: Readonly<Record<MatchAction, string>>;
  /** How an introduction stands; one that the reader asked for and that is open is `done.request`. */
  readonly touch: Readonly<Record<'received' | 'accepted' | 'declined' | 'expired' | 'withdrawn', string>>;
  readonly filters: string;
  readonly undo: string;
  readonly cancel: string;
  readonly reason: string;
  /** In place of a reason. */
  readonly noReason: string;
  readonly passReasons: Readonly<Record<PassReason, string>>;
  /** An act could not be sent. */
  readonly failed: string;
  /** The other side, or the reader itself, has changed something meanwhile. */
  readonly notPossible: string;
}

/** What a reader can do with a match; `restore` takes back what was saved or passed over. */
export type MatchAction = 'save' | 'pass' | 'request' | 'restore';
