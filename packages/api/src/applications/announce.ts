import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Actor } from '../audit/record.ts';
import { emit } from '../events/emit.ts';
import type { Queryable } from '../lib/queryable.ts';
import { noticesOf } from '../mails/applications/notices.ts';
import type { ApplicationRow } from './store.ts';

/**
 * The statements that tell what became of an application: the hub, and the owner where the staff did it. They belong in
 * the batch of the change.
 */
export const tell = (
  db: Queryable,
  hubId: string,
  application: Pick<ApplicationRow, 'id' | 'startup_id' | 'programme_id' | 'state'>,
  actor: Actor,
  now: Date,
): D1PreparedStatement[] => {
  const { id, state, startup_id, programme_id } = application;
  const told = { application: id, state, startup: startup_id, programme: programme_id };
  return [emit(db, hubId, `application.${state}`, told, now), ...noticesOf(db, hubId, application, actor, now)];
};
