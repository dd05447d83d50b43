import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import { guard } from '../../lib/guard.ts';
import type { Queryable } from '../../lib/queryable.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';

/** Holds while a subscription has not ended. */
export const guardNotEnded = (
  db: Queryable,
  { hub_id, id }: Pick<SubscriptionRow, 'hub_id' | 'id'>,
): D1PreparedStatement =>
  guard(db, "EXISTS (SELECT 1 FROM subscriptions WHERE hub_id = ? AND id = ? AND state <> 'ended')", hub_id, id);

/** Holds while an address is not on the list of suppressions. */
export const guardNotSuppressed = (db: Queryable, hubId: string, addressHash: string): D1PreparedStatement =>
  guard(db, 'NOT EXISTS (SELECT 1 FROM suppressions WHERE hub_id = ? AND address_hash = ?)', hubId, addressHash);

/** Holds while the reader of an address has not said stop. */
export const guardNotStopped = (db: Queryable, hubId: string, addressHash: string): D1PreparedStatement =>
  guard(
    db,
    `NOT EXISTS (SELECT 1 FROM suppressions
       WHERE hub_id = ? AND address_hash = ? AND reason IN ('unsubscribed', 'complained'))`,
    hubId,
    addressHash,
  );

/** Whether the owner of the profile or the hub ended a subscription, by what the log says of that moment. */
export const endedByOthers = async (
  db: Queryable,
  { hub_id, id, ended_at }: Pick<SubscriptionRow, 'hub_id' | 'id' | 'ended_at'>,
): Promise<boolean> =>
  (await db
    .prepare(
      `SELECT 1 FROM audit WHERE hub_id = ?1 AND at = ?3 AND action = 'subscription.ended' AND subject_id = ?2
         AND actor ->> 'id' <> ?2`,
    )
    .bind(hub_id, id, ended_at)
    .first()) !== null;

export type MailedAnswer = 'requested' | 'saved' | 'passed';

/** A match that a subscriber was told of. */
interface Mailed {
  readonly answer: MailedAnswer | null;
  /** Its place in the mail, from 1 on. */
  readonly position: number;
}

export const readMailed = (
  db: Queryable,
  { hub_id, id: subscription }: Pick<SubscriptionRow, 'hub_id' | 'id'>,
  { kind, id }: { readonly kind: Kind; readonly id: string },
): Promise<Mailed | null> =>
  db
    .prepare(
      `SELECT answer, 1 + (SELECT count(*) FROM mailed_matches other
         WHERE other.subscription_id = told.subscription_id AND other.mail_id = told.mail_id AND other.score > told.score
       ) AS position
       FROM mailed_matches told JOIN subscriptions ON subscriptions.id = told.subscription_id
       WHERE subscriptions.hub_id = ? AND told.subscription_id = ? AND told.kind = ? AND told.id = ?`,
    )
    .bind(hub_id, subscription, kind, id)
    .first<Mailed>();

/** The statement that remembers what a subscriber answered. */
export const markAnswered = (
  db: Queryable,
  { hub_id, id: subscription }: Pick<SubscriptionRow, 'hub_id' | 'id'>,
  { kind, id }: { readonly kind: Kind; readonly id: string },
  answer: MailedAnswer,
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE mailed_matches SET answer = ?5, answered_at = ?6
       WHERE subscription_id = (SELECT id FROM subscriptions WHERE hub_id = ?1 AND id = ?2) AND kind = ?3 AND id = ?4
         AND answer IS NOT ?5`,
    )
    .bind(hub_id, subscription, kind, id, answer, now.toISOString());
