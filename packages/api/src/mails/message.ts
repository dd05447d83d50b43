import type { MailContent } from '@kopru/sdk/schema';
import type { Locale } from '@kopru/sdk/strings';

/** An address and, if known, the name of whose it is. */
export interface Address {
  readonly email: string;
  readonly name?: string;
}

/** A mail as it was composed: what is kept in the outbox, so that every attempt sends the same. */
export interface Message {
  readonly to: Address;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly replyTo?: Address;
  /** Where one POST ends the subscription; from it the transport makes List-Unsubscribe. */
  readonly unsubscribeUrl?: string;
  readonly listId?: string;
  readonly lang: Locale;
}

/**
 * What a message says, without whom it is to. Its links lead nowhere: who has one acts for the subscriber, and that is
 * the reader of the mailbox alone.
 */
export const contentOf = ({ subject, html, text }: Message): MailContent => ({
  subject,
  html: inert(html),
  text: inert(text),
});

const inert = (text: string): string => text.replace(/(\/mail\/[a-z]+\/)[\w.-]+/g, '$1hidden');
