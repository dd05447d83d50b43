import { dayOf } from '@kopru/sdk/engine';
import { isOpen } from '@kopru/sdk/facets';
import {
  type ApplicationInput,
  type ApplicationPatch,
  mayBeShown,
  type Programme,
  standingOf,
} from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { ApiError } from '../errors.ts';
import type { Hub } from '../hubs/store.ts';
import { guardedBatch } from '../lib/guarded-batch.ts';
import { assertSameRequest, makeOnce } from '../lib/make-once.ts';
import type { Queryable } from '../lib/queryable.ts';
import { getProfile } from '../profiles/store.ts';
import { tell } from './announce.ts';
import { programmeOf } from './numbers.ts';
import { type ApplicationRow, getApplication, insertApplication, updateApplication } from './store.ts';
import { COHORT, mayBecome } from './transitions.ts';

type Call = NonNullable<Programme['calls']>[number];

const refused = (path: string, rule: string, message: string) =>
  new ApiError('invalid_request', 'The application cannot be kept; see issues.', [
    { in: 'body', path, rule, message, received: 'string' },
  ]);

/**
 * Applies to a call, as the staff or as the owner of the startup, for whom a programme that it is not shown is not there.
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
  const applicant = await getProfile(db, hubId, 'startup', startup);
  const stated = (await getProfile(db, hubId, 'programme', programme))?.profile as Programme | undefined;
  const offered = actor.profile ? shownToOwner(stated) : stated;
  if (!applicant) throw refused('/startup', 'unknown_id', 'is not the id of a startup of this hub');
  if (!offered) throw refused('/programme', 'unknown_id', 'is not the id of a programme of this hub');
  const { calls = [], status } = offered;
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
    ...tell(db, hubId, { id, startup_id: startup, programme_id: programme, state: 'applied' }, actor, now),
  ]);
  const stored = await getApplication(db, hubId, id);
  if (!stored) throw new ApiError('conflict', `This startup has applied to the call "${name}" already.`);
  if (!made) assertSameRequest(stored, { startup_id: startup, programme_id: programme, call: name });
  return stored;
}

/**
 * A programme as the owner of a startup is shown it: active, with consent to be shown, and without calls that are kept
 * private. That it blocked the startup is not asked, since who is blocked never learns so; the hub decides.
 */
function shownToOwner(programme: Programme | undefined): Programme | undefined {
  if (!programme || !mayBeShown(standingOf(programme))) return undefined;
  return programme.private?.includes('calls') ? { ...programme, calls: [] } : programme;
}

/** An application that the caller may read: the owner of a startup those of its own. @throws {ApiError} `not_found` */
export async function findApplication(
  db: Queryable,
  hubId: string,
  { profile }: Pick<Actor, 'profile'>,
  id: string,
): Promise<ApplicationRow> {
  const row = await getApplication(db, hubId, id);
  const isShown = !profile || (profile.kind === 'startup' && profile.id === row?.startup_id);
  if (!row || !isShown) throw new ApiError('not_found', `This hub has no application "${id}".`);
  return row;
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
 * Decides on an application, places it in the pipeline, or notes what was raised. Its owner can withdraw it, and no more.
 *
 * @throws {ApiError} `not_found`; `forbidden` on what the owner leaves to the staff; `invalid_request` on a stage that
 *   the hub has not; `conflict` on a state that cannot follow, a call that is full, or a change at the same time.
 */
export async function change(
  db: Queryable,
  hub: Hub,
  actor: Actor,
  { id, patch }: { id: string; patch: ApplicationPatch },
  now: Date,
): Promise<void> {
  const before = await findApplication(db, hub.id, actor, id);
  if (actor.profile && (patch.state !== 'withdrawn' || Object.keys(patch).length > 1))
    throw new ApiError(
      'forbidden',
      'The owner of a startup can withdraw an application, and change nothing else of it.',
    );
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
      ...(state === before.state ? [] : tell(db, hub.id, { ...before, state }, actor, now)),
    ],
    new ApiError(
      'conflict',
      places === null
        ? 'This application was changed just now. Read it again.'
        : `The call "${before.call}" has ${places} places, and all are taken; or this application was changed just now.`,
    ),
  );
}
