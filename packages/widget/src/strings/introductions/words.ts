import type { DeclineReason } from '../../events.ts';
import type { Notice } from '../words.ts';

/** What was received, and what was sent. */
export type Box = 'received' | 'sent';

/** What a reader can do with an introduction. */
export type IntroductionAction = 'accept' | 'decline' | 'withdraw' | 'block';

/** The words of `<kopru-introductions>` in one language, beside those of {@link Words}. */
export interface IntroductionWords {
  readonly boxes: Readonly<Record<Box, string>>;
  /** What a box says that holds nothing. */
  readonly none: Readonly<Record<Box, string>>;
  readonly loading: string;
  readonly error: Notice;
  /** Nobody is known whose introductions these would be. */
  readonly idle: Notice;
  /** An open request, to the side that it waits for and to the one that sent it. */
  readonly waiting: Readonly<Record<Box, string>>;
  readonly states: Readonly<Record<'accepted' | 'declined' | 'expired' | 'withdrawn', string>>;
  readonly dates: Readonly<Record<'created' | 'expires' | 'decided', string>>;
  readonly actions: Readonly<Record<IntroductionAction, string>>;
  /** What the reader did. */
  readonly done: Readonly<Record<IntroductionAction, string>>;
  readonly message: string;
  readonly declineHint: string;
  readonly declineReasons: Readonly<Record<DeclineReason, string>>;
  readonly blockHint: string;
  readonly contacts: string;
  readonly showContacts: string;
  readonly noContacts: string;
  readonly contact: Readonly<Record<'name' | 'email' | 'phone', string>>;
  /** In place of the name of a profile that may not be shown any more. */
  readonly hidden: string;
}
