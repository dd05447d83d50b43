import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { ApplicationState } from '@kopru/sdk/schema';
import type { ApplicationRow } from '../../applications/store.ts';
import type { Actor } from '../../audit/record.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { enqueueForProfile } from '../store.ts';

/** What an application can become without its owner. */
export type Decided = Exclude<ApplicationState, 'applied'>;

/** What a mail about an application keeps in the outbox: ids and states only. */
export interface ApplicationMail {
  readonly application: string;
  readonly state: Decided;
}

/**
 * The statements that put the mails about what became of an application into the outbox, for the subscribers of its
 * startup. None where the owner did it itself, and none about the application as such.
 */
export function noticesOf(
  db: Queryable,
  hubId: string,
  { id, startup_id, state }: Pick<ApplicationRow, 'id' | 'startup_id' | 'state'>,
  actor: Pick<Actor, 'profile'>,
  now: Date,
): D1PreparedStatement[] {
  if (state === 'applied' || actor.profile) return [];
  return [
    enqueueForProfile(
      db,
      {
        hubId,
        kind: 'startup',
        id: startup_id,
        notice: 'application',
        // An application comes to each state once.
        occasion: `${id} ${state}`,
        data: { application: id, state } satisfies ApplicationMail,
      },
      now,
    ),
  ];
}
