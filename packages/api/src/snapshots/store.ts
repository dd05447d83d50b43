import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { guard } from '../lib/guard.ts';
import { tryBatch } from '../lib/guarded-batch.ts';
import type { Queryable } from '../lib/queryable.ts';
import type { Place } from '../profiles/changes-store.ts';
import type { EraseProfile } from '../profiles/erase.ts';

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

/** Parts with the number of their hub, which is not one that is being erased. */
const OF_OPEN_HUBS = `SELECT r.*, hubs.sequence AS now FROM (${PARTS}) r JOIN hubs ON hubs.id = r.hub_id
  WHERE NOT EXISTS (SELECT 1 FROM erased_hubs e WHERE e.id = r.hub_id)`;

/**
 * Parts of all hubs that are to be written anew: first those in which a profile was erased (`eraseProfile`); where
 * much was written; where any was, and long ago. Otherwise in no order, so that one that fails is in nobody's way.
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
      `SELECT * FROM (${OF_OPEN_HUBS}) r WHERE key = '' OR written_at < ?4
         OR (now > sequence AND (${changes('?2')} >= ?2 OR (written_at < ?3 AND ${changes(1)} = 1)))
       ORDER BY written_at <> '', key <> '', random() LIMIT ?5`,
    )
    .bind(format, writes, changedBefore.toISOString(), writtenBefore.toISOString(), limit)
    .all<Row>();
  return results.map((row) => ({ hubId: row.hub_id, part: fromRow(row) }));
}

/** Has every part in whose range nothing was written or deleted since say so, so that nobody looks for it again. */
export async function moveQuietParts(db: Queryable, format: string): Promise<void> {
  const none = (table: string) =>
    `NOT EXISTS (SELECT 1 FROM ${table} p WHERE p.hub_id = r.hub_id AND p.sequence > r.sequence
       AND ${IN_RANGE('p.kind', 'p.id')})`;
  await db
    .prepare(
      `UPDATE snapshots AS s SET sequence = quiet.now
       FROM (SELECT * FROM (${OF_OPEN_HUBS}) r WHERE now > sequence AND ${none('profiles')} AND ${none('deletions')}) quiet
       WHERE s.format = ?1 AND s.hub_id = quiet.hub_id AND s.first_kind = quiet.first_kind AND s.first_id = quiet.first_id`,
    )
    .bind(format)
    .run();
}

/** Has the part that holds a profile written anew at the next run, also where the profile is soon there again. */
export const eraseProfile: EraseProfile = (db, hubId, kind, id) => [
  db
    .prepare(
      `UPDATE snapshots SET written_at = '' WHERE hub_id = ?1 AND (format, first_kind, first_id) IN (
         SELECT format, first_kind, first_id FROM (
           SELECT *, row_number() OVER (PARTITION BY format ORDER BY first_kind DESC, first_id DESC) AS n
           FROM snapshots WHERE hub_id = ?1 AND (first_kind, first_id) <= (?2, ?3))
         WHERE n = 1)`,
    )
    .bind(hubId, kind, id),
];

/** What was written in place of a part: its beginning, and where it did not end the hub's range, the rest to come. */
export interface Written {
  readonly key: string;
  readonly digest: string;
  readonly sequence: number;
  readonly rest: Place | undefined;
}

/** Puts what was written in the place of a part. @returns false, with nothing changed, when another run did so first, or an erasure marked it meanwhile. */
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
  const same = `EXISTS (SELECT 1 FROM snapshots
    WHERE hub_id = ? AND format = ? AND first_kind = ? AND first_id = ? AND key = ? AND written_at = ?)`;
  const statements = [
    guard(db, same, hubId, format, ...part.first, part.key, part.writtenAt),
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

/** The snapshots of other formats to which nothing was written since a time; at most so many. */
export async function outdatedSnapshots(
  db: Queryable,
  format: string,
  before: Date,
  limit: number,
): Promise<{ hubId: string; format: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT hub_id AS hubId, format FROM snapshots WHERE format <> ? GROUP BY 1, 2 HAVING max(written_at) < ? LIMIT ?`,
    )
    .bind(format, before.toISOString(), limit)
    .all<{ hubId: string; format: string }>();
  return results;
}

/** Deletes all parts of a snapshot at once, since some of them would be taken for the whole hub. @returns their keys. */
export async function deleteSnapshot(db: Queryable, hubId: string, format: string): Promise<string[]> {
  const { results } = await db
    .prepare('DELETE FROM snapshots WHERE hub_id = ? AND format = ? RETURNING key')
    .bind(hubId, format)
    .all<{ key: string }>();
  return results.map(({ key }) => key).filter((key) => key !== '');
}
