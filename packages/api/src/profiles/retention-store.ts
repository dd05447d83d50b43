import type { Queryable } from '../lib/queryable.ts';
import { HOUR } from '../lib/time.ts';

/** A hub is due again after so many milliseconds: less than a day, since the daily run is not to the minute. */
const REST = 12 * HOUR;

/** Takes the hub that waited longest to have forgotten what it no longer keeps, so that no other run takes it too. */
export async function takeHub(db: Queryable, now: Date): Promise<string | undefined> {
  const taken = await db
    .prepare(
      `UPDATE hubs SET retained_at = ?1
       WHERE id = (SELECT id FROM hubs WHERE retained_at IS NULL OR retained_at < ?2 ORDER BY retained_at, id LIMIT 1)
       RETURNING id`,
    )
    .bind(now.toISOString(), new Date(now.getTime() - REST).toISOString())
    .first<{ id: string }>();
  return taken?.id;
}

/** Makes a hub due at once. */
export async function giveBack(db: Queryable, id: string): Promise<void> {
  await db.prepare('UPDATE hubs SET retained_at = NULL WHERE id = ?').bind(id).run();
}
