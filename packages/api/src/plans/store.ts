import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Plan, PlanInput, PlanState, PlanSummary } from '@kopru/sdk/schema';
import { guard } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';
import type { EraseProfile } from '../profiles/erase.ts';
import type { Retain } from '../profiles/retain.ts';
import { type Participant, participantsOf } from './sides.ts';

export interface StoredPlan {
  readonly id: string;
  readonly hub_id: string;
  readonly name: string;
  readonly state: PlanState;
  readonly slots: number;
  readonly tables: string;
  readonly min_score: number;
  readonly asked: string;
  readonly value: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly removed: number;
  readonly attempts: number;
  readonly lease: string;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
}

export const PLAN_COLUMNS = `id, hub_id, name, state, slots, tables, min_score, asked, value, bound, gap, removed, attempts,
  lease, created_at, started_at, finished_at`;

export const summaryOf = (row: StoredPlan): PlanSummary => ({
  id: row.id,
  name: row.name,
  state: row.state,
  slots: row.slots,
  tables: JSON.parse(row.tables),
  minScore: row.min_score,
  value: row.value,
  bound: row.bound,
  gap: row.gap,
  removed: row.removed,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});

/** Plans of a hub that wait at the same time. */
export const MOST_WAITING = 20;

/** The statements that keep a new plan. The batch fails when too many wait. */
export function insertPlan(
  db: Queryable,
  id: string,
  hubId: string,
  input: PlanInput,
  asked: string,
  now: Date,
): D1PreparedStatement[] {
  const participants = participantsOf(input);
  const numberOf = new Map(participants.map(({ kind, id: profile, number }) => [`${kind} ${profile}`, number]));
  const blocked = (input.blocked ?? []).map((pair) => [
    numberOf.get(`startup ${pair.startup}`),
    numberOf.get(`investor ${pair.investor}`),
  ]);
  const { name, slots, tables = null, minScore } = input;
  return [
    guard(
      db,
      `(SELECT count(*) FROM plans WHERE hub_id = ?1 AND state IN ('queued', 'running')) < ${MOST_WAITING}`,
      hubId,
    ),
    db
      .prepare(
        `INSERT INTO plans (id, hub_id, name, state, slots, tables, min_score, asked, created_at)
         VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?)`,
      )
      .bind(id, hubId, name, slots, JSON.stringify(tables), minScore, asked, now.toISOString()),
    db
      .prepare(
        `INSERT INTO plan_participants (plan_id, number, kind, profile_id, meetings, absent)
         SELECT ?, value ->> 'number', value ->> 'kind', value ->> 'id', value ->> 'meetings', value -> 'absent'
         FROM json_each(?)`,
      )
      .bind(id, JSON.stringify(participants)),
    db
      .prepare(
        `INSERT INTO plan_blocked (plan_id, startup, investor)
         SELECT ?, value ->> 0, value ->> 1 FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
      )
      .bind(id, JSON.stringify(blocked)),
    // One may have been erased since it was looked up.
    guard(
      db,
      `NOT EXISTS (SELECT 1 FROM plan_participants p WHERE plan_id = ?2 AND NOT EXISTS (
         SELECT 1 FROM profiles WHERE hub_id = ?1 AND kind = p.kind AND id = p.profile_id))`,
      hubId,
      id,
    ),
  ];
}

/** Which of the participants are no profiles of the hub, by number. */
export async function unknownParticipants(
  db: Queryable,
  hubId: string,
  participants: readonly Participant[],
): Promise<ReadonlySet<number>> {
  const { results } = await db
    .prepare(
      `SELECT value ->> 'number' AS number FROM json_each(?2) WHERE NOT EXISTS (
         SELECT 1 FROM profiles WHERE hub_id = ?1 AND kind = value ->> 'kind' AND id = value ->> 'id')`,
    )
    .bind(hubId, JSON.stringify(participants))
    .all<{ number: number }>();
  return new Set(results.map(({ number }) => number));
}

export async function getPlan(db: Queryable, hubId: string, id: string): Promise<StoredPlan | undefined> {
  const row = await db
    .prepare(`SELECT ${PLAN_COLUMNS} FROM plans WHERE hub_id = ? AND id = ?`)
    .bind(hubId, id)
    .first<StoredPlan>();
  return row ?? undefined;
}

/** A hub's plans, the newest first; one more than `limit`. */
export async function listPlans(
  db: Queryable,
  hubId: string,
  before: readonly (string | number)[] | undefined,
  limit: number,
): Promise<StoredPlan[]> {
  const { results } = await db
    .prepare(
      `SELECT ${PLAN_COLUMNS} FROM plans WHERE hub_id = ?1 AND (?2 IS NULL OR (created_at, id) < (?2, ?3))
       ORDER BY created_at DESC, id DESC LIMIT ?4`,
    )
    .bind(hubId, before?.[0] ?? null, before?.[1] ?? null, limit + 1)
    .all<StoredPlan>();
  return results;
}

type MeetingRow = Plan['unplaced'][number] & { readonly slot: number | null; readonly table: number | null };

/** The meetings of a plan, and the pairs that found no place. */
export async function readMeetings(db: Queryable, planId: string): Promise<Pick<Plan, 'meetings' | 'unplaced'>> {
  const { results } = await db
    .prepare(
      `SELECT m.slot, m.seat AS "table", s.profile_id AS startup, i.profile_id AS investor, m.score FROM plan_meetings m
       JOIN plan_participants s ON s.plan_id = m.plan_id AND s.number = m.startup
       JOIN plan_participants i ON i.plan_id = m.plan_id AND i.number = m.investor
       WHERE m.plan_id = ? ORDER BY m.slot, m.seat, m.score DESC, m.startup, m.investor`,
    )
    .bind(planId)
    .all<MeetingRow>();
  return {
    meetings: results.filter((row): row is Plan['meetings'][number] => row.slot !== null),
    unplaced: results.flatMap(({ slot, table, ...pair }) => (slot === null ? [pair] : [])),
  };
}

/** The statement that deletes a plan; a run that is about it finds its lease gone. */
export const deletePlan = (db: Queryable, hubId: string, id: string): D1PreparedStatement =>
  db.prepare('DELETE FROM plans WHERE hub_id = ? AND id = ?').bind(hubId, id);

/** Takes a profile with its meetings out of all plans, which say so, and stops the run that may have read it. */
export const eraseProfile: EraseProfile = (db, hubId, kind, id) => [
  db
    .prepare(
      `UPDATE plans SET removed = removed + 1, lease = '', lease_until = NULL
       WHERE hub_id = ? AND id IN (SELECT plan_id FROM plan_participants WHERE kind = ? AND profile_id = ?)`,
    )
    .bind(hubId, kind, id),
  db
    .prepare(
      `DELETE FROM plan_participants
       WHERE kind = ? AND profile_id = ? AND plan_id IN (SELECT id FROM plans WHERE hub_id = ?)`,
    )
    .bind(kind, id, hubId),
];

/** Plans that are deleted at a time. */
const AT_ONCE = 50;

/** Deletes plans that are over, after as long as introductions are kept. */
export const retainPlans: Retain = async (db, hub, now) => {
  const until = daysAfter(now, -hub.settings.retention.introductionDays);
  const { results } = await db
    .prepare(
      `DELETE FROM plans WHERE id IN (SELECT id FROM plans WHERE hub_id = ? AND finished_at < ? LIMIT ${AT_ONCE})
       RETURNING id`,
    )
    .bind(hub.id, until)
    .all();
  return results.length === AT_ONCE;
};
