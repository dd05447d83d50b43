import { SEES_ALL } from '@kopru/sdk/engine';
import type { IntroductionView, Kind } from '@kopru/sdk/schema';
import type { Actor } from '../audit/record.ts';
import { areBlocked } from '../blocks/store.ts';
import { ApiError } from '../errors.ts';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { readCards } from '../matches/card.ts';
import { getProfile } from '../profiles/store.ts';
import { recordForBoth } from './announce.ts';
import { mayMeet, notShown, refFor } from './parties.ts';
import { type Introduction, meetingOf, type Party, rolesOf, stateFor, viewFor } from './sides.ts';
import { type Action, nextState, type Role, TRANSITIONS } from './state.ts';
import { findIntroduction } from './store.ts';
import { transition } from './transition.ts';

/** Who asks for something: a hub, in the person of its staff or of one of its members. */
export interface Caller {
  readonly hub: Hub;
  /** The viewer's profile; undefined for staff. */
  readonly viewer: { readonly kind: Kind; readonly id: string } | undefined;
  readonly actor: Actor;
}

/** @throws {ApiError} `not_found` when there is none that the caller may see. */
export async function find(db: Queryable, { hub, viewer }: Caller, id: string): Promise<[Introduction, Role[]]> {
  const introduction = await findIntroduction(db, hub.id, id);
  const roles = introduction ? rolesOf(introduction, hub.id, viewer) : [];
  if (!introduction || roles.length === 0) throw new ApiError('not_found', `There is no introduction "${id}".`);
  return [introduction, roles];
}

/** Introductions as the caller reads them: with their messages, and the cards that it may see right now. */
export async function present(
  db: Queryable,
  { hub, viewer }: Pick<Caller, 'hub' | 'viewer'>,
  introductions: readonly Introduction[],
): Promise<IntroductionView[]> {
  const views = introductions.map((introduction) => ({
    ...viewFor(introduction, hub.id, rolesOf(introduction, hub.id, viewer)),
    message: introduction.message,
    meeting: meetingOf(introduction),
  }));
  const refs = views.flatMap(({ from, to }) => [from, to]);
  const shown = await readCards(db, hub, refs, viewer ? { side: viewer.kind } : SEES_ALL);
  const withCard = (side: IntroductionView['from']): IntroductionView['from'] => {
    const card = shown(side)?.card as IntroductionView['from']['card'];
    return { ...side, ...(card && { card }) };
  };
  return views.map((view) => ({ ...view, from: withCard(view.from), to: withCard(view.to) }));
}

/**
 * An introduction as the caller sees it. The contacts of both are part of it while it is accepted and
 * both may still be shown to each other; the logs of both hubs have it on record before.
 */
export async function readIntroduction(
  db: Queryable,
  caller: Caller,
  id: string,
  now: Date,
): Promise<IntroductionView> {
  const [introduction] = await find(db, caller, id);
  const { hub, actor } = caller;
  const [view] = (await present(db, caller, [introduction])) as [IntroductionView];
  const { from, to, state } = introduction;
  if (state !== 'accepted' || !(await mayMeet(db, from, to))) return view;
  const [fromContact, toContact] = await Promise.all([contactOf(db, from), contactOf(db, to)]);
  await db.batch(recordForBoth(db, introduction, 'contact.revealed', { actor, hub: hub.id }, now));
  return { ...view, from: { ...view.from, ...fromContact }, to: { ...view.to, ...toContact } };
}

async function contactOf(db: Queryable, { hub, kind, id }: Party) {
  const contact = (await getProfile(db, hub, kind, id))?.profile.contact;
  return contact && { contact };
}

/** Whose act it is, for the refusal of all others. */
const ONLY: Record<Role, string> = {
  asker: 'Only the asking side',
  asked: 'Only the asked side',
  asked_hub: 'Only the hub of the asked side',
  system: 'Nobody',
};

/** Actions that bring two profiles nearer to each other, which both must still be there for. */
const LEADS_ON: readonly Action[] = ['approve', 'accept'];

/**
 * Does what one side may do with an introduction. What is done already is not done again, and no error.
 *
 * @throws {ApiError} `not_found`; `forbidden` when it is the other side's to do; `conflict` when its state
 *   does not allow it (any more).
 */
export async function act(
  db: Queryable,
  caller: Caller,
  id: string,
  action: Action,
  now: Date,
  declineReason: Introduction['declineReason'] = null,
): Promise<IntroductionView> {
  const [introduction, roles] = await find(db, caller, id);
  const { hub, actor } = caller;
  const { by, to: target } = TRANSITIONS[action];
  if (!roles.includes(by)) throw new ApiError('forbidden', `${ONLY[by]} can ${action} an introduction.`);
  if (introduction.state === target) return viewFor(introduction, hub.id, roles);
  const doer = { actor, hub: hub.id };
  if (LEADS_ON.includes(action) && nextState(introduction.state, action))
    await assertStillShown(db, introduction, doer, now);
  const moved = await transition(db, introduction, action, doer, now, declineReason);
  if (moved) return viewFor(moved, hub.id, roles);
  const [current, currentRoles] = await find(db, caller, id);
  if (current.state === target) return viewFor(current, hub.id, currentRoles);
  throw new ApiError('conflict', `The introduction is ${stateFor(current, hub.id).replace('_', ' ')}.`);
}

/**
 * An introduction whose asking side may no longer be shown, or has blocked the other, is withdrawn. One
 * whose asked side may not be shown waits for that side, which alone can change it.
 *
 * @throws {ApiError} `conflict`
 */
async function assertStillShown(
  db: Queryable,
  introduction: Introduction,
  doer: { readonly actor: Actor; readonly hub: string },
  now: Date,
): Promise<void> {
  const { from, to } = introduction;
  const [ref, blocked] = await Promise.all([refFor(db, { id: to.hub }, from), areBlocked(db, from, to)]);
  if (ref === undefined || blocked) {
    await transition(db, introduction, 'close', doer, now);
    throw new ApiError('conflict', 'The introduction is withdrawn.');
  }
  if ((await refFor(db, { id: from.hub }, to)) === undefined) throw new ApiError('conflict', notShown(to.kind));
}
