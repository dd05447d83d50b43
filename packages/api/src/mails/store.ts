import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';
import type { Message } from './message.ts';

type Notice = 'confirmation' | 'digest' | 'introduction' | 'reminder' | 'application' | 'test';

export type MailState = 'due' | 'sent' | 'bounced' | 'complained' | 'dead' | 'uncertain' | 'skipped';

/** A mail of the outbox. */
export interface MailRow {
  readonly id: string;
  readonly hub_id: string;
  readonly subscription_id: string | null;
  readonly notice: Notice;
  readonly occasion: string;
  /** JSON of ids and states. */
  readonly data: string;
  readonly state: MailState;
  /** Why it was skipped, is dead or uncertain, or bounced. */
  readonly reason: string | null;
  /** JSON of the {@link Message} of the last attempt, until it is sent; of a test from the beginning. */
  readonly message: string | null;
  readonly domain: string;
  readonly attempts: number;
  readonly next_at: string | null;
  readonly transport_id: string | null;
  readonly created_at: string;
  readonly sent_at: string | null;
  readonly updated_at: string;
}

/**
 * The statement that puts one mail into the outbox, unless its subscription got that of this occasion.
 *
 * @param mail of a subscription, which is composed when it is sent, or a test with its message.
 */
export const enqueueMail = (
  db: Queryable,
  mail: { readonly id: string; readonly hubId: string; readonly occasion: string; readonly emailKey: string } & (
    | { readonly notice: 'confirmation'; readonly subscriptionId: string }
    | { readonly notice: 'test'; readonly message: Message }
  ),
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO mails (id, hub_id, subscription_id, notice, occasion, message, domain, next_at, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, substr(?7, instr(?7, '@') + 1), ?8, ?8, ?8) ON CONFLICT DO NOTHING`,
    )
    .bind(
      mail.id,
      mail.hubId,
      mail.notice === 'test' ? null : mail.subscriptionId,
      mail.notice,
      mail.occasion,
      mail.notice === 'test' ? JSON.stringify(mail.message) : null,
      mail.emailKey,
      now.toISOString(),
    );

/**
 * The statement that puts a mail into the outbox for each confirmed subscriber of a profile that wants
 * notices of this kind, unless it got that of this occasion.
 */
export const enqueueForProfile = (
  db: Queryable,
  {
    hubId,
    kind,
    id,
    notice,
    occasion,
    data,
  }: {
    readonly hubId: string;
    readonly kind: Kind;
    readonly id: string;
    readonly notice: 'introduction' | 'reminder' | 'application';
    readonly occasion: string;
    readonly data: object;
  },
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO mails (id, hub_id, subscription_id, notice, occasion, data, domain, next_at, created_at, updated_at)
       SELECT 'mail_' || lower(hex(randomblob(16))), hub_id, id, ?4, ?5, ?6,
         substr(email_key, instr(email_key, '@') + 1), ?7, ?7, ?7
       FROM subscriptions
       WHERE hub_id = ?1 AND kind = ?2 AND profile_id = ?3 AND state = 'confirmed' AND ${notice} = 1
       ON CONFLICT DO NOTHING`,
    )
    .bind(hubId, kind, id, notice, occasion, JSON.stringify(data), now.toISOString());
