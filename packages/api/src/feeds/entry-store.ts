import type { Queryable } from '../lib/queryable.ts';
import type { Ref } from '../matches/card.ts';
import { keyOf } from '../matches/history-store.ts';

/** Which part of a feed: its match list, or the calendar of its meetings. */
export type Part = 'matches' | 'meetings';

/**
 * The second since which a part of a feed is as it is. Each change has another one, later than the last:
 * then a date alone tells two states apart, though it counts in seconds.
 *
 * @param version of the part as it is now.
 */
export async function changedAt(
  db: Queryable,
  feedId: string,
  part: Part,
  version: string,
  now: Date,
): Promise<number> {
  const read = () =>
    db
      .prepare('SELECT changed_at FROM feed_versions WHERE feed_id = ? AND part = ? AND version = ?')
      .bind(feedId, part, version)
      .first<number>('changed_at');
  const second = Math.floor(now.getTime() / 1000);
  return (
    (await read()) ??
    (await db
      .prepare(
        // Not for a feed that is revoked or erased at the same moment.
        `INSERT INTO feed_versions (feed_id, part, version, changed_at)
         SELECT id, ?2, ?3, ?4 FROM feeds WHERE id = ?1 AND revoked_at IS NULL
         ON CONFLICT (feed_id, part) DO UPDATE
           SET version = excluded.version, changed_at = max(excluded.changed_at, changed_at + 1)
           WHERE version <> excluded.version
         RETURNING changed_at`,
      )
      .bind(feedId, part, version, second)
      .first<number>('changed_at')) ??
    (await read()) ??
    second
  );
}

/**
 * Since when each match stands in a feed with its card, by `keyOf`; from now on for one that is new or whose
 * card changed. A profile that is erased at the same moment is left out, and all of a feed that is revoked.
 */
export async function keepEntries(
  db: Queryable,
  feedId: string,
  entries: readonly (Ref & { readonly hash: string })[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const rows = JSON.stringify(entries);
  const [, kept] = await db.batch<Ref & { updated_at: string }>([
    db
      .prepare(
        `INSERT INTO feed_entries (feed_id, hub_id, kind, id, card_hash, updated_at)
         SELECT f.id, f.hub_id, value ->> 'kind', value ->> 'id', value ->> 'hash', ?3
         FROM json_each(?2) JOIN feeds f ON f.id = ?1 AND f.revoked_at IS NULL
         WHERE EXISTS (SELECT 1 FROM profiles p
             WHERE p.hub_id = f.hub_id AND p.kind = value ->> 'kind' AND p.id = value ->> 'id')
           OR EXISTS (SELECT 1 FROM exchange_ids x WHERE x.id = value ->> 'id')
         ON CONFLICT (feed_id, kind, id) DO UPDATE
           SET card_hash = excluded.card_hash, updated_at = excluded.updated_at
           WHERE card_hash <> excluded.card_hash`,
      )
      .bind(feedId, rows, now.toISOString()),
    db
      .prepare(
        `SELECT kind, id, updated_at FROM feed_entries
         WHERE feed_id = ?1 AND (kind, id) IN (SELECT value ->> 'kind', value ->> 'id' FROM json_each(?2))`,
      )
      .bind(feedId, rows),
  ]);
  return new Map((kept?.results ?? []).map((row) => [keyOf(row), row.updated_at]));
}
