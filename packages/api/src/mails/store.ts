import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';

type Notice = 'confirmation' | 'digest' | 'introduction' | 'reminder' | 'test';

/** A mail of the outbox. */
export interface MailRow {
  readonly id: string;
  readonly hub_id: string;
  readonly subscription_id: string | null;
  readonly notice: Notice;
  readonly occasion: string;
  /** JSON of ids and states. */
  readonly data: string;
}

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
    readonly notice: 'introduction' | 'reminder';
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
