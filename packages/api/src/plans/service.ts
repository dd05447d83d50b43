import { checkInput } from '@kopru/sdk/assign';
import type { PlanInput } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { ApiError } from '../errors.ts';
import { assertSameRequest, makeOnce } from '../lib/make-once.ts';
import type { Queryable } from '../lib/queryable.ts';
import { sha256 } from '../lib/sha256.ts';
import { participantsOf, plannedSides } from './sides.ts';
import { getPlan, insertPlan, MOST_WAITING, type StoredPlan, unknownParticipants } from './store.ts';

/**
 * Keeps a day that is to be planned.
 *
 * @throws {ApiError} `invalid_request` on what `assign` would refuse and on participants that are no
 *   profiles of the hub, each with its path; `conflict` when too many plans wait; `idempotency_key_reused`.
 */
export async function createPlan(
  db: Queryable,
  hubId: string,
  actor: Actor,
  { id, input }: { id: string; input: PlanInput },
  now: Date,
): Promise<StoredPlan> {
  const participants = participantsOf(input);
  const { slots, tables, blocked } = input;
  const issues = [...checkInput({ ...plannedSides(participants), slots, tables, blocked, scores: [] })];
  const unknown = await unknownParticipants(db, hubId, participants);
  for (const { number, kind } of participants.filter((one) => unknown.has(one.number))) {
    const at = number - input.startups.length;
    const path = at < 0 ? `/startups/${number}/id` : `/investors/${at}/id`;
    issues.push({ path, rule: 'unknown_id', message: `is not the id of a ${kind} of this hub`, received: 'string' });
  }
  if (issues.length > 0)
    throw new ApiError(
      'invalid_request',
      'The day cannot be planned; see issues.',
      issues.map((issue) => ({ in: 'body' as const, ...issue })),
    );
  const asked = await sha256(JSON.stringify(input));
  const made = await makeOnce(db, { table: 'plans', id }, [
    ...insertPlan(db, id, hubId, input, asked, now),
    record(db, hubId, actor, { action: 'plan.created', subject: { kind: 'plan', id } }, now),
  ]);
  const stored = await getPlan(db, hubId, id);
  if (!stored)
    throw new ApiError(
      'conflict',
      `A participant was erased just now, or ${MOST_WAITING} plans wait already. Send it again, or wait until one is made.`,
    );
  if (!made) assertSameRequest(stored, { asked });
  return stored;
}
