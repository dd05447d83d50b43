import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { soughtBy } from '@kopru/sdk/engine';
import type { Kind, MailSubscription, MailSubscriptionQuery } from '@kopru/sdk/schema';
import type { Locale } from '@kopru/sdk/strings';
import { guard } from '../lib/guard.ts';
import { readCursor, toPage } from '../lib/page.ts';
import type { Queryable } from '../lib/queryable.ts';

/** A subscription as it is stored. */
export interface SubscriptionRow {
  readonly id: string;
  readonly hub_id: string;
  readonly kind: Kind;
  readonly profile_id: string;
  readonly email: string;
  readonly email_key: string;
  readonly name: string | null;
  /** Null: the first kind that the profile's is paired with. */
  readonly seeks: Kind | null;
  readonly locale: Locale;
  readonly time_zone: string;
  readonly frequency: 'instantly' | 'daily' | 'weekly';
  readonly weekday: number;
  readonly hour: number;
  readonly min_score: number;
  readonly max_items: number;
  readonly digest: number;
  readonly introduction: number;
  readonly reminder: number;
  readonly application: number;
  readonly nothing_new: number;
  readonly state: 'pending' | 'confirmed' | 'ended';
  readonly next_at: string | null;
  readonly created_at: string;
  readonly confirmed_at: string | null;
  readonly ended_at: string | null;
  readonly updated_at: string;
}

export const toView = (row: SubscriptionRow): MailSubscription => ({
  id: row.id,
  profile: { kind: row.kind, id: row.profile_id },
  email: row.email,
  name: row.name,
  seeks: row.seeks ?? (soughtBy(row.kind)[0] as Kind),
  locale: row.locale,
  timeZone: row.time_zone,
  frequency: row.frequency,
  weekday: row.weekday,
  hour: row.hour,
  minScore: row.min_score,
  maxItems: row.max_items,
  notices: {
    digest: row.digest === 1,
    introduction: row.introduction === 1,
    reminder: row.reminder === 1,
    application: row.application === 1,
  },
  nothingNew: row.nothing_new === 1,
  state: row.state,
  nextDigestAt: row.next_at,
  createdAt: row.created_at,
  confirmedAt: row.confirmed_at,
  endedAt: row.ended_at,
});

export const getSubscription = (db: Queryable, hubId: string, id: string): Promise<SubscriptionRow | null> =>
  db.prepare('SELECT * FROM subscriptions WHERE hub_id = ? AND id = ?').bind(hubId, id).first<SubscriptionRow>();

type Profile = MailSubscription['profile'];

/** The subscription of an address to a profile. */
export const findByAddress = (
  db: Queryable,
  hubId: string,
  { kind, id }: Profile,
  emailKey: string,
): Promise<SubscriptionRow | null> =>
  db
    .prepare('SELECT * FROM subscriptions WHERE hub_id = ? AND kind = ? AND profile_id = ? AND email_key = ?')
    .bind(hubId, kind, id, emailKey)
    .first<SubscriptionRow>();

/** A page of the subscriptions of a hub, or of one of its profiles. */
export async function listSubscriptions(
  db: Queryable,
  hubId: string,
  owner: Profile | undefined,
  { limit, cursor, state }: Pick<MailSubscriptionQuery, 'limit' | 'cursor' | 'state'>,
): Promise<{ items: MailSubscription[]; nextCursor: string | null }> {
  const [after = ''] = readCursor(cursor, 1) ?? [];
  const { results } = await db
    .prepare(
      `SELECT * FROM subscriptions
       WHERE hub_id = ?1 AND (?2 IS NULL OR (kind = ?2 AND profile_id = ?3)) AND (?4 IS NULL OR state = ?4) AND id > ?5
       ORDER BY id LIMIT ?6`,
    )
    .bind(hubId, owner?.kind ?? null, owner?.id ?? null, state ?? null, after, limit + 1)
    .all<SubscriptionRow>();
  return toPage(results.map(toView), limit, ({ id }) => [id]);
}

/** SQL condition, with its values, that a profile is there and has fewer than so many subscriptions that have not ended. */
export const mayHaveSubscription = (hubId: string, { kind, id }: Profile, most: number) =>
  [
    `EXISTS (SELECT 1 FROM profiles WHERE hub_id = ?1 AND kind = ?2 AND id = ?3)
       AND (SELECT count(*) FROM subscriptions
            WHERE hub_id = ?1 AND kind = ?2 AND profile_id = ?3 AND state <> 'ended') < ?4`,
    hubId,
    kind,
    id,
    most,
  ] as const;

/** SQL condition, with its values, that an address has no subscription to a profile. */
export const isFree = (hubId: string, { kind, id }: Profile, emailKey: string) =>
  [
    'NOT EXISTS (SELECT 1 FROM subscriptions WHERE hub_id = ? AND kind = ? AND profile_id = ? AND email_key = ?)',
    hubId,
    kind,
    id,
    emailKey,
  ] as const;

/** SQL condition, with its values, that fewer than so many addresses were asked about a profile since a time. */
export const mayAsk = (hubId: string, { kind, id }: Profile, most: number, since: string) =>
  [
    `(SELECT count(*) FROM subscriptions s JOIN mails m ON m.subscription_id = s.id AND m.notice = 'confirmation'
      WHERE s.hub_id = ?1 AND s.kind = ?2 AND s.profile_id = ?3 AND m.created_at > ?5) < ?4`,
    hubId,
    kind,
    id,
    most,
    since,
  ] as const;

/** The statement that writes a subscription, in the place of the one of the same address and profile. */
export function writeSubscription(db: Queryable, row: SubscriptionRow): D1PreparedStatement {
  const names = Object.keys(row) as (keyof SubscriptionRow)[];
  const changed = names.filter((name) => name !== 'id' && name !== 'created_at');
  return db
    .prepare(
      `INSERT INTO subscriptions (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
       ON CONFLICT (hub_id, kind, profile_id, email_key)
       DO UPDATE SET ${changed.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    )
    .bind(...names.map((name) => row[name]));
}

/** Holds while a subscription is as it was read. */
export const guardUnchanged = (
  db: Queryable,
  { hub_id, id, state, updated_at }: SubscriptionRow,
): D1PreparedStatement =>
  guard(
    db,
    'EXISTS (SELECT 1 FROM subscriptions WHERE hub_id = ? AND id = ? AND state = ? AND updated_at = ?)',
    hub_id,
    id,
    state,
    updated_at,
  );

/** The statement that ends a subscription. */
export const endSubscription = (db: Queryable, hubId: string, id: string, now: Date): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE subscriptions SET state = 'ended', next_at = NULL, ended_at = ?3, updated_at = ?3
       WHERE hub_id = ?1 AND id = ?2 AND state <> 'ended'`,
    )
    .bind(hubId, id, now.toISOString());
