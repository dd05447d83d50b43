import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Import, ImportIssue, ImportState, Kind } from '@kopru/sdk/schema';
import { guard } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';
import { DAY } from '../lib/time.ts';
import type { EraseProfile } from '../profiles/erase.ts';
import type { Retain } from '../profiles/retain.ts';
import type { Row } from './upload/row.ts';

/** Counts of an import's rows, by what became of them. */
export type Outcome = 'imported' | 'unchanged' | 'superseded' | 'failed';

export interface StoredImport extends Record<Outcome, number> {
  readonly id: string;
  readonly hub_id: string;
  readonly kind: Kind;
  readonly request: string;
  readonly digest: string | null;
  readonly state: ImportState;
  readonly received: number;
  readonly attempts: number;
  readonly lease: string;
  readonly created_at: string;
  readonly touched_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
}

export const IMPORT_COLUMNS = `id, hub_id, kind, request, digest, state, received, imported, unchanged, superseded, failed,
  attempts, lease, created_at, touched_at, started_at, finished_at`;

export function importOf(row: StoredImport): Import {
  const { id, kind, state, received, imported, unchanged, superseded, failed } = row;
  const seconds = row.started_at
    ? (Date.parse(row.finished_at ?? row.touched_at) - Date.parse(row.started_at)) / 1000
    : 0;
  const done = imported + unchanged + superseded;
  return {
    id,
    kind,
    state,
    rows: { received, imported, unchanged, superseded, failed },
    rowsPerSecond: seconds > 0 ? Math.round((done / seconds) * 10) / 10 : null,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

export async function getImport(db: Queryable, hubId: string, id: string): Promise<StoredImport | undefined> {
  const row = await db
    .prepare(`SELECT ${IMPORT_COLUMNS} FROM imports WHERE hub_id = ? AND id = ?`)
    .bind(hubId, id)
    .first<StoredImport>();
  return row ?? undefined;
}

/** A hub's imports, the newest first; one more than `limit`. */
export async function listImports(
  db: Queryable,
  hubId: string,
  before: readonly (string | number)[] | undefined,
  limit: number,
): Promise<StoredImport[]> {
  const { results } = await db
    .prepare(
      `SELECT ${IMPORT_COLUMNS} FROM imports WHERE hub_id = ?1 AND (?2 IS NULL OR (created_at, id) < (?2, ?3))
       ORDER BY created_at DESC, id DESC LIMIT ?4`,
    )
    .bind(hubId, before?.[0] ?? null, before?.[1] ?? null, limit + 1)
    .all<StoredImport>();
  return results;
}

/**
 * Begins an upload, or begins it again when the one before under this id broke off. The answer holds
 * `lease` if this upload may write, and another if there is such an import already.
 */
export async function beginImport(
  db: Queryable,
  { id, hubId, kind, request }: { id: string; hubId: string; kind: Kind; request: string },
  lease: string,
  now: Date,
): Promise<StoredImport> {
  const mine = '(SELECT 1 FROM imports WHERE id = ?1 AND lease = ?2)';
  const [, , , found] = await db.batch<StoredImport>([
    db
      .prepare(
        `INSERT INTO imports (id, hub_id, kind, request, state, lease, created_at, touched_at)
         VALUES (?1, ?2, ?3, ?4, 'receiving', ?5, ?6, ?6)
         ON CONFLICT (id) DO UPDATE SET lease = excluded.lease, received = 0, failed = 0, touched_at = excluded.touched_at
         WHERE state = 'receiving' AND request = excluded.request`,
      )
      .bind(id, hubId, kind, request, lease, now.toISOString()),
    db.prepare(`DELETE FROM import_rows WHERE import_id = ?1 AND EXISTS ${mine}`).bind(id, lease),
    db.prepare(`DELETE FROM import_issues WHERE import_id = ?1 AND EXISTS ${mine}`).bind(id, lease),
    db.prepare(`SELECT ${IMPORT_COLUMNS} FROM imports WHERE hub_id = ? AND id = ?`).bind(hubId, id),
  ]);
  return found?.results[0] as StoredImport;
}

/** Fails the batch that it begins when another holds the lease, or the import is gone. */
export const holdsLease = (db: Queryable, { id, lease }: StoredImport): D1PreparedStatement =>
  guard(db, '(SELECT lease FROM imports WHERE id = ?) = ?', id, lease);

/** Stores rows that arrived, good and bad. */
export async function storeRows(db: Queryable, stored: StoredImport, rows: readonly Row[], now: Date): Promise<void> {
  const good = rows.flatMap((row) => ('body' in row ? [[row.line, row.id, row.body]] : []));
  const issues = rows.flatMap((row) => ('issues' in row ? row.issues : []));
  await db.batch([
    holdsLease(db, stored),
    db
      .prepare('UPDATE imports SET received = received + ?, failed = failed + ?, touched_at = ? WHERE id = ?')
      .bind(rows.length, rows.length - good.length, now.toISOString(), stored.id),
    db
      .prepare(
        `INSERT INTO import_rows (import_id, line, profile_id, body)
         SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
      )
      .bind(stored.id, JSON.stringify(good)),
    insertIssues(db, stored.id, issues),
  ]);
}

export const insertIssues = (db: Queryable, id: string, issues: readonly ImportIssue[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO import_issues (import_id, line, number, level, path, rule, message)
       SELECT ?, value ->> 'line', key, value ->> 'level', value ->> 'path', value ->> 'rule', value ->> 'message'
       FROM json_each(?)`,
    )
    .bind(id, JSON.stringify(issues));

/** Ends an upload: from now on it is run. */
export const endUpload = (db: Queryable, stored: StoredImport, digest: string, now: Date): D1PreparedStatement[] => [
  holdsLease(db, stored),
  db
    .prepare("UPDATE imports SET state = 'queued', digest = ?, lease = '', touched_at = ? WHERE id = ?")
    .bind(digest, now.toISOString(), stored.id),
];

/** Removes an upload that is refused. */
export const discardUpload = (db: Queryable, { id, lease }: StoredImport): D1PreparedStatement =>
  db.prepare("DELETE FROM imports WHERE id = ? AND lease = ? AND state = 'receiving'").bind(id, lease);

/** States from which an import can be cancelled, and taken up again. */
const CAN = { cancel: "('receiving', 'queued', 'running', 'failed')", resume: "('failed')" } as const;

const fromStates = (db: Queryable, hubId: string, id: string, states: string): D1PreparedStatement =>
  guard(db, `(SELECT state FROM imports WHERE hub_id = ? AND id = ?) IN ${states}`, hubId, id);

/** The statements that cancel an import and delete the rows that wait. The batch fails unless its state allows it. */
export const cancelImport = (db: Queryable, hubId: string, id: string, now: Date): D1PreparedStatement[] => [
  fromStates(db, hubId, id, CAN.cancel),
  db
    .prepare(
      `UPDATE imports SET state = 'cancelled', lease = '', lease_until = NULL, finished_at = ?1, touched_at = ?1
       WHERE id = ?2`,
    )
    .bind(now.toISOString(), id),
  db.prepare('DELETE FROM import_rows WHERE import_id = ?').bind(id),
];

/** The statements that take a failed import up again. The batch fails unless its state allows it. */
export const resumeImport = (db: Queryable, hubId: string, id: string, now: Date): D1PreparedStatement[] => [
  fromStates(db, hubId, id, CAN.resume),
  db
    .prepare("UPDATE imports SET state = 'queued', attempts = 0, finished_at = NULL, touched_at = ? WHERE id = ?")
    .bind(now.toISOString(), id),
];

/** A page of the report, in the order of the file. */
export async function readIssues(
  db: Queryable,
  importId: string,
  [line, number]: readonly [number, number],
  limit: number,
): Promise<(ImportIssue & { number: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT line, number, level, path, rule, message FROM import_issues
       WHERE import_id = ? AND (line, number) > (?, ?) ORDER BY line, number LIMIT ?`,
    )
    .bind(importId, line, number, limit)
    .all<ImportIssue & { number: number }>();
  return results;
}

/** How long an upload that broke off is kept, in milliseconds. */
const BROKEN_UPLOAD = DAY;

/** Imports that are deleted at a time, with their reports. */
const AT_ONCE = 20;

/** Deletes imports that are over and kept for their time, and uploads that broke off. */
export const retainImports: Retain = async (db, hub, now) => {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
  const { results } = await db
    .prepare(
      `DELETE FROM imports WHERE id IN (
         SELECT id FROM imports WHERE hub_id = ?1
           AND (finished_at < ?2 OR (state = 'receiving' AND touched_at < ?3)) LIMIT ${AT_ONCE})
       RETURNING id`,
    )
    .bind(hub.id, ago(hub.settings.retention.importDays * DAY), ago(BROKEN_UPLOAD))
    .all();
  return results.length === AT_ONCE;
};

/** Deletes the waiting rows of a profile, and stops the run that may have read them. */
export const eraseProfile: EraseProfile = (db, hubId, kind, id) => {
  const waiting = `SELECT i.id FROM imports i WHERE i.hub_id = ? AND i.kind = ?
    AND EXISTS (SELECT 1 FROM import_rows r WHERE r.import_id = i.id AND r.profile_id = ?)`;
  return [
    db
      .prepare(`UPDATE imports SET lease = '', lease_until = NULL WHERE state = 'running' AND id IN (${waiting})`)
      .bind(hubId, kind, id),
    db.prepare(`DELETE FROM import_rows WHERE profile_id = ? AND import_id IN (${waiting})`).bind(id, hubId, kind, id),
  ];
};
