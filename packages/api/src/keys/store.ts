import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { SCOPES, type Scope } from '@kopru/sdk/schema';
import { HUB_COLUMNS, type Hub, type HubRow, hubFromRow, type Queryable } from '../hubs/store.ts';
import type { KeyKind } from '../lib/keys.ts';

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
  readonly name?: string;
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
