import type { ApplicationState } from '@kopru/sdk/schema';
import type { Notice } from '../words.ts';

/** What a startup can do about programmes. */
export type ApplicationAction = 'apply' | 'withdraw';

/** The words of `<kopru-applications>` in one language, beside those of {@link Words}. */
export interface ApplicationWords {
  /** Heading of the startup's own applications. */
  readonly mine: string;
  /** In place of these. */
  readonly none: string;
  /** Heading of the programmes that match. */
  readonly open: string;
  /** In place of these. */
  readonly noOpen: string;
  readonly loading: string;
  readonly error: Notice;
  readonly idle: Notice;
  /** In place of the name of a programme. */
  readonly hidden: string;
  readonly states: Readonly<Record<ApplicationState, string>>;
  /** `changed` is the day of the last change. */
  readonly facts: Readonly<Record<'call' | 'stage' | 'applied' | 'changed', string>>;
  /** What an application was at each time, folded. */
  readonly history: string;
  readonly actions: Readonly<Record<ApplicationAction, string>>;
  /** As `apply`, to a call that the startup had applied to before. */
  readonly again: string;
  /** What the reader did. */
  readonly done: Readonly<Record<ApplicationAction, string>>;
  /** What withdrawing means, in each state. */
  readonly withdrawHint: Readonly<Record<'applied' | 'admitted', string>>;
  /** Label of the list of calls. */
  readonly calls: string;
  /** Days of a call; `noLastDay` where it is open until further notice. */
  readonly lastDay: string;
  readonly noLastDay: string;
  readonly firstDay: string;
  /** A programme tells no open call. */
  readonly noCall: string;
  /** A programme of another hub, to which nobody here can apply. */
  readonly elsewhere: string;
  /** The API refused: the call takes no applications, the startup has applied, or the application has changed. */
  readonly refused: Readonly<Record<'closed' | 'already' | 'moved', string>>;
}
