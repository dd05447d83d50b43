import { type AssignInput, assign, loadSolver } from '@kopru/sdk/assign';
import { type Pairing, pairingName, pairingOf } from '@kopru/sdk/engine';
import load from 'highs';
import module from 'highs/runtime';
import { type Actor, record } from '../audit/record.ts';
import type { Bindings } from '../env.ts';
import { findHub, type Hub } from '../hubs/store.ts';
import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { isGuardFailure } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';
import { openSearch } from '../vectorize/search.ts';
import { readWeights } from '../weights/store.ts';
import { claimPlan, failPlan, finishPlan, readDay, releasePlan } from './run-store.ts';
import { type Participant, plannedSides, SIDES } from './sides.ts';
import type { StoredPlan } from './store.ts';

/** Runs after which a plan that never came to an end is given up: one that is too large ends its isolate each time. */
const MOST_ATTEMPTS = 3;

/** Columns of the full model (`assign`): with more, HiGHS may take more memory than an isolate has. */
const COLUMNS = 1_000;

const ACTOR: Actor = { kind: 'job', id: 'make-plans' };

/** Makes the plan that has waited longest, and rings for the next. */
export const makePlans: Job = {
  every: 'minutely',
  async run({ env, db, now }) {
    const begun = Date.now();
    const clock = () => new Date(now.getTime() + Date.now() - begun);
    const plan = await claimPlan(db, crypto.randomUUID(), now);
    if (!plan) return;
    try {
      await (plan.attempts > MOST_ATTEMPTS ? giveUp(db, plan, now) : make(env, db, plan, clock));
    } catch (error) {
      await releasePlan(db, plan).run();
      // Deleted, taken over, or a participant was erased meanwhile: what was read is no longer so.
      if (!isGuardFailure(error)) throw error;
    }
    await ring(env, 'make-plans');
  },
};

async function make(env: Bindings, db: Queryable, plan: StoredPlan, clock: () => Date): Promise<void> {
  const hub = await findHub(db, plan.hub_id);
  if (!hub) return;
  const { participants, blocked } = await readDay(db, plan.id);
  const { slots, tables, min_score: minScore } = plan;
  const assignment = await assign({
    ...plannedSides(participants),
    slots,
    tables: JSON.parse(tables) ?? undefined,
    blocked,
    scores: await scoresOf(env, db, hub, participants, minScore),
    columns: COLUMNS,
    // An instance for this plan alone, so that its memory is given back.
    solver: await loadSolver({ load, module }),
  });
  const now = clock();
  await db.batch([...finishPlan(db, plan, participants, assignment, now), recordEnd(db, plan, 'plan.done', now)]);
}

const giveUp = (db: Queryable, plan: StoredPlan, now: Date) =>
  db.batch([...failPlan(db, plan, now), recordEnd(db, plan, 'plan.failed', now)]);

const recordEnd = (db: Queryable, { hub_id, id }: StoredPlan, action: string, now: Date) =>
  record(db, hub_id, ACTOR, { action, subject: { kind: 'plan', id } }, now);

/** The scores of all eligible pairs of a day, as lists have them. */
async function scoresOf(
  env: Bindings,
  db: Queryable,
  hub: Hub,
  participants: readonly Participant[],
  minScore: number,
): Promise<AssignInput['scores']> {
  const pairing = pairingOf(SIDES.startups, SIDES.investors) as Pairing;
  const weights = await readWeights(db, hub.id, pairingName(pairing));
  const search = await openSearch({ env, db, hub, waitUntil: () => undefined });
  const index = await search.of(participants);
  const invited = new Set(participants.flatMap(({ kind, id }) => (kind === SIDES.investors ? [id] : [])));
  const accept = ({ id }: { readonly id: string }) => invited.has(id);
  return participants.flatMap(({ kind, id: startup }) => {
    const subject = kind === SIDES.startups && index.get(kind, startup);
    if (!subject) return [];
    return index
      .scores(subject, { kind: SIDES.investors, weights, accept })
      .filter(({ score }) => score >= minScore)
      .map(({ id: investor, score }) => ({ startup, investor, score }));
  });
}
