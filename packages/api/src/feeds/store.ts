import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { soughtBy } from '@kopru/sdk/engine';
import type { FeedQuery, FeedView, Kind } from '@kopru/sdk/schema';
import { type EraseElsewhere, EXCHANGE_IDS } from '../exchange/erase.ts';
import { HUB_COLUMNS, type Hub, type HubRow, hubFromRow } from '../hubs/store.ts';
import { tableExporter } from '../lib/exporter.ts';
import { readCursor, toPage } from '../lib/page.ts';
import type { Queryable } from '../lib/queryable.ts';
import type { EraseProfile } from '../profiles/erase.ts';

/** A feed that is read, with its hub. */
export interface Feed {
  readonly id: string;
  readonly profile: FeedView['profile'];
  readonly locale: FeedView['locale'];
  readonly seeks: Kind;
  readonly createdAt: string;
  readonly hub: Hub;
}

interface Row {
  id: string;
  kind: Kind;
  profile_id: string;
  locale: FeedView['locale'];
  seeks: Kind | null;
  created_at: string;
  revoked_at: string | null;
}

/** What lists held before a feed could say what it seeks. */
const seekOf = (kind: Kind): Kind => soughtBy(kind)[0] as Kind;

const COLUMNS = 'id, kind, profile_id, locale, seeks, created_at, revoked_at';

const fromRow = ({ id, kind, profile_id, locale, seeks, created_at, revoked_at }: Row): FeedView => ({
  id,
  profile: { kind, id: profile_id },
  locale,
  seeks: seeks ?? seekOf(kind),
  createdAt: created_at,
  revokedAt: revoked_at,
});

/** The statement that keeps a new feed. */
export const insertFeed = (
  db: Queryable,
  hubId: string,
  { id, profile, locale, seeks, createdAt }: Omit<FeedView, 'revokedAt'>,
  secretHash: string,
): D1PreparedStatement =>
  db
    .prepare(
      'INSERT INTO feeds (id, hub_id, kind, profile_id, secret_hash, locale, seeks, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .bind(id, hubId, profile.kind, profile.id, secretHash, locale, seeks, createdAt);

/** SQL condition, with its values, that a profile is there and fewer than so many feeds of it are read. */
export const mayHaveFeed = (hubId: string, { kind, id }: FeedView['profile'], most: number) =>
  [
    `EXISTS (SELECT 1 FROM profiles WHERE hub_id = ?1 AND kind = ?2 AND id = ?3)
       AND (SELECT count(*) FROM feeds WHERE hub_id = ?1 AND kind = ?2 AND profile_id = ?3 AND revoked_at IS NULL) < ?4`,
    hubId,
    kind,
    id,
    most,
  ] as const;

export async function findFeed(db: Queryable, hubId: string, id: string): Promise<FeedView | undefined> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM feeds WHERE hub_id = ? AND id = ?`).bind(hubId, id).first<Row>();
  return row ? fromRow(row) : undefined;
}

/** A page of the feeds of a hub's profiles, or of one of them. */
export async function listFeeds(
  db: Queryable,
  hubId: string,
  owner: FeedView['profile'] | undefined,
  { limit, cursor }: Pick<FeedQuery, 'limit' | 'cursor'>,
): Promise<{ items: FeedView[]; nextCursor: string | null }> {
  const [after = ''] = readCursor(cursor, 1) ?? [];
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM feeds
       WHERE hub_id = ?1 AND (?2 IS NULL OR (kind = ?2 AND profile_id = ?3)) AND id > ?4 ORDER BY id LIMIT ?5`,
    )
    .bind(hubId, owner?.kind ?? null, owner?.id ?? null, after, limit + 1)
    .all<Row>();
  return toPage(results.map(fromRow), limit, ({ id }) => [id]);
}

/** The statements that end a feed. What was told in it is forgotten. */
export const revokeFeed = (db: Queryable, hubId: string, id: string, now: Date): D1PreparedStatement[] => [
  db
    .prepare('UPDATE feeds SET revoked_at = ?3 WHERE hub_id = ?1 AND id = ?2 AND revoked_at IS NULL')
    .bind(hubId, id, now.toISOString()),
  db.prepare('DELETE FROM feed_versions WHERE feed_id = ?').bind(id),
  db.prepare('DELETE FROM feed_entries WHERE feed_id = ?').bind(id),
];

/** The feed of a secret while it is read: not revoked, its profile there and its hub not about to be erased. */
export async function findBySecret(db: Queryable, secretHash: string): Promise<Feed | undefined> {
  const row = await db
    .prepare(
      `SELECT f.id AS feed_id, f.kind, f.profile_id, f.locale, f.seeks, f.created_at AS made_at, ${HUB_COLUMNS}
       FROM feeds f JOIN hubs ON hubs.id = f.hub_id
       JOIN profiles p ON p.hub_id = f.hub_id AND p.kind = f.kind AND p.id = f.profile_id
       WHERE f.secret_hash = ? AND f.revoked_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM erased_hubs e WHERE e.id = f.hub_id)`,
    )
    .bind(secretHash)
    .first<HubRow & Omit<Row, 'id' | 'created_at' | 'revoked_at'> & { feed_id: string; made_at: string }>();
  if (!row) return undefined;
  const { feed_id, kind, profile_id, locale, made_at } = row;
  const seeks = row.seeks ?? seekOf(kind);
  return { id: feed_id, profile: { kind, id: profile_id }, locale, seeks, createdAt: made_at, hub: hubFromRow(row) };
}

/** Without the hash of the secret, by which nobody could read it anyway. */
export const feedExporter = tableExporter({
  type: 'feed',
  from: 'feeds',
  key: ['id'],
  data: `json_object('id', id, 'profile', json_object('kind', kind, 'id', profile_id), 'locale', locale, 'seeks', seeks,
    'createdAt', created_at, 'revokedAt', revoked_at)`,
  about: 'kind = ?2 AND profile_id = ?3',
});

/** Deletes what feeds of other hubs keep about cards of some profiles of a hub, in JSON. */
export const eraseElsewhere: EraseElsewhere = (db, hubId, profiles) => [
  db.prepare(`DELETE FROM feed_entries WHERE id IN ${EXCHANGE_IDS}`).bind(hubId, profiles),
];

/** Deletes the feeds of a profile, and what others keep about it, in every hub. */
export const eraseProfile: EraseProfile = (db, hubId, kind, id) => [
  db.prepare('DELETE FROM feeds WHERE hub_id = ? AND kind = ? AND profile_id = ?').bind(hubId, kind, id),
  db.prepare('DELETE FROM feed_entries WHERE hub_id = ? AND kind = ? AND id = ?').bind(hubId, kind, id),
  ...eraseElsewhere(db, hubId, JSON.stringify([{ kind, id }])),
];
