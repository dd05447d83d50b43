import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';

/** A tenant, as a request sees it. */
export interface Hub {
  readonly id: string;
  /** Number of the hub's last write. */
  readonly sequence: number;
}

export type Queryable = Pick<D1Database, 'prepare' | 'batch'>;

/** The hub of a key that is not revoked, by the key's hash. */
export async function findHubByKey(db: Queryable, hash: string): Promise<Hub | undefined> {
  const row = await db
    .prepare(
      `SELECT hubs.id, hubs.sequence FROM keys JOIN hubs ON hubs.id = keys.hub_id
       WHERE keys.hash = ? AND keys.revoked_at IS NULL`,
    )
    .bind(hash)
    .first<Hub>();
  return row ?? undefined;
}

export async function findHub(db: Queryable, id: string): Promise<Hub | undefined> {
  return (await db.prepare('SELECT id, sequence FROM hubs WHERE id = ?').bind(id).first<Hub>()) ?? undefined;
}

/** The statement that creates a hub. */
export const insertHub = (db: Queryable, id: string, name: string, now: Date): D1PreparedStatement =>
  db.prepare('INSERT INTO hubs (id, name, created_at) VALUES (?, ?, ?)').bind(id, name, now.toISOString());

/** The statement that gives a hub a secret key, of which only the hash is stored. */
export const insertKey = (db: Queryable, hubId: string, hash: string, now: Date): D1PreparedStatement =>
  db
    .prepare("INSERT INTO keys (hash, hub_id, kind, created_at) VALUES (?, ?, 'secret', ?)")
    .bind(hash, hubId, now.toISOString());
