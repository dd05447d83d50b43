import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import type { Queryable } from '../../lib/queryable.ts';
import type { Rhythm } from './due.ts';

/** A subscription whose digest is due. */
export interface Due extends Rhythm {
  readonly id: string;
  readonly next_at: string;
}

/** Confirmed subscriptions whose digest is due, those first that wait longest. */
export async function readDue(db: Queryable, now: Date, limit: number): Promise<Due[]> {
  const { results } = await db
    .prepare(
      `SELECT id, frequency, weekday, hour, time_zone, next_at FROM subscriptions
       WHERE state = 'confirmed' AND next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT ?`,
    )
    .bind(now.toISOString(), limit)
    .all<Due>();
  return results;
}

/** A digest to be sent: for what occasion, and when the next one is due; null: when something new is found. */
export interface Queued {
  readonly id: string;
  readonly next_at: string;
  readonly mail: string;
  readonly occasion: string;
  readonly after: string | null;
}

/**
 * The statements that put a mail for each due digest into the outbox and move its subscription on. Only one
 * that is still due as it was read gets a mail, so that they may be run again after they were cut off, and
 * two runs at a time write one mail. A subscription without a digest only moves on.
 */
export function queueDue(db: Queryable, queued: readonly Queued[], now: Date): D1PreparedStatement[] {
  const rows = JSON.stringify(queued);
  const at = now.toISOString();
  return [
    db
      .prepare(
        `INSERT INTO mails (id, hub_id, subscription_id, notice, occasion, domain, next_at, created_at, updated_at)
         SELECT row.value ->> 'mail', s.hub_id, s.id, 'digest', row.value ->> 'occasion',
           substr(s.email_key, instr(s.email_key, '@') + 1), ?2, ?2, ?2
         FROM json_each(?1) AS row CROSS JOIN subscriptions s ON s.id = row.value ->> 'id'
         WHERE s.state = 'confirmed' AND s.digest = 1 AND s.next_at = row.value ->> 'next_at'
         ON CONFLICT DO NOTHING`,
      )
      .bind(rows, at),
    db
      .prepare(
        `UPDATE subscriptions SET next_at = row.value ->> 'after' FROM json_each(?1) AS row
         WHERE subscriptions.id = row.value ->> 'id' AND subscriptions.next_at = row.value ->> 'next_at'`,
      )
      .bind(rows),
  ];
}

/**
 * The statement that makes the digests due of those who hear at once of matches of some profiles, for each
 * not before a while after the last mail that told something.
 *
 * @param wait in milliseconds.
 */
export const wakeSubscribers = (
  db: Queryable,
  hubId: string,
  profiles: readonly { readonly kind: Kind; readonly id: string }[],
  wait: number,
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE subscriptions SET next_at = max(?3, coalesce((
           SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(created_at), ?4) FROM mails
           WHERE subscription_id = subscriptions.id AND notice = 'digest' AND state <> 'skipped'), ''))
       WHERE hub_id = ?1 AND state = 'confirmed' AND frequency = 'instantly' AND digest = 1 AND next_at IS NULL
         AND (kind, profile_id) IN (SELECT value ->> 'kind', value ->> 'id' FROM json_each(?2))`,
    )
    .bind(hubId, JSON.stringify(profiles), now.toISOString(), `+${wait / 1000} seconds`);

/** What a subscriber was told of a match. */
export interface Mailed {
  readonly kind: Kind;
  readonly id: string;
  readonly score: number;
  readonly answer: string | null;
}

/** What other mails than one told a subscriber, by kind and id. */
export async function readMailed(
  db: Queryable,
  subscriptionId: string,
  mailId: string,
): Promise<ReadonlyMap<string, Mailed>> {
  const { results } = await db
    .prepare('SELECT kind, id, score, answer FROM mailed_matches WHERE subscription_id = ? AND mail_id <> ?')
    .bind(subscriptionId, mailId)
    .all<Mailed>();
  return new Map(results.map((row) => [`${row.kind} ${row.id}`, row]));
}

/** The statement that remembers what a mail tells. */
export const markMailed = (
  db: Queryable,
  subscriptionId: string,
  mailId: string,
  matches: readonly Pick<Mailed, 'kind' | 'id' | 'score'>[],
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO mailed_matches (subscription_id, kind, id, score, mail_id, mailed_at)
       SELECT ?1, value ->> 'kind', value ->> 'id', value ->> 'score', ?2, ?4 FROM json_each(?3) WHERE true
       ON CONFLICT DO UPDATE SET score = excluded.score, mail_id = excluded.mail_id, mailed_at = excluded.mailed_at`,
    )
    .bind(
      subscriptionId,
      mailId,
      JSON.stringify(matches.map(({ kind, id, score }) => ({ kind, id, score }))),
      now.toISOString(),
    );

/** Whom a profile has blocked, by kind and id as its hub knows them. Who has blocked it is never told. */
export async function readBlocked(
  db: Queryable,
  hubId: string,
  { kind, id }: { readonly kind: Kind; readonly id: string },
): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare(
      'SELECT blocked_kind AS kind, blocked_ref AS id FROM blocks WHERE hub_id = ? AND owner_kind = ? AND owner_id = ?',
    )
    .bind(hubId, kind, id)
    .all<{ kind: Kind; id: string }>();
  return new Set(results.map((row) => `${row.kind} ${row.id}`));
}
