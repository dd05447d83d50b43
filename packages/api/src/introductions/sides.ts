/**
 * An introduction has two sides. What each hub and each profile may know of it is decided here.
 *
 * @module
 */
import type { IntroductionState, IntroductionView, Kind } from '@kopru/sdk/schema';
import type { Role } from './state.ts';

/** One of the two profiles, with its true id. */
export interface Party {
  readonly hub: string;
  readonly kind: Kind;
  readonly id: string;
}

export interface Side extends Party {
  /** The id by which the hub of the other side knows this profile. */
  readonly ref: string;
  /** Its hub, as other hubs see it. */
  readonly home: NonNullable<IntroductionView['from']['home']>;
}

/** When and where the two meet. */
export interface Meeting {
  /** When it begins. */
  readonly at: string;
  readonly minutes: number;
  readonly place: string | null;
  readonly url: string | null;
  /** It was called off. */
  readonly isOff: boolean;
  /** How often it was set or called off. */
  readonly changes: number;
  readonly changedAt: string;
}

export interface Introduction {
  readonly id: string;
  readonly from: Side;
  readonly to: Side;
  readonly state: IntroductionState;
  /** The asked side has blocked the asking one, and sees nothing of this. */
  readonly blocked: boolean;
  readonly message: string;
  readonly lang: IntroductionView['lang'];
  readonly declineReason: NonNullable<IntroductionView['declineReason']> | null;
  /** Reminders that were sent. */
  readonly reminders: number;
  readonly createdAt: string;
  /** When the asked profile came to see it. */
  readonly deliveredAt: string | null;
  readonly expiresAt: string;
  readonly decidedAt: string | null;
  /** The last one that was set; null: none ever was. */
  readonly meeting: Meeting | null;
}

const isParty = (side: Side, { kind, id }: { readonly kind: Kind; readonly id: string }): boolean =>
  side.kind === kind && side.id === id;

/**
 * The roles that a hub has in an introduction; none: for it there is no such introduction.
 *
 * @param viewer the one profile for which it asks; undefined for its staff.
 */
export function rolesOf(
  { from, to, blocked, deliveredAt }: Introduction,
  hubId: string,
  viewer: { readonly kind: Kind; readonly id: string } | undefined,
): Role[] {
  const mine = (side: Side): boolean => side.hub === hubId && (!viewer || isParty(side, viewer));
  const asked = mine(to) && !blocked;
  return [
    ...(mine(from) ? (['asker'] as const) : []),
    ...(asked && deliveredAt !== null ? (['asked'] as const) : []),
    ...(asked && !viewer ? (['asked_hub'] as const) : []),
  ];
}

/** The state as a hub is told it: that the other hub still has a say is that hub's own business. */
export const stateFor = ({ state, to }: Introduction, hubId: string): IntroductionState =>
  state === 'awaiting_approval' && to.hub !== hubId ? 'requested' : state;

/** A profile as a hub names it: its own by their ids, another's by exchange id and home. */
export const nameFor = ({ hub, kind, id, ref, home }: Side, hubId: string) =>
  hub === hubId ? { kind, id } : { kind, id: ref, home };

/** What a hub, or one profile of it, is shown of an introduction, but for message and contacts. */
export function viewFor(introduction: Introduction, hubId: string, roles: readonly Role[]): IntroductionView {
  const { id, from, to, lang, declineReason, createdAt, expiresAt, decidedAt } = introduction;
  return {
    id,
    state: stateFor(introduction, hubId),
    from: nameFor(from, hubId),
    to: nameFor(to, hubId),
    lang,
    ...(roles.some((role) => role === 'asked' || role === 'asked_hub') && { declineReason }),
    createdAt,
    expiresAt,
    decidedAt,
  };
}

/** The meeting that is to take place, as both sides read it. */
export function meetingOf({ meeting }: Introduction): NonNullable<IntroductionView['meeting']> | null {
  if (!meeting || meeting.isOff) return null;
  const { at, minutes, place, url } = meeting;
  return { at, minutes, ...(place !== null && { place }), ...(url !== null && { url }) };
}
