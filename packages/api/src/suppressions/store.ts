import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Suppression, SuppressionQuery } from '@kopru/sdk/schema';
import { tableExporter } from '../lib/exporter.ts';
import { readCursor, toPage } from '../lib/page.ts';
import type { Queryable } from '../lib/queryable.ts';
import { sha256 } from '../lib/sha256.ts';

/** Of an address only a hash is kept, another one in each hub, so that two hubs' lists cannot be compared. */
export const addressHash = (hubId: string, emailKey: string): Promise<string> => sha256(`${hubId} ${emailKey}`);

export const isSuppressed = async (db: Queryable, hubId: string, emailKey: string): Promise<boolean> =>
  (await db
    .prepare('SELECT 1 FROM suppressions WHERE hub_id = ? AND address_hash = ?')
    .bind(hubId, await addressHash(hubId, emailKey))
    .first()) !== null;

/**
 * The statements after which an address gets no more mail of a hub: it is on the list, with the first reason that
 * there was, unless its reader says stop now, which staff cannot take back; and its subscriptions have ended.
 */
export async function suppress(
  db: Queryable,
  hubId: string,
  emailKey: string,
  reason: Suppression['reason'],
  now: Date,
): Promise<D1PreparedStatement[]> {
  const at = now.toISOString();
  return [
    db
      .prepare(
        `INSERT INTO suppressions (hub_id, address_hash, reason, created_at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET reason = excluded.reason, created_at = excluded.created_at
           WHERE reason IN ('staff', 'bounced') AND excluded.reason IN ('unsubscribed', 'complained')`,
      )
      .bind(hubId, await addressHash(hubId, emailKey), reason, at),
    db
      .prepare(
        `UPDATE subscriptions SET state = 'ended', next_at = NULL, ended_at = ?3, updated_at = ?3
         WHERE hub_id = ?1 AND email_key = ?2 AND state <> 'ended'`,
      )
      .bind(hubId, emailKey, at),
  ];
}

interface Row {
  readonly address_hash: string;
  readonly reason: Suppression['reason'];
  readonly created_at: string;
}

const fromRow = ({ address_hash: id, reason, created_at: createdAt }: Row): Suppression => ({ id, reason, createdAt });

export async function getSuppression(db: Queryable, hubId: string, id: string): Promise<Suppression | undefined> {
  const row = await db
    .prepare('SELECT * FROM suppressions WHERE hub_id = ? AND address_hash = ?')
    .bind(hubId, id)
    .first<Row>();
  return row ? fromRow(row) : undefined;
}

/** A page of the list, newest first. */
export async function listSuppressions(
  db: Queryable,
  hubId: string,
  { limit, cursor }: Pick<SuppressionQuery, 'limit' | 'cursor'>,
): Promise<{ items: Suppression[]; nextCursor: string | null }> {
  const [at = '~', hash = '~'] = readCursor(cursor, 2) ?? [];
  const { results } = await db
    .prepare(
      `SELECT * FROM suppressions WHERE hub_id = ?1 AND (created_at, address_hash) < (?2, ?3)
       ORDER BY created_at DESC, address_hash DESC LIMIT ?4`,
    )
    .bind(hubId, at, hash, limit + 1)
    .all<Row>();
  return toPage(results.map(fromRow), limit, ({ id, createdAt }) => [createdAt, id]);
}

/** The statement that takes an address off the list. Its subscriptions stay ended. */
export const deleteSuppression = (db: Queryable, hubId: string, id: string): D1PreparedStatement =>
  db.prepare('DELETE FROM suppressions WHERE hub_id = ? AND address_hash = ?').bind(hubId, id);

/** Hashes, since nothing else is kept. */
export const suppressionExporter = tableExporter({
  type: 'suppression',
  from: 'suppressions',
  key: ['address_hash'],
  data: `json_object('id', address_hash, 'reason', reason, 'createdAt', created_at)`,
});
