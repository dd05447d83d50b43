import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Queryable } from '../lib/queryable.ts';

/** Counts all searches of a hub, beside those of each network. */
const ALL = '';

/**
 * Counts a search, exactly, unless its network or its hub has had as many on this day as it may.
 *
 * @param day UTC, such as 2026-11-27.
 * @param network hash under which a network is counted on this day.
 */
export async function countSearch(
  db: Queryable,
  hubId: string,
  day: string,
  network: string,
  limits: { readonly network: number; readonly hub: number },
): Promise<'counted' | 'network_full' | 'hub_full'> {
  const [ofNetwork, ofHub] = await db.batch([
    count(db, 'VALUES (?1, ?2, ?3, 1)', [hubId, day, network, limits.network]),
    // A search that its network may not make does not count for the hub.
    count(db, 'SELECT ?1, ?2, ?3, 1 WHERE changes() > 0', [hubId, day, ALL, limits.hub]),
  ]);
  if (ofNetwork?.results.length === 0) return 'network_full';
  return ofHub?.results.length === 0 ? 'hub_full' : 'counted';
}

const count = (db: Queryable, row: string, values: readonly [string, string, string, number]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO searches (hub_id, day, network, count) ${row}
       ON CONFLICT (hub_id, day, network) DO UPDATE SET count = count + 1 WHERE count < ?4 RETURNING count`,
    )
    .bind(...values);

export const deleteCounts = (db: Queryable, before: string): D1PreparedStatement =>
  db.prepare('DELETE FROM searches WHERE day < ?').bind(before);
