import { dayOf } from '@kopru/sdk/engine';
import { isOpen } from '@kopru/sdk/facets';
import type { ApplicationInput, ApplicationPatch, Programme, ProgrammeNumbers } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { ApiError } from '../errors.ts';
import type { Hub } from '../hubs/store.ts';
import { guardedBatch } from '../lib/guarded-batch.ts';
import { assertSameRequest, makeOnce } from '../lib/make-once.ts';
import type { Queryable } from '../lib/queryable.ts';
import { getProfile } from '../profiles/store.ts';
import {
  type ApplicationRow,
  countApplications,
  getApplication,
  insertApplication,
  sumRaised,
  updateApplication,
} from './store.ts';
import { COHORT, mayBecome } from './transitions.ts';

type Call = NonNullable<Programme['calls']>[number];

/** The programme of the hub. @throws {ApiError} `not_found` */
async function programmeOf(db: Queryable, hubId: string, id: string): Promise<Programme> {
  const stored = await getProfile(db, hubId, 'programme', id);
  if (!stored) throw new ApiError('not_found', `This hub has no programme "${id}".`);
  return stored.profile as Programme;
}

const refused = (path: string, rule: string, message: string) =>
  new ApiError('invalid_request', 'The application cannot be kept; see issues.', [
    { in: 'body', path, rule, message, received: 'string' },
  ]);

/**
 * Applies to a call.
 *
 * @throws {ApiError} `invalid_request` on profiles or a call that are not there; `conflict` when the programme is not
 *   active, the call is not open on the day (UTC), or the startup has applied to it already; `idempotency_key_reused`.
 */
export async function apply(
  db: Queryable,
  hubId: string,
  actor: Actor,
  { id, input }: { id: string; input: ApplicationInput },
  now: Date,
): Promise<ApplicationRow> {
  const { startup, programme, call: name } = input;
  const [applicant, offered] = [
    await getProfile(db, hubId, 'startup', startup),
    await getProfile(db, hubId, 'programme', programme),
  ];
  if (!applicant) throw refused('/startup', 'unknown_id', 'is not the id of a startup of this hub');
  if (!offered) throw refused('/programme', 'unknown_id', 'is not the id of a programme of this hub');
  const { calls = [], status } = offered.profile as Programme;
  const call = calls.find((one) => one.name === name);
  if (!call) throw refused('/call', 'unknown_call', 'is not the name of a call of this programme');
  const kept = await getApplication(db, hubId, id);
  if (!kept) {
    if (status !== 'active') throw new ApiError('conflict', 'This programme is not active: it takes no applications.');
    assertOpen(call, dayOf(now));
  }
  const made = await makeOnce(db, { table: 'applications', id }, [
    ...insertApplication(db, hubId, { id, startup, programme, call: name }, actor.id, now),
    record(db, hubId, actor, { action: 'application.created', subject: { kind: 'application', id } }, now),
  ]);
  const stored = await getApplication(db, hubId, id);
  if (!stored) throw new ApiError('conflict', `This startup has applied to the call "${name}" already.`);
  if (!made) assertSameRequest(stored, { startup_id: startup, programme_id: programme, call: name });
  return stored;
}

function assertOpen(call: Call, day: string): void {
  if (isOpen(call, day)) return;
  const { name, opensOn, closesOn } = call;
  throw new ApiError(
    'conflict',
    opensOn !== undefined && day < opensOn
      ? `The call "${name}" opens on ${opensOn}.`
      : `The call "${name}" closed on ${closesOn}.`,
  );
}

/**
 * Decides on an application, places it in the pipeline, or notes what was raised.
 *
 * @throws {ApiError} `not_found`; `invalid_request` on a stage that the hub has not; `conflict` on a state that cannot
 *   follow, a call that is full, or a change at the same time.
 */
export async function change(
  db: Queryable,
  hub: Hub,
  actor: Actor,
  { id, patch }: { id: string; patch: ApplicationPatch },
  now: Date,
): Promise<void> {
  const before = await getApplication(db, hub.id, id);
  if (!before) throw new ApiError('not_found', `This hub has no application "${id}".`);
  const { state = before.state, stage = before.stage, raised } = patch;
  if (patch.stage !== undefined && !hub.settings.pipeline.includes(patch.stage))
    throw refused('/stage', 'one_of', `must be one of ${hub.settings.pipeline.join(', ')}`);
  if (state !== before.state && !mayBecome(before.state, state))
    throw new ApiError('conflict', `An application that is ${before.state} cannot become ${state}.`);
  const joins = COHORT.includes(state) && !COHORT.includes(before.state);
  const { calls = [] } = await programmeOf(db, hub.id, before.programme_id);
  const places = joins ? (calls.find(({ name }) => name === before.call)?.capacity ?? null) : null;
  const after = {
    state,
    stage,
    raised_amount: raised === undefined ? before.raised_amount : (raised?.amount ?? null),
    raised_currency: raised === undefined ? before.raised_currency : (raised?.currency ?? null),
  };
  const entry = { action: 'application.updated', subject: { kind: 'application', id }, details: { state } };
  await guardedBatch(
    db,
    [
      ...updateApplication(db, hub.id, before, after, { by: actor.id, places }, now),
      record(db, hub.id, actor, entry, now),
    ],
    new ApiError(
      'conflict',
      places === null
        ? 'This application was changed just now. Read it again.'
        : `The call "${before.call}" has ${places} places, and all are taken; or this application was changed just now.`,
    ),
  );
}

/** @throws {ApiError} `not_found` */
export async function numbersOf(db: Queryable, hubId: string, programme: string): Promise<ProgrammeNumbers> {
  const { calls = [] } = await programmeOf(db, hubId, programme);
  const counts = await countApplications(db, hubId, programme);
  const numbers = (rows: typeof counts) => {
    const among = (states: readonly string[]) =>
      rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
    const all = rows.reduce((sum, { count }) => sum + count, 0);
    return { applied: all, admitted: among(COHORT), alumni: among(['alumni']) };
  };
  // A call that the programme names no more keeps its cohort.
  const names = [...new Set([...calls.map(({ name }) => name), ...counts.map(({ call }) => call)])];
  return {
    programme,
    ...numbers(counts),
    raised: await sumRaised(db, hubId, programme),
    calls: names.map((name) => ({
      call: name,
      capacity: calls.find((one) => one.name === name)?.capacity ?? null,
      ...numbers(counts.filter(({ call }) => call === name)),
    })),
  };
}
