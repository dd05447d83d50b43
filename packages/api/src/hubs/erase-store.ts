import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { eraseElsewhere as eraseAnnouncements } from '../announcements/store.ts';
import { eraseElsewhere as eraseFeedback } from '../feedback/store.ts';
import { eraseElsewhere as eraseFeeds } from '../feeds/store.ts';
import { OF_HUB } from '../idempotency/store.ts';
import { eraseElsewhere as eraseIntroductions } from '../introductions/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { eraseElsewhere as eraseMails } from '../mails/keeping-store.ts';

/** The statements after which nobody gets into a hub, no hub gets its id, and no partner sees its cards. */
export const closeHub = (db: Queryable, id: string, now: Date): D1PreparedStatement[] => [
  db.prepare('DELETE FROM keys WHERE hub_id = ?').bind(id),
  db
    .prepare('INSERT INTO erased_hubs (id, erased_at) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .bind(id, now.toISOString()),
  // It changes the partners' lists, so that they take a number. A proposal that the hub never answered
  // stays, as one to a hub that never was.
  db
    .prepare(
      `UPDATE hubs SET sequence = sequence + 1 WHERE id IN (
         SELECT iif(proposer = ?1, partner, proposer) FROM agreements
         WHERE accepted_at IS NOT NULL AND (proposer = ?1 OR partner = ?1))`,
    )
    .bind(id),
  db.prepare('DELETE FROM agreements WHERE proposer = ?1 OR accepted_by = ?1').bind(id),
];

/** Hubs that were erased after a time, the last ones first. */
export async function erasedSince(db: Queryable, since: Date, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT id FROM erased_hubs WHERE erased_at > ? ORDER BY erased_at DESC LIMIT ?')
    .bind(since.toISOString(), limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Hubs that are closed and not yet deleted. */
export async function closedHubs(db: Queryable): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT hubs.id FROM hubs JOIN erased_hubs ON erased_hubs.id = hubs.id')
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Most profiles that one batch deletes with what hangs on them: a batch of D1 has 30 seconds. */
const PROFILES_AT_ONCE = 2000;

/** Most rows that one statement deletes. */
const ROWS_AT_ONCE = 10_000;

const OF_HUB_ROW = 'hub_id = ?1';
const OF_FEED = 'feed_id IN (SELECT id FROM feeds WHERE hub_id = ?1)';
const OF_SUBSCRIPTION = 'subscription_id IN (SELECT id FROM subscriptions WHERE hub_id = ?1)';
const OF_IMPORT = 'import_id IN (SELECT id FROM imports WHERE hub_id = ?1)';

/** Tables in which a hub (?1) may have more rows than a cascade gets through, and which of them are its own. */
const LARGE = [
  ['introductions', 'from_hub = ?1'],
  ['feedback', OF_HUB_ROW],
  ['applications', OF_HUB_ROW],
  ['announced_matches', OF_HUB_ROW],
  ['feed_entries', OF_FEED],
  ['mailed_matches', OF_SUBSCRIPTION],
  ['mails', OF_HUB_ROW],
  ['subscriptions', OF_HUB_ROW],
  ['import_rows', OF_IMPORT],
  ['import_issues', OF_IMPORT],
  ['deletions', OF_HUB_ROW],
  ['events', OF_HUB_ROW],
  ['audit', OF_HUB_ROW],
] as const;

/**
 * Deletes everything that stands under a hub, what other hubs keep about its profiles, and the hub.
 * May be cut off and run again. Ring for `deliver-webhooks` afterwards: other hubs are told.
 */
export async function deleteHub(db: Queryable, id: string): Promise<void> {
  for (;;) {
    const { results } = await db
      .prepare('SELECT kind, id FROM profiles WHERE hub_id = ? LIMIT ?')
      .bind(id, PROFILES_AT_ONCE)
      .all();
    if (results.length === 0) break;
    const profiles = JSON.stringify(results);
    await db.batch([
      ...eraseFeedback(db, id, profiles),
      ...eraseFeeds(db, id, profiles),
      ...eraseAnnouncements(db, id, profiles),
      ...eraseMails(db, id, profiles),
      ...eraseIntroductions(db, id, profiles),
      db
        .prepare(
          `DELETE FROM profiles WHERE hub_id = ?1
             AND (kind, id) IN (SELECT value ->> 'kind', value ->> 'id' FROM json_each(?2))`,
        )
        .bind(id, profiles),
    ]);
  }
  for (const [table, isOfHub] of LARGE) {
    const some = db.prepare(
      `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${isOfHub} LIMIT ${ROWS_AT_ONCE})`,
    );
    while ((await some.bind(id).run()).meta.changes >= ROWS_AT_ONCE);
  }
  // Every table of a hub cascades from its row; the answers kept for retries have no row to hang on.
  await db.batch([
    db.prepare(`DELETE FROM idempotency WHERE ${OF_HUB('?1')}`).bind(id),
    db.prepare('DELETE FROM hubs WHERE id = ?').bind(id),
  ]);
}
