import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Application, ApplicationHistory, ApplicationQuery, ApplicationState } from '@kopru/sdk/schema';
import { guard } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';
import type { EraseProfile } from '../profiles/erase.ts';
import type { Retain } from '../profiles/retain.ts';

export interface ApplicationRow {
  readonly id: string;
  readonly startup_id: string;
  readonly programme_id: string;
  readonly call: string;
  readonly state: ApplicationState;
  readonly stage: string | null;
  readonly raised_amount: number | null;
  readonly raised_currency: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

const COLUMNS =
  'id, startup_id, programme_id, call, state, stage, raised_amount, raised_currency, created_at, updated_at';

export const applicationOf = (row: ApplicationRow): Omit<Application, 'programmeName'> => ({
  id: row.id,
  startup: row.startup_id,
  programme: row.programme_id,
  call: row.call,
  state: row.state,
  stage: row.stage,
  raised:
    row.raised_amount === null
      ? null
      : ({ amount: row.raised_amount, currency: row.raised_currency } as Application['raised']),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** The statements that keep a new application and its first move. The batch fails where one is there, or a profile is not. */
export function insertApplication(
  db: Queryable,
  hubId: string,
  { id, startup, programme, call }: Pick<Application, 'id' | 'startup' | 'programme' | 'call'>,
  by: string,
  now: Date,
): D1PreparedStatement[] {
  const at = now.toISOString();
  const isThere = (kind: string) =>
    `EXISTS (SELECT 1 FROM profiles WHERE hub_id = ?1 AND kind = '${kind}' AND id = ${kind === 'startup' ? '?2' : '?3'})`;
  return [
    guard(
      db,
      `${isThere('startup')} AND ${isThere('programme')} AND NOT EXISTS (SELECT 1 FROM applications WHERE hub_id = ?1
         AND startup_id = ?2 AND programme_id = ?3 AND call = ?4 AND state IN ('applied', 'admitted', 'alumni'))`,
      hubId,
      startup,
      programme,
      call,
    ),
    db
      .prepare(
        `INSERT INTO applications (id, hub_id, startup_id, programme_id, call, state, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, 'applied', ?, ?)`,
      )
      .bind(id, hubId, startup, programme, call, at, at),
    insertMove(db, id, by, at),
  ];
}

/** Notes what an application is now. */
const insertMove = (db: Queryable, id: string, by: string, at: string): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO application_moves (application_id, number, at, by_key, state, stage)
       SELECT id, (SELECT count(*) FROM application_moves WHERE application_id = ?1), ?2, ?3, state, stage
       FROM applications WHERE id = ?1`,
    )
    .bind(id, at, by);

/**
 * The statements that change an application and note it. The batch fails when it was changed meanwhile, or when who
 * comes to the cohort finds no place.
 *
 * @param places of the call; null for no limit, or where nobody comes to the cohort.
 */
export function updateApplication(
  db: Queryable,
  hubId: string,
  before: ApplicationRow,
  after: Pick<ApplicationRow, 'state' | 'stage' | 'raised_amount' | 'raised_currency'>,
  { by, places }: { by: string; places: number | null },
  now: Date,
): D1PreparedStatement[] {
  const at = now.toISOString();
  const moved = before.state !== after.state || before.stage !== after.stage;
  return [
    guard(
      db,
      `EXISTS (SELECT 1 FROM applications WHERE hub_id = ?1 AND id = ?2 AND state = ?3 AND stage IS ?4
         AND raised_amount IS ?8 AND raised_currency IS ?9)
       AND (?5 IS NULL OR (SELECT count(*) FROM applications WHERE hub_id = ?1 AND programme_id = ?6 AND call = ?7
         AND state IN ('admitted', 'alumni')) < ?5)`,
      ...[hubId, before.id, before.state, before.stage, places, before.programme_id, before.call],
      ...[before.raised_amount, before.raised_currency],
    ),
    db
      .prepare(
        `UPDATE applications SET state = ?, stage = ?, raised_amount = ?, raised_currency = ?, updated_at = ?
         WHERE hub_id = ? AND id = ?`,
      )
      .bind(after.state, after.stage, after.raised_amount, after.raised_currency, at, hubId, before.id),
    ...(moved ? [insertMove(db, before.id, by, at)] : []),
  ];
}

export async function getApplication(db: Queryable, hubId: string, id: string): Promise<ApplicationRow | undefined> {
  const row = await db
    .prepare(`SELECT ${COLUMNS} FROM applications WHERE hub_id = ? AND id = ?`)
    .bind(hubId, id)
    .first<ApplicationRow>();
  return row ?? undefined;
}

/** What an application of the hub was at each time, the oldest first. */
export async function readMoves(db: Queryable, hubId: string, id: string): Promise<ApplicationHistory['moves']> {
  const { results } = await db
    .prepare(
      `SELECT m.at, m.by_key AS "by", m.state, m.stage FROM application_moves m JOIN applications a ON a.id = m.application_id
       WHERE a.hub_id = ? AND a.id = ? ORDER BY m.number`,
    )
    .bind(hubId, id)
    .all<ApplicationHistory['moves'][number]>();
  return results;
}

/** Applications of a hub, the newest first; one more than `limit`. */
export async function listApplications(
  db: Queryable,
  hubId: string,
  { programme, call, startup, state, limit }: ApplicationQuery,
  before: readonly (string | number)[] | undefined,
): Promise<ApplicationRow[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM applications WHERE hub_id = ?1 AND (?2 IS NULL OR programme_id = ?2)
         AND (?3 IS NULL OR call = ?3) AND (?4 IS NULL OR startup_id = ?4) AND (?5 IS NULL OR state = ?5)
         AND (?6 IS NULL OR (created_at, id) < (?6, ?7))
       ORDER BY created_at DESC, id DESC LIMIT ?8`,
    )
    .bind(
      ...[hubId, programme ?? null, call ?? null, startup ?? null, state ?? null],
      ...[before?.[0] ?? null, before?.[1] ?? null, limit + 1],
    )
    .all<ApplicationRow>();
  return results;
}

/** How many applications of a programme there are, by call and state. */
export async function countApplications(
  db: Queryable,
  hubId: string,
  programme: string,
): Promise<{ call: string; state: ApplicationState; count: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT call, state, count(*) AS count FROM applications WHERE hub_id = ? AND programme_id = ?
       GROUP BY call, state ORDER BY call, state`,
    )
    .bind(hubId, programme)
    .all<{ call: string; state: ApplicationState; count: number }>();
  return results;
}

/** What those who were admitted to a programme have raised since, by currency. */
export async function sumRaised(
  db: Queryable,
  hubId: string,
  programme: string,
): Promise<NonNullable<Application['raised']>[]> {
  const { results } = await db
    .prepare(
      `SELECT sum(raised_amount) AS amount, raised_currency AS currency FROM applications
       WHERE hub_id = ? AND programme_id = ? AND state IN ('admitted', 'alumni') AND raised_amount IS NOT NULL
       GROUP BY raised_currency ORDER BY raised_currency`,
    )
    .bind(hubId, programme)
    .all<NonNullable<Application['raised']>>();
  return results;
}

/** Deletes the applications of a startup and those to a programme, with their moves. */
export const eraseProfile: EraseProfile = (db, hubId, kind, id) => [
  db
    .prepare(
      `DELETE FROM applications WHERE hub_id = ?1
       AND ((?2 = 'startup' AND startup_id = ?3) OR (?2 = 'programme' AND programme_id = ?3))`,
    )
    .bind(hubId, kind, id),
];

/** Most applications that are forgotten at once. */
const RETAIN_PAGE = 1000;
/**
 * Forgets applications that nobody touched for as long as introductions are kept. Who was admitted stays: a cohort is
 * what the programme has done, and goes with one of the two profiles.
 */
export const retainApplications: Retain = async (db, { id, settings }, now) => {
  const { meta } = await db
    .prepare(
      `DELETE FROM applications WHERE id IN (SELECT id FROM applications
       WHERE hub_id = ? AND state NOT IN ('admitted', 'alumni') AND updated_at < ? LIMIT ?)`,
    )
    .bind(id, daysAfter(now, -settings.retention.introductionDays), RETAIN_PAGE)
    .run();
  return meta.changes >= RETAIN_PAGE;
};
