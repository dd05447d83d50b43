import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { guard } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';

/** How far the vectors of a hub are in Vectorize; what the columns mean stands in the migration. */
export interface Space {
  readonly namespace: string;
  readonly hubId: string;
  readonly state: 'filling' | 'on' | 'leaving';
  readonly epoch: string;
  readonly sent: number;
  readonly marked: number;
  readonly visible: number;
}

const COLUMNS = 'namespace, hub_id AS hubId, state, epoch, sent, marked, visible';

export async function readSpace(db: Queryable, hubId: string, namespace: string): Promise<Space | undefined> {
  const space = await db
    .prepare(`SELECT ${COLUMNS} FROM vector_spaces WHERE hub_id = ? AND namespace = ?`)
    .bind(hubId, namespace)
    .first<Space>();
  return space ?? undefined;
}

/** The statement that begins to fill a space, whatever was in it. */
export const fillSpace = (db: Queryable, hubId: string, namespace: string): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO vector_spaces (namespace, hub_id, state, epoch) VALUES (?1, ?2, 'filling', lower(hex(randomblob(16))))
       ON CONFLICT (namespace) DO UPDATE SET state = 'filling', epoch = excluded.epoch, sent = 0, marked = 0, visible = 0
       WHERE state = 'leaving'`,
    )
    .bind(namespace, hubId);

/** The statement after which the spaces of a hub are emptied, but for one. */
export const leaveSpaces = (db: Queryable, hubId: string, but = ''): D1PreparedStatement =>
  db.prepare("UPDATE vector_spaces SET state = 'leaving' WHERE hub_id = ? AND namespace <> ?").bind(hubId, but);

/**
 * Hubs whose size decides anew where their lists are made: those of at least `least` profiles, and those that
 * have a space. A hub that is being erased has none.
 *
 * @returns how many profiles each has, counted up to `most`, and the namespaces of its spaces that are not left.
 */
export async function hubsBySize(
  db: Queryable,
  { least, most }: { readonly least: number; readonly most: number },
): Promise<{ id: string; profiles: number; spaces: string[] }[]> {
  const { results } = await db
    .prepare(
      `SELECT * FROM (
         SELECT h.id, (SELECT count(*) FROM (SELECT 1 FROM profiles WHERE hub_id = h.id LIMIT ?2)) AS profiles,
           (SELECT json_group_array(namespace) FROM vector_spaces s
            WHERE s.hub_id = h.id AND s.state <> 'leaving') AS spaces
         FROM hubs h WHERE h.id NOT IN (SELECT id FROM erased_hubs))
       WHERE profiles >= ?1 OR spaces <> '[]'`,
    )
    .bind(least, most)
    .all<{ id: string; profiles: number; spaces: string }>();
  return results.map((row) => ({ ...row, spaces: JSON.parse(row.spaces) as string[] }));
}

/** How many profiles a hub has, counted up to `most`. */
export async function countProfiles(db: Queryable, hubId: string, most: number): Promise<number> {
  const count = await db
    .prepare('SELECT count(*) AS n FROM (SELECT 1 FROM profiles WHERE hub_id = ? LIMIT ?)')
    .bind(hubId, most)
    .first<number>('n');
  return count ?? 0;
}

/** A space that one run works on, and until when nobody else does. */
export interface Claimed extends Space {
  readonly lease: string;
  readonly leaseUntil: string;
  /** Number of the hub's last write; null when the hub was erased. */
  readonly hubSequence: number | null;
}

/** Takes the space in which something is to be done that nobody works on, the one that waited longest. */
export async function claimSpace(
  db: Queryable,
  { lease, now, until, but }: { lease: string; now: Date; until: Date; but: readonly string[] },
): Promise<Claimed | undefined> {
  const claimed = await db
    .prepare(
      `UPDATE vector_spaces SET lease = ?1, lease_until = ?2 WHERE namespace = (
         SELECT s.namespace FROM vector_spaces s LEFT JOIN hubs h ON h.id = s.hub_id
         WHERE (s.lease_until IS NULL OR s.lease_until <= ?3) AND s.namespace NOT IN (SELECT value FROM json_each(?4))
           AND (h.id IS NULL OR s.state <> 'on' OR h.sequence > s.sent OR s.sent > s.visible
             OR h.id IN (SELECT id FROM erased_hubs))
         ORDER BY s.lease_until, s.namespace LIMIT 1)
       RETURNING ${COLUMNS}, lease, lease_until AS leaseUntil,
         (SELECT sequence FROM hubs WHERE id = hub_id AND id NOT IN (SELECT id FROM erased_hubs)) AS hubSequence`,
    )
    .bind(lease, until.toISOString(), now.toISOString(), JSON.stringify(but))
    .first<Claimed>();
  return claimed ?? undefined;
}

/** Lets another run work on a space; it goes to the end of the queue. */
export const releaseSpace = (db: Queryable, { namespace, lease }: Claimed, now: Date): D1PreparedStatement =>
  db
    .prepare("UPDATE vector_spaces SET lease = '', lease_until = ? WHERE namespace = ? AND lease = ?")
    .bind(now.toISOString(), namespace, lease);

/** Fails its batch when another run has taken the space, or it was emptied or filled anew. */
export const guardClaimed = (db: Queryable, { namespace, lease, epoch }: Claimed): D1PreparedStatement =>
  guard(
    db,
    'EXISTS (SELECT 1 FROM vector_spaces WHERE namespace = ? AND lease = ? AND epoch = ?)',
    namespace,
    lease,
    epoch,
  );

/** The statement that writes down how far a space is. */
export const moveSpace = (
  db: Queryable,
  namespace: string,
  { sent, marked, visible, state }: Pick<Space, 'sent' | 'marked' | 'visible' | 'state'>,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE vector_spaces SET sent = ?2, marked = ?3, visible = ?4, state = iif(state = 'leaving', state, ?5)
       WHERE namespace = ?1`,
    )
    .bind(namespace, sent, marked, visible, state);

export const deleteSpace = (db: Queryable, namespace: string): D1PreparedStatement =>
  db.prepare('DELETE FROM vector_spaces WHERE namespace = ?').bind(namespace);
