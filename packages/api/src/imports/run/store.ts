import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { ImportIssue, Kind } from '@kopru/sdk/schema';
import { guard } from '../../lib/guard.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { PROFILE_COLUMNS, type ProfileRow, profileFromRow, type StoredProfile } from '../../profiles/store.ts';
import { holdsLease, IMPORT_COLUMNS, insertIssues, type Outcome, type StoredImport } from '../store.ts';

/** A run that has made no progress for so many milliseconds was cut off, and another may take over. */
const LEASE = 60_000;

const until = (now: Date): string => new Date(now.getTime() + LEASE).toISOString();

/** Takes the import that was touched longest ago, so that a large one keeps no small one waiting. */
export async function claimImport(db: Queryable, lease: string, now: Date): Promise<StoredImport | undefined> {
  const claimed = await db
    .prepare(
      `UPDATE imports SET state = 'running', lease = ?1, lease_until = ?2, attempts = attempts + 1,
         started_at = coalesce(started_at, ?3), touched_at = ?3
       WHERE id = (
         SELECT id FROM imports WHERE state IN ('queued', 'running') AND (lease_until IS NULL OR lease_until <= ?3)
         ORDER BY touched_at LIMIT 1)
       RETURNING ${IMPORT_COLUMNS}`,
    )
    .bind(lease, until(now), now.toISOString())
    .first<StoredImport>();
  return claimed ?? undefined;
}

/** Lets another run go on. */
export const releaseImport = (db: Queryable, { id, lease }: StoredImport): D1PreparedStatement =>
  db.prepare("UPDATE imports SET lease = '', lease_until = NULL WHERE id = ? AND lease = ?").bind(id, lease);

/** The same, where the run failed by no fault of the import: it counts as no attempt. */
export const giveBackAttempt = (db: Queryable, { id, lease }: StoredImport): D1PreparedStatement =>
  db
    .prepare(
      "UPDATE imports SET lease = '', lease_until = NULL, attempts = max(attempts - 1, 0) WHERE id = ? AND lease = ?",
    )
    .bind(id, lease);

export interface WaitingRow {
  readonly line: number;
  readonly profile_id: string;
  readonly body: string;
  /** The last line with the same id. */
  readonly last: number;
}

/** The next rows, in the order of the upload. */
export async function waitingRows(db: Queryable, importId: string, limit: number): Promise<WaitingRow[]> {
  const { results } = await db
    .prepare(
      `SELECT line, profile_id, body,
         (SELECT max(line) FROM import_rows l WHERE l.import_id = r.import_id AND l.profile_id = r.profile_id) AS last
       FROM import_rows r WHERE import_id = ? ORDER BY line LIMIT ?`,
    )
    .bind(importId, limit)
    .all<WaitingRow>();
  return results;
}

/** By id, those of the profiles that have vectors of a model. */
export async function currentProfiles(
  db: Queryable,
  hubId: string,
  kind: Kind,
  ids: readonly string[],
  model: string,
): Promise<Map<string, StoredProfile>> {
  const { results } = await db
    .prepare(
      `SELECT ${PROFILE_COLUMNS} FROM profiles p
       WHERE hub_id = ? AND kind = ? AND id IN (SELECT value FROM json_each(?)) AND EXISTS (
         SELECT 1 FROM vectors v WHERE v.hub_id = p.hub_id AND v.kind = p.kind AND v.id = p.id AND v.model = ?)`,
    )
    .bind(hubId, kind, JSON.stringify(ids), model)
    .all<ProfileRow>();
  return new Map(results.map((row) => [row.id, profileFromRow(row)]));
}

/** Fails its batch unless profiles are as they were read: vectors that stay would be those of another text. */
export const stillCurrent = (db: Queryable, hubId: string, profiles: readonly StoredProfile[]): D1PreparedStatement =>
  guard(
    db,
    `NOT EXISTS (
       SELECT 1 FROM json_each(?) old LEFT JOIN profiles p
       ON p.hub_id = ? AND p.kind = old.value ->> 0 AND p.id = old.value ->> 1
       WHERE p.sequence IS NOT old.value ->> 2)`,
    JSON.stringify(profiles.map(({ kind, id, sequence }) => [kind, id, sequence])),
    hubId,
  );

/**
 * The statements that settle rows, around those that write their profiles, for one batch: either the
 * profiles are written, the rows are gone and their outcomes are counted, or nothing is.
 */
export function settleRows(
  db: Queryable,
  stored: StoredImport,
  lines: readonly number[],
  outcomes: Readonly<Record<Outcome, number>>,
  issues: readonly ImportIssue[],
  now: Date,
): D1PreparedStatement[] {
  const { imported, unchanged, superseded, failed } = outcomes;
  return [
    holdsLease(db, stored),
    db
      .prepare('DELETE FROM import_rows WHERE import_id = ? AND line IN (SELECT value FROM json_each(?))')
      .bind(stored.id, JSON.stringify(lines)),
    db
      .prepare(
        `UPDATE imports SET imported = imported + ?, unchanged = unchanged + ?, superseded = superseded + ?,
           failed = failed + ?, attempts = 0, lease_until = ?, touched_at = ? WHERE id = ?`,
      )
      .bind(imported, unchanged, superseded, failed, until(now), now.toISOString(), stored.id),
    insertIssues(db, stored.id, issues),
  ];
}

/** The statements that end an import. */
export const endImport = (
  db: Queryable,
  stored: StoredImport,
  state: 'completed' | 'failed',
  now: Date,
): D1PreparedStatement[] => [
  holdsLease(db, stored),
  db
    .prepare(
      `UPDATE imports SET state = ?1, lease = '', lease_until = NULL, finished_at = ?2, touched_at = ?2 WHERE id = ?3`,
    )
    .bind(state, now.toISOString(), stored.id),
];
