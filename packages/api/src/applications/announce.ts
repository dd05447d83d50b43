import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { emit } from '../events/emit.ts';
import type { Queryable } from '../lib/queryable.ts';
import type { ApplicationRow } from './store.ts';

/** The statements that tell what became of an application. They belong in the batch of the change. */
export const tell = (
  db: Queryable,
  hubId: string,
  { id, startup_id, programme_id, state }: Pick<ApplicationRow, 'id' | 'startup_id' | 'programme_id' | 'state'>,
  now: Date,
): D1PreparedStatement[] => [
  emit(
    db,
    hubId,
    `application.${state}`,
    { application: id, state, startup: startup_id, programme: programme_id },
    now,
  ),
];
