import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { AssignInput, Assignment } from '@kopru/sdk/assign';
import { guard } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';
import type { Participant } from './sides.ts';
import { PLAN_COLUMNS, type StoredPlan } from './store.ts';

/** A run that has not ended after so many milliseconds was cut off: it has 30 seconds of CPU. */
const LEASE = 180_000;

/** Takes the plan that has waited longest. */
export async function claimPlan(db: Queryable, lease: string, now: Date): Promise<StoredPlan | undefined> {
  const claimed = await db
    .prepare(
      `UPDATE plans SET state = 'running', lease = ?1, lease_until = ?2, attempts = attempts + 1,
         started_at = coalesce(started_at, ?3)
       WHERE id = (
         SELECT id FROM plans WHERE state IN ('queued', 'running') AND (lease_until IS NULL OR lease_until <= ?3)
         ORDER BY created_at, id LIMIT 1)
       RETURNING ${PLAN_COLUMNS}`,
    )
    .bind(lease, new Date(now.getTime() + LEASE).toISOString(), now.toISOString())
    .first<StoredPlan>();
  return claimed ?? undefined;
}

/** Lets another run try. */
export const releasePlan = (db: Queryable, { id, lease }: StoredPlan): D1PreparedStatement =>
  db.prepare("UPDATE plans SET lease = '', lease_until = NULL WHERE id = ? AND lease = ?").bind(id, lease);

/** Who takes part in a plan, startups first, and who must not meet whom. */
export async function readDay(
  db: Queryable,
  planId: string,
): Promise<{ participants: readonly Participant[]; blocked: NonNullable<AssignInput['blocked']> }> {
  const participants = await db
    .prepare(
      'SELECT number, kind, profile_id AS id, meetings, absent FROM plan_participants WHERE plan_id = ? ORDER BY number',
    )
    .bind(planId)
    .all<Participant & { readonly absent: string }>();
  const blocked = await db
    .prepare(
      `SELECT s.profile_id AS startup, i.profile_id AS investor FROM plan_blocked b
       JOIN plan_participants s ON s.plan_id = b.plan_id AND s.number = b.startup
       JOIN plan_participants i ON i.plan_id = b.plan_id AND i.number = b.investor WHERE b.plan_id = ?`,
    )
    .bind(planId)
    .all<{ startup: string; investor: string }>();
  return {
    participants: participants.results.map((row) => ({ ...row, absent: JSON.parse(row.absent as unknown as string) })),
    blocked: blocked.results,
  };
}

/** Begins the batch that ends a plan: it fails when another run holds the lease, or the plan is gone. */
const holdsLease = (db: Queryable, { id, lease }: StoredPlan): D1PreparedStatement =>
  guard(db, '(SELECT lease FROM plans WHERE id = ?) = ?', id, lease);

/** The statements that write down the plan. */
export function finishPlan(
  db: Queryable,
  plan: StoredPlan,
  participants: readonly Participant[],
  { meetings, unplaced, value, bound, gap }: Assignment,
  now: Date,
): D1PreparedStatement[] {
  const numberOf = new Map(participants.map(({ kind, id, number }) => [`${kind} ${id}`, number]));
  const numbers = (pair: { startup: string; investor: string }) => [
    numberOf.get(`startup ${pair.startup}`),
    numberOf.get(`investor ${pair.investor}`),
  ];
  const rows = [
    ...meetings.map((meeting) => [...numbers(meeting), meeting.slot, meeting.table, meeting.score]),
    ...unplaced.map((pair) => [...numbers(pair), null, null, pair.score]),
  ];
  return [
    holdsLease(db, plan),
    db
      .prepare(
        `UPDATE plans SET state = 'done', value = ?, bound = ?, gap = ?, lease = '', lease_until = NULL, finished_at = ?
         WHERE id = ?`,
      )
      .bind(value, bound, gap, now.toISOString(), plan.id),
    db
      .prepare(
        `INSERT INTO plan_meetings (plan_id, startup, investor, slot, seat, score)
         SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
      )
      .bind(plan.id, JSON.stringify(rows)),
  ];
}

/** The statements that give a plan up. */
export const failPlan = (db: Queryable, plan: StoredPlan, now: Date): D1PreparedStatement[] => [
  holdsLease(db, plan),
  db
    .prepare("UPDATE plans SET state = 'failed', lease = '', lease_until = NULL, finished_at = ? WHERE id = ?")
    .bind(now.toISOString(), plan.id),
];
