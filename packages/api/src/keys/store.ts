import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { type Key, SCOPES, type Scope } from '@kopru/sdk/schema';
import { HUB_COLUMNS, type Hub, type HubRow, hubFromRow } from '../hubs/store.ts';
import { guard } from '../lib/guard.ts';
import type { KeyKind } from '../lib/keys.ts';
import type { Queryable } from '../lib/queryable.ts';

/** A key that works, with the hub it belongs to. */
export interface Credential {
  readonly id: string;
  readonly kind: KeyKind;
  readonly scopes: readonly Scope[];
  readonly origins: readonly string[];
  readonly lastUsedAt: string | null;
  /** Not there for keys of the deployment. */
  readonly hub: Hub | undefined;
}

/** The key of this hash, unless it is revoked or past its end. */
export async function findCredential(db: Queryable, hash: string, now: Date): Promise<Credential | undefined> {
  const row = await db
    .prepare(
      `SELECT keys.id AS key_id, keys.kind, keys.scopes, keys.origins, keys.last_used_at, ${HUB_COLUMNS}
       FROM keys LEFT JOIN hubs ON hubs.id = keys.hub_id
       WHERE keys.hash = ? AND keys.revoked_at IS NULL AND (keys.expires_at IS NULL OR keys.expires_at > ?)`,
    )
    .bind(hash, now.toISOString())
    .first<
      {
        key_id: string;
        kind: KeyKind;
        scopes: string | null;
        origins: string | null;
        last_used_at: string | null;
      } & HubRow
    >();
  if (!row) return undefined;
  return {
    id: row.key_id,
    kind: row.kind,
    scopes: row.scopes ? (JSON.parse(row.scopes) as Scope[]) : SCOPES,
    origins: row.origins ? (JSON.parse(row.origins) as string[]) : [],
    lastUsedAt: row.last_used_at,
    hub: row.id ? hubFromRow(row) : undefined,
  };
}

/** How old the time of the last use may be, in milliseconds, before a request renews it. */
const RENEWED_AFTER = 5 * 60_000;

/** Notes that a key was used, at most every five minutes. */
export async function touchKey(db: Queryable, { id, lastUsedAt }: Credential, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - Date.parse(lastUsedAt) < RENEWED_AFTER) return;
  await db.prepare('UPDATE keys SET last_used_at = ? WHERE id = ?').bind(now.toISOString(), id).run();
}

export interface NewKey {
  readonly id: string;
  readonly hash: string;
  /** Null for a key of the deployment. */
  readonly hubId: string | null;
  readonly kind: KeyKind;
  readonly hint: string;
  readonly name?: string | undefined;
  /** Of a secret key. @default all */
  readonly scopes?: readonly Scope[];
  /** Of a publishable key. */
  readonly origins?: readonly string[];
}

/** The statement that stores a key, of which only the hash is kept. */
export const insertKey = (db: Queryable, key: NewKey, now: Date): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO keys (id, hash, hub_id, kind, name, hint, scopes, origins, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      key.id,
      key.hash,
      key.hubId,
      key.kind,
      key.name ?? '',
      key.hint,
      key.scopes ? JSON.stringify(key.scopes) : null,
      key.origins ? JSON.stringify(key.origins) : null,
      now.toISOString(),
    );

/** Holds while no key has this id. */
export const guardFreeKeyId = (db: Queryable, id: string): D1PreparedStatement =>
  guard(db, 'NOT EXISTS (SELECT 1 FROM keys WHERE id = ?)', id);

interface KeyRow {
  id: string;
  kind: Key['kind'];
  name: string;
  hint: string;
  scopes: string | null;
  origins: string | null;
  created_at: string;
  last_used_at: string | null;
  expires_at: string | null;
  revoked_at: string | null;
}

const KEY_COLUMNS = 'id, kind, name, hint, scopes, origins, created_at, last_used_at, expires_at, revoked_at';

const keyFromRow = ({ id, kind, name, hint, scopes, origins, ...at }: KeyRow): Key => ({
  id,
  kind,
  name,
  hint,
  ...(kind === 'secret' && { scopes: scopes ? (JSON.parse(scopes) as Scope[]) : [...SCOPES] }),
  ...(kind === 'publishable' && { origins: JSON.parse(origins ?? '[]') as string[] }),
  createdAt: at.created_at,
  lastUsedAt: at.last_used_at,
  expiresAt: at.expires_at,
  revokedAt: at.revoked_at,
});

/** Whose keys: of a hub, or with null the operator's. The bootstrap token is nobody's to see. */
const OWNED = "hub_id IS ? AND kind <> 'bootstrap'";

export async function findKey(db: Queryable, hubId: string | null, id: string): Promise<Key | undefined> {
  const row = await db
    .prepare(`SELECT ${KEY_COLUMNS} FROM keys WHERE ${OWNED} AND id = ?`)
    .bind(hubId, id)
    .first<KeyRow>();
  return row ? keyFromRow(row) : undefined;
}

/** Keys in the order of their making. @param after time and id of the last one seen. */
export async function listKeys(
  db: Queryable,
  hubId: string | null,
  [createdAt, id]: readonly [string, string],
  limit: number,
): Promise<Key[]> {
  const { results } = await db
    .prepare(
      `SELECT ${KEY_COLUMNS} FROM keys WHERE ${OWNED} AND (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?`,
    )
    .bind(hubId, createdAt, id, limit)
    .all<KeyRow>();
  return results.map(keyFromRow);
}

export const revokeKey = (db: Queryable, hubId: string | null, id: string, now: Date): D1PreparedStatement =>
  db
    .prepare('UPDATE keys SET revoked_at = ? WHERE hub_id IS ? AND id = ? AND revoked_at IS NULL')
    .bind(now.toISOString(), hubId, id);

/** The statements that put a key in the place of another, which works until then. A key is rolled once, and never a revoked one. */
export const rollKey = (
  db: Queryable,
  hubId: string,
  id: string,
  successor: Pick<NewKey, 'id' | 'hash' | 'hint'>,
  until: Date,
  now: Date,
): D1PreparedStatement[] => [
  guard(
    db,
    'EXISTS (SELECT 1 FROM keys WHERE hub_id = ? AND id = ? AND revoked_at IS NULL AND expires_at IS NULL)',
    hubId,
    id,
  ),
  db
    .prepare(
      `INSERT INTO keys (id, hash, hub_id, kind, name, hint, scopes, origins, created_at)
       SELECT ?, ?, hub_id, kind, name, ?, scopes, origins, ? FROM keys WHERE hub_id = ? AND id = ?`,
    )
    .bind(successor.id, successor.hash, successor.hint, now.toISOString(), hubId, id),
  db.prepare('UPDATE keys SET expires_at = ? WHERE hub_id = ? AND id = ?').bind(until.toISOString(), hubId, id),
];

/** The statements that use up the bootstrap token. */
export const spendToken = (db: Queryable, id: string, now: Date): D1PreparedStatement[] => [
  guard(db, "EXISTS (SELECT 1 FROM keys WHERE id = ? AND kind = 'bootstrap' AND revoked_at IS NULL)", id),
  revokeKey(db, null, id, now),
];
