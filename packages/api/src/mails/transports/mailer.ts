import type { Address, Message } from '../message.ts';

/** A mail as a transport takes it. */
export interface Outgoing {
  /** Of the row of the outbox: the same for every attempt. */
  readonly id: string;
  readonly hub: string;
  readonly notice: string;
  readonly from: Address;
  readonly message: Message;
  /** When this attempt is made. */
  readonly date: Date;
}

/** What takes mails to where they go. */
export interface Mailer {
  /** The transport gives each mail a Message-ID of its own, so that one that is sent twice cannot be known by it. */
  readonly setsMessageId: boolean;
  /** @returns the id under which the transport took it, if it says one. @throws {MailError} */
  send(mail: Outgoing): Promise<string | undefined>;
}

/**
 * How far a refusal goes: `temporary` may pass, `recipient` is of an address that takes no mail, `permanent` of this
 * mail, and after `unknown` the mail may have been taken.
 */
export type Refusal = 'temporary' | 'recipient' | 'permanent' | 'unknown';

/** A mail that was not taken, or of which that is not known. The reason holds no address. */
export class MailError extends Error {
  readonly refusal: Refusal;
  /** Short, such as `550 5.1.1` or `connection`. */
  readonly reason: string;

  constructor(refusal: Refusal, reason: string, options?: ErrorOptions) {
    super(`the mail was not taken: ${reason}`, options);
    this.refusal = refusal;
    this.reason = reason;
  }
}
