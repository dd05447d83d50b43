import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { BlockQuery, Kind } from '@kopru/sdk/schema';
import { readCursor, toPage } from '../lib/page.ts';
import type { Queryable } from '../lib/queryable.ts';

interface Profile {
  readonly hub: string;
  readonly kind: Kind;
  readonly id: string;
}

export interface Block {
  readonly id: string;
  readonly owner: Profile;
  /** With the id by which the owner's hub knows it, and its hub as others see it. */
  readonly blocked: Profile & {
    readonly ref: string;
    readonly home: { readonly hub: string; readonly name: string; readonly country: string | null };
  };
  readonly createdAt: string;
}

interface Row {
  id: string;
  hub_id: string;
  owner_kind: Kind;
  owner_id: string;
  blocked_hub: string;
  blocked_kind: Kind;
  blocked_id: string;
  blocked_ref: string;
  name: string;
  country: string | null;
  created_at: string;
}

const READ = 'SELECT b.*, h.name, h.country FROM blocks b JOIN hubs h ON h.id = b.blocked_hub';

const fromRow = (row: Row): Block => ({
  id: row.id,
  owner: { hub: row.hub_id, kind: row.owner_kind, id: row.owner_id },
  blocked: {
    hub: row.blocked_hub,
    kind: row.blocked_kind,
    id: row.blocked_id,
    ref: row.blocked_ref,
    home: { hub: row.blocked_hub, name: row.name, country: row.country },
  },
  createdAt: row.created_at,
});

/** The statement that keeps a block. */
export const insertBlock = (
  db: Queryable,
  id: string,
  owner: Profile,
  blocked: Profile & { readonly ref: string },
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO blocks (id, hub_id, owner_kind, owner_id, blocked_hub, blocked_kind, blocked_id, blocked_ref, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      id,
      ...[owner.hub, owner.kind, owner.id],
      ...[blocked.hub, blocked.kind, blocked.id, blocked.ref],
      now.toISOString(),
    );

/** SQL condition, with its values, that both profiles are there and the one has not blocked the other. */
export const mayBlock = (owner: Profile, blocked: Profile) =>
  [
    `EXISTS (SELECT 1 FROM profiles WHERE hub_id = ?1 AND kind = ?2 AND id = ?3)
       AND EXISTS (SELECT 1 FROM profiles WHERE hub_id = ?4 AND kind = ?5 AND id = ?6)
       AND NOT EXISTS (SELECT 1 FROM blocks WHERE hub_id = ?1 AND owner_kind = ?2 AND owner_id = ?3
         AND blocked_hub = ?4 AND blocked_kind = ?5 AND blocked_id = ?6)`,
    ...[owner.hub, owner.kind, owner.id],
    ...[blocked.hub, blocked.kind, blocked.id],
  ] as const;

export async function findBlock(db: Queryable, owner: Profile, blocked: Profile): Promise<Block | undefined> {
  const row = await db
    .prepare(
      `${READ} WHERE b.hub_id = ? AND b.owner_kind = ? AND b.owner_id = ?
         AND b.blocked_hub = ? AND b.blocked_kind = ? AND b.blocked_id = ?`,
    )
    .bind(owner.hub, owner.kind, owner.id, blocked.hub, blocked.kind, blocked.id)
    .first<Row>();
  return row ? fromRow(row) : undefined;
}

/** Whether one of two profiles has blocked the other. */
export const areBlocked = async (db: Queryable, a: Profile, b: Profile): Promise<boolean> =>
  (await Promise.all([findBlock(db, a, b), findBlock(db, b, a)])).some((block) => block !== undefined);

export async function getBlock(db: Queryable, hubId: string, id: string): Promise<Block | undefined> {
  const row = await db.prepare(`${READ} WHERE b.hub_id = ? AND b.id = ?`).bind(hubId, id).first<Row>();
  return row ? fromRow(row) : undefined;
}

/** A page of the blocks of a hub's profiles, or of one of them. */
export async function listBlocks(
  db: Queryable,
  hubId: string,
  owner: { readonly kind: Kind; readonly id: string } | undefined,
  { limit, cursor }: Pick<BlockQuery, 'limit' | 'cursor'>,
): Promise<{ items: Block[]; nextCursor: string | null }> {
  const [after = ''] = readCursor(cursor, 1) ?? [];
  const { results } = await db
    .prepare(
      `${READ} WHERE b.hub_id = ?1 AND (?2 IS NULL OR (b.owner_kind = ?2 AND b.owner_id = ?3)) AND b.id > ?4
       ORDER BY b.id LIMIT ?5`,
    )
    .bind(hubId, owner?.kind ?? null, owner?.id ?? null, after, limit + 1)
    .all<Row>();
  return toPage(results.map(fromRow), limit, (block) => [block.id]);
}

/** The statement that lifts a block. */
export const deleteBlock = (db: Queryable, hubId: string, id: string): D1PreparedStatement =>
  db.prepare('DELETE FROM blocks WHERE hub_id = ? AND id = ?').bind(hubId, id);

/** The statements that erase the blocks of a profile and those against it. */
export const eraseProfile = (db: Queryable, hubId: string, kind: Kind, id: string): D1PreparedStatement[] => [
  db
    .prepare(
      `DELETE FROM blocks WHERE (hub_id = ?1 AND owner_kind = ?2 AND owner_id = ?3)
         OR (blocked_hub = ?1 AND blocked_kind = ?2 AND blocked_id = ?3)`,
    )
    .bind(hubId, kind, id),
];
