import type { IntroductionView, MeetingInput } from '@kopru/sdk/schema';
import { ApiError } from '../errors.ts';
import { guard } from '../lib/guard.ts';
import { guardedBatch } from '../lib/guarded-batch.ts';
import type { Queryable } from '../lib/queryable.ts';
import { recordForBoth } from './announce.ts';
import { type Caller, find } from './service.ts';
import { type Introduction, type Meeting, viewFor } from './sides.ts';
import { sameMeeting, unchanged, updateMeeting } from './store.ts';

/** How long a meeting takes that says nothing else, in minutes. */
const MINUTES = 30;

/**
 * Sets when and where the two sides of an accepted introduction meet, in place of what was set before.
 * Either side may. The same once more is no change.
 *
 * @throws {ApiError} `not_found`; `conflict` while it is not accepted, or when the other side sets it too.
 */
export async function setMeeting(
  db: Queryable,
  caller: Caller,
  id: string,
  { at, minutes = MINUTES, place, url }: MeetingInput,
  now: Date,
): Promise<IntroductionView> {
  return change(db, caller, id, now, 'introduction.meeting_set', (before) => {
    const fields = { at: new Date(at).toISOString(), minutes, place: place ?? null, url: url ?? null };
    const same =
      before !== null && !before.isOff && JSON.stringify({ ...before, ...fields }) === JSON.stringify(before);
    return same ? undefined : { ...fields, isOff: false };
  });
}

/** Calls the meeting off. Place and address are forgotten; the time stays for the calendars that have it. */
export async function cancelMeeting(db: Queryable, caller: Caller, id: string, now: Date): Promise<IntroductionView> {
  return change(db, caller, id, now, 'introduction.meeting_cancelled', (before) =>
    before === null || before.isOff ? undefined : { ...before, place: null, url: null, isOff: true },
  );
}

/** @param changed the meeting as it is to be; undefined when there is nothing to change. */
async function change(
  db: Queryable,
  caller: Caller,
  id: string,
  now: Date,
  action: string,
  changed: (before: Introduction['meeting']) => Omit<Meeting, 'changes' | 'changedAt'> | undefined,
): Promise<IntroductionView> {
  const [introduction, roles] = await find(db, caller, id);
  if (introduction.state !== 'accepted')
    throw new ApiError('conflict', 'A meeting is agreed once the introduction is accepted.');
  const after = changed(introduction.meeting);
  const view = viewFor(introduction, caller.hub.id, roles);
  if (!after) return view;
  const meeting = { ...after, changes: (introduction.meeting?.changes ?? 0) + 1, changedAt: now.toISOString() };
  await guardedBatch(
    db,
    [
      guard(db, ...unchanged(introduction)),
      guard(db, ...sameMeeting(introduction)),
      updateMeeting(db, id, meeting),
      ...recordForBoth(db, introduction, action, { actor: caller.actor, hub: caller.hub.id }, now),
    ],
    new ApiError('conflict', 'The introduction was changed at the same moment; read it again.'),
  );
  return view;
}
