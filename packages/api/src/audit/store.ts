import type { AuditEntry, AuditQuery, Kind } from '@kopru/sdk/schema';
import type { Hub } from '../hubs/store.ts';
import type { Exporter } from '../lib/exporter.ts';
import { readCursor, toPage } from '../lib/page.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';

interface Row {
  id: string;
  at: string;
  action: string;
  actor: string;
  subject_kind: string | null;
  subject_id: string | null;
  details: string | null;
  request_id: string | null;
}

const COLUMNS = 'id, at, action, actor, subject_kind, subject_id, details, request_id';

const fromRow = (row: Row): AuditEntry => ({
  id: row.id,
  at: row.at,
  action: row.action,
  actor: JSON.parse(row.actor),
  subject: row.subject_kind !== null && row.subject_id !== null ? { kind: row.subject_kind, id: row.subject_id } : null,
  details: row.details === null ? null : JSON.parse(row.details),
  requestId: row.request_id,
});

/** A page of a hub's audit log, newest first. */
export async function auditPage(
  db: Queryable,
  hubId: string,
  { limit, cursor, action, subject, since }: AuditQuery,
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  const [at, id] = readCursor(cursor, 2) ?? [];
  const colon = subject?.indexOf(':') ?? 0;
  const conditions: [sql: string, ...values: (string | number | undefined)[]][] = [
    ['(at, id) < (?, ?)', at, id],
    ['action = ?', action],
    ['subject_kind = ? AND subject_id = ?', subject?.slice(0, colon), subject?.slice(colon + 1)],
    ['at >= ?', since && new Date(since).toISOString()],
  ];
  const given = conditions.filter(([, value]) => value !== undefined);
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM audit WHERE ${['hub_id = ?', ...given.map(([sql]) => sql)].join(' AND ')}
       ORDER BY at DESC, id DESC LIMIT ?`,
    )
    .bind(hubId, ...given.flatMap(([, ...values]) => values), limit + 1)
    .all<Row>();
  const page = toPage(results, limit, (row) => [row.at, row.id]);
  return { ...page, items: page.items.map(fromRow) };
}

/** What the log says of a profile and of what its owner did, oldest first. Of others it tells the kind alone. */
export async function auditOfProfile(db: Queryable, hubId: string, kind: Kind, id: string): Promise<AuditEntry[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM audit WHERE hub_id = ?1 AND subject_kind = ?2 AND subject_id = ?3
       UNION SELECT ${COLUMNS} FROM audit
       WHERE hub_id = ?1 AND actor ->> '$.profile.id' = ?3 AND actor ->> '$.profile.kind' = ?2
       ORDER BY at, id`,
    )
    .bind(hubId, kind, id)
    .all<Row>();
  return results.map(fromRow).map((entry) => {
    const { kind: who, profile } = entry.actor;
    return profile?.kind === kind && profile.id === id ? entry : { ...entry, actor: { kind: who }, requestId: null };
  });
}

/**
 * The statements of an erasure: the log keeps who did what and when, and loses what it says besides
 * and the network of the profile's owner.
 */
export const eraseProfile = (db: Queryable, hubId: string, kind: Kind, id: string) => [
  db
    .prepare('UPDATE audit SET details = NULL WHERE hub_id = ? AND subject_kind = ? AND subject_id = ?')
    .bind(hubId, kind, id),
  db
    .prepare(
      `UPDATE audit SET actor = json_remove(actor, '$.from'), details = NULL
       WHERE hub_id = ? AND actor ->> '$.profile.kind' = ? AND actor ->> '$.profile.id' = ?`,
    )
    .bind(hubId, kind, id),
];

export const auditExporter: Exporter = {
  type: 'audit',
  async page(db, hubId, after = '', limit) {
    const { results } = await db
      .prepare(`SELECT ${COLUMNS} FROM audit WHERE hub_id = ? AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?`)
      .bind(hubId, ...keyOf(after), limit)
      .all<Row>();
    return results.map((row) => ({ key: `${row.at} ${row.id}`, data: fromRow(row) }));
  },
};

/** Time and id, which hold no space. */
const keyOf = (key: string): [at: string, id: string] => [key.split(' ')[0] ?? '', key.split(' ')[1] ?? ''];

/** Most entries that are deleted at once. */
const RETAIN_PAGE = 2000;

/** Forgets entries that are older than the hub keeps them. Answers whether there are more. */
export async function retainAudit(db: Queryable, { id, settings }: Hub, now: Date): Promise<boolean> {
  const oldest = daysAfter(now, -settings.retention.auditDays);
  const { meta } = await db
    .prepare('DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE hub_id = ? AND at < ? LIMIT ?)')
    .bind(id, oldest, RETAIN_PAGE)
    .run();
  return meta.changes >= RETAIN_PAGE;
}
