import type { Queryable } from '../lib/queryable.ts';

/** Number of the last event of all hubs. Numbers rise in the order in which changes are committed. */
export async function lastEvent(db: Queryable): Promise<number> {
  return (await db.prepare('SELECT max(number) AS number FROM events').first<number | null>('number')) ?? 0;
}

/** Whether a profile of a hub was erased after an event, as long as events are kept. */
export const erasedSince = async (db: Queryable, hubId: string, event: number): Promise<boolean> =>
  (await db
    .prepare(`SELECT 1 FROM events WHERE hub_id = ? AND number > ? AND type = 'profile.deleted' LIMIT 1`)
    .bind(hubId, event)
    .first()) !== null;
