import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { EventType } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { emit } from '../events/emit.ts';
import type { Queryable } from '../lib/queryable.ts';
import { noticesOf } from '../mails/introductions/notices.ts';
import { type Introduction, nameFor, type Side, stateFor } from './sides.ts';

/** Who did something, and in which hub: the other hub is told of the hub alone. */
export interface Doer {
  readonly actor: Actor;
  /** Undefined for what a job does. */
  readonly hub: string | undefined;
}

/** What only the asked side hears of. */
const FOR_ASKED: readonly EventType[] = ['introduction.approved', 'introduction.reminder'];

/** The hubs that may know of something in an introduction. */
const hubsOf = ({ from, to, blocked }: Introduction, action: string): Set<string> =>
  new Set([...((FOR_ASKED as readonly string[]).includes(action) ? [] : [from.hub]), ...(blocked ? [] : [to.hub])]);

/** The two profiles as a hub's log and events name them. */
const idsFor = (introduction: Introduction, hubId: string) => {
  const ids = (side: Side) => {
    const { kind, id, home } = { home: undefined, ...nameFor(side, hubId) };
    return { kind, id, ...(home && { hub: home.hub }) };
  };
  return { from: ids(introduction.from), to: ids(introduction.to) };
};

/** The statements that write an act into the log of each hub that may know of it, in that hub's words. */
export const recordForBoth = (
  db: Queryable,
  introduction: Introduction,
  action: string,
  { actor, hub }: Doer,
  now: Date,
): D1PreparedStatement[] =>
  [...hubsOf(introduction, action)].map((hubId) =>
    record(
      db,
      hubId,
      hub === undefined || hub === hubId ? actor : { kind: 'hub', id: hub },
      { action, subject: { kind: 'introduction', id: introduction.id }, details: idsFor(introduction, hubId) },
      now,
    ),
  );

/**
 * The statements that record what happened, tell each hub that may know of it, and put mails into the
 * outbox. An event names in `notify` the hub's own profiles that it is news to: none while only the staff
 * may know.
 */
export function announce(
  db: Queryable,
  introduction: Introduction,
  type: EventType,
  doer: Doer,
  now: Date,
): D1PreparedStatement[] {
  const { id, from, to, blocked, deliveredAt } = introduction;
  const hears = [...(FOR_ASKED.includes(type) ? [] : [from]), ...(!blocked && deliveredAt !== null ? [to] : [])];
  return [
    ...recordForBoth(db, introduction, type, doer, now),
    ...[...hubsOf(introduction, type)].map((hubId) =>
      emit(
        db,
        hubId,
        type,
        {
          introduction: id,
          state: stateFor(introduction, hubId),
          ...idsFor(introduction, hubId),
          notify: hears.filter(({ hub }) => hub === hubId).map((side) => ({ kind: side.kind, id: side.id })),
        },
        now,
      ),
    ),
    ...noticesOf(db, introduction, type, hears, now),
  ];
}
