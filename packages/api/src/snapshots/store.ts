import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { guard } from '../lib/guard.ts';
import { tryBatch } from '../lib/guarded-batch.ts';
import type { Queryable } from '../lib/queryable.ts';
import type { Place } from '../profiles/changes-store.ts';

/** The profiles of a hub from a place on up to another; undefined: to the end. */
export interface Range {
  readonly first: Place;
  readonly end: Place | undefined;
}

/** A part of a snapshot, and where it stands in KV. */
export interface Part extends Range {
  /** '' while it is still to be written. */
  readonly key: string;
  /** SHA-256 of the value, in hex. */
  readonly digest: string;
  /** Every write of the hub up to this number is in it. */
  readonly sequence: number;
  readonly writtenAt: string;
}

interface Row {
  hub_id: string;
  first_kind: string;
  first_id: string;
  end_kind: string | null;
  end_id: string | null;
  key: string;
  digest: string;
  sequence: number;
  written_at: string;
}

/** Parts with where each ends. */
const PARTS = `SELECT *, LEAD(first_kind) OVER w AS end_kind, LEAD(first_id) OVER w AS end_id FROM snapshots
  WHERE format = ?1 WINDOW w AS (PARTITION BY hub_id ORDER BY first_kind, first_id)`;

const fromRow = ({ first_kind, first_id, end_kind, end_id, key, digest, sequence, written_at }: Row): Part => ({
  first: [first_kind, first_id],
  end: end_kind === null ? undefined : [end_kind, end_id as string],
  key,
  digest,
  sequence,
  writtenAt: written_at,
});

/** The parts of a hub's snapshot, which together are the whole hub; none when it has none. */
export async function readParts(db: Queryable, hubId: string, format: string): Promise<Part[]> {
  const { results } = await db
    .prepare(`SELECT * FROM (${PARTS}) WHERE hub_id = ?2 ORDER BY first_kind, first_id`)
    .bind(format, hubId)
    .all<Row>();
  return results.map(fromRow);
}

/** Gives every hub with so many writes a snapshot of one part that is still to be written. */
export async function beginSnapshots(db: Queryable, format: string, writes: number, now: Date): Promise<void> {
  await db
    .prepare(
      `INSERT INTO snapshots SELECT id, ?1, '', '', '', '', 0, ?2 FROM hubs
       WHERE sequence >= ?3 AND NOT EXISTS (SELECT 1 FROM snapshots s WHERE s.hub_id = hubs.id AND s.format = ?1)
         AND NOT EXISTS (SELECT 1 FROM erased_hubs e WHERE e.id = hubs.id)`,
    )
    .bind(format, now.toISOString(), writes)
    .run();
}

/** When a part is written anew. */
export interface Due {
  /** After so many writes in its range. */
  readonly writes: number;
  /** With one write or more, when it is from before. */
  readonly changedBefore: Date;
  /** In any case, when it is from before. */
  readonly writtenBefore: Date;
}

const IN_RANGE = (kind: string, id: string) => `(${kind}, ${id}) >= (first_kind, first_id)
  AND (end_kind IS NULL OR (${kind}, ${id}) < (end_kind, end_id))`;

/**
 * Parts of all hubs that are to be written anew: where a profile was deleted, so that nothing of it stays in KV;
 * where much was written; where any was, and long ago.
 */
export async function dueParts(
  db: Queryable,
  format: string,
  { writes, changedBefore, writtenBefore }: Due,
  limit: number,
): Promise<{ hubId: string; part: Part }[]> {
  const changes = (most: number | string) =>
    `(SELECT count(*) FROM (SELECT 1 FROM profiles p WHERE p.hub_id = r.hub_id AND p.sequence > r.sequence
       AND ${IN_RANGE('p.kind', 'p.id')} LIMIT ${most}))`;
  const { results } = await db
    .prepare(
      `SELECT * FROM (${PARTS}) r WHERE key = ''
         OR EXISTS (SELECT 1 FROM deletions d WHERE d.hub_id = r.hub_id AND d.sequence > r.sequence
              AND ${IN_RANGE('d.kind', 'd.id')})
         OR ${changes('?2')} >= ?2
         OR (written_at < ?3 AND ${changes(1)} = 1)
         OR written_at < ?4
       ORDER BY key <> '', written_at LIMIT ?5`,
    )
    .bind(format, writes, changedBefore.toISOString(), writtenBefore.toISOString(), limit)
    .all<Row>();
  return results.map((row) => ({ hubId: row.hub_id, part: fromRow(row) }));
}

/** What was written in place of a part: its beginning, and where it did not end the hub's range, the rest to come. */
export interface Written {
  readonly key: string;
  readonly digest: string;
  readonly sequence: number;
  readonly rest: Place | undefined;
}

/** Puts what was written in the place of a part. @returns false, with nothing changed, when another run did so first. */
export async function replacePart(
  db: Queryable,
  hubId: string,
  format: string,
  part: Part,
  { key, digest, sequence, rest }: Written,
  now: Date,
): Promise<boolean> {
  const insert = (first: Place, ...of: readonly [string, string, number]): D1PreparedStatement =>
    db
      .prepare('INSERT INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .bind(hubId, format, ...first, ...of, now.toISOString());
  const same =
    'EXISTS (SELECT 1 FROM snapshots WHERE hub_id = ? AND format = ? AND first_kind = ? AND first_id = ? AND key = ?)';
  const statements = [
    guard(db, same, hubId, format, ...part.first, part.key),
    db
      .prepare('DELETE FROM snapshots WHERE hub_id = ? AND format = ? AND first_kind = ? AND first_id = ?')
      .bind(hubId, format, ...part.first),
    insert(part.first, key, digest, sequence),
    ...(rest ? [insert(rest, '', '', 0)] : []),
  ];
  return (await tryBatch(db, statements)) !== undefined;
}

/** Has a part of which the value is not there, or cannot be read, written anew. */
export async function rejectPart(db: Queryable, hubId: string, key: string): Promise<void> {
  await db.batch([db.prepare("UPDATE snapshots SET key = '' WHERE hub_id = ? AND key = ?").bind(hubId, key)]);
}

/** Parts of other formats, from before a time, which no code reads any more; at most so many. */
export async function outdatedParts(
  db: Queryable,
  format: string,
  before: Date,
  limit: number,
): Promise<{ hubId: string; format: string; first: Place; key: string }[]> {
  const { results } = await db
    .prepare(
      'SELECT hub_id, format, first_kind, first_id, key FROM snapshots WHERE format <> ? AND written_at < ? LIMIT ?',
    )
    .bind(format, before.toISOString(), limit)
    .all<Row & { format: string }>();
  return results.map(({ hub_id, format, first_kind, first_id, key }) => ({
    hubId: hub_id,
    format,
    first: [first_kind, first_id],
    key,
  }));
}

export async function deletePart(db: Queryable, hubId: string, format: string, [kind, id]: Place): Promise<void> {
  await db
    .prepare('DELETE FROM snapshots WHERE hub_id = ? AND format = ? AND first_kind = ? AND first_id = ?')
    .bind(hubId, format, kind, id)
    .run();
}
