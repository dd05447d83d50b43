import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { type ActionPlanInput, actionPlanInputSchema } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { guard } from '../lib/guard.ts';
import { tryBatch } from '../lib/guarded-batch.ts';
import type { Queryable } from '../lib/queryable.ts';

export interface StoredActionPlan {
  readonly id: string;
  /** Counts the writes. */
  readonly version: number;
  readonly plan: ActionPlanInput;
  readonly updatedAt: string;
}

interface Row {
  id: string;
  version: number;
  body: string;
  updated_at: string;
}

/** Versions of a plan that are kept. */
const MOST_VERSIONS = 100;
/** Versions that are held at once: one is as large as the body of a write, and an isolate has 128 MB. */
export const VERSIONS_AT_ONCE = 20;
/** Plans of a hub. */
export const MOST_PLANS = 100;

const COLUMNS = 'id, version, body, updated_at';

const fromRow = ({ id, version, body, updated_at }: Row): StoredActionPlan => ({
  id,
  version,
  plan: actionPlanInputSchema.parse(JSON.parse(body)),
  updatedAt: updated_at,
});

export async function getActionPlan(db: Queryable, hubId: string, id: string): Promise<StoredActionPlan | undefined> {
  const row = await db
    .prepare(`SELECT ${COLUMNS} FROM action_plans WHERE hub_id = ? AND id = ?`)
    .bind(hubId, id)
    .first<Row>();
  return row ? fromRow(row) : undefined;
}

/** Plans of a hub by id, behind `after`. */
export async function listActionPlans(
  db: Queryable,
  hubId: string,
  after: string,
  limit: number,
): Promise<StoredActionPlan[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM action_plans WHERE hub_id = ? AND id > ? ORDER BY id LIMIT ?`)
    .bind(hubId, after, limit)
    .all<Row>();
  return results.map(fromRow);
}

/**
 * Writes the next version of a plan and keeps it, as long as nothing was written since `before` was read.
 *
 * @param before version that was read; 0 where there was none.
 * @returns whether it was written.
 */
export async function writeActionPlan(
  db: Queryable,
  hubId: string,
  { id, version: before, plan }: { readonly id: string; readonly version: number; readonly plan: ActionPlanInput },
  actor: Actor,
  now: Date,
): Promise<boolean> {
  const [body, at, version] = [JSON.stringify(plan), now.toISOString(), before + 1];
  const results = await tryBatch(db, [
    guard(
      db,
      `ifnull((SELECT version FROM action_plans WHERE hub_id = ?1 AND id = ?2), 0) = ?3
       AND (?3 > 0 OR (SELECT count(*) FROM action_plans WHERE hub_id = ?1) < ${MOST_PLANS})`,
      hubId,
      id,
      before,
    ),
    db
      .prepare(
        `INSERT INTO action_plans (hub_id, id, version, body, updated_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (hub_id, id) DO UPDATE SET version = excluded.version, body = excluded.body,
           updated_at = excluded.updated_at`,
      )
      .bind(hubId, id, version, body, at),
    db
      .prepare(
        `INSERT INTO action_plan_versions (hub_id, plan_id, version, body, actor, written_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .bind(hubId, id, version, body, JSON.stringify({ kind: actor.kind, id: actor.id }), at),
    db
      .prepare('DELETE FROM action_plan_versions WHERE hub_id = ? AND plan_id = ? AND version <= ?')
      .bind(hubId, id, version - MOST_VERSIONS),
    record(
      db,
      hubId,
      actor,
      { action: before === 0 ? 'action_plan.created' : 'action_plan.updated', subject: { kind: 'action_plan', id } },
      now,
    ),
  ]);
  return results !== undefined;
}

/** A version as it was written. */
export interface Version {
  readonly version: number;
  readonly plan: ActionPlanInput;
  readonly by: { readonly kind: string; readonly id: string };
  readonly at: string;
}

/** Some of the versions that are kept, the newest first. @param before the number that they are below */
export async function readVersions(
  db: Queryable,
  hubId: string,
  id: string,
  before: number,
  limit: number,
): Promise<Version[]> {
  const { results } = await db
    .prepare(
      `SELECT version, body, actor, written_at FROM action_plan_versions
       WHERE hub_id = ? AND plan_id = ? AND version < ? ORDER BY version DESC LIMIT ?`,
    )
    .bind(hubId, id, before, limit)
    .all<{ version: number; body: string; actor: string; written_at: string }>();
  return results.map(({ version, body, actor, written_at }) => ({
    version,
    plan: actionPlanInputSchema.parse(JSON.parse(body)),
    by: JSON.parse(actor) as Version['by'],
    at: written_at,
  }));
}

/** The statements that delete a plan with its versions. */
export const deleteActionPlan = (
  db: Queryable,
  hubId: string,
  id: string,
  actor: Actor,
  now: Date,
): D1PreparedStatement[] => [
  db.prepare('DELETE FROM action_plan_versions WHERE hub_id = ? AND plan_id = ?').bind(hubId, id),
  db.prepare('DELETE FROM action_plans WHERE hub_id = ? AND id = ?').bind(hubId, id),
  record(db, hubId, actor, { action: 'action_plan.deleted', subject: { kind: 'action_plan', id } }, now),
];
