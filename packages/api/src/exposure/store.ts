import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';

/**
 * Exposure prices of one side of a pairing, by id, in points of the score, and their version, which any change of
 * them changes.
 *
 * @param known the version of which the prices are known, and not read again.
 */
export async function readPricesUnless(
  db: Queryable,
  hubId: string,
  pairing: string,
  kind: Kind,
  known: string | undefined,
): Promise<{ readonly version: string; readonly prices?: ReadonlyMap<string, number> }> {
  const row = await db
    .prepare(
      `SELECT version, iif(version = ?4, NULL, prices) AS prices FROM (
         SELECT sequence || ' ' || priced_at || ' ' || length(prices) AS version, prices FROM exposure
         WHERE hub_id = ?1 AND pairing = ?2 AND kind = ?3)`,
    )
    .bind(hubId, pairing, kind, known ?? null)
    .first<{ version: string; prices: string | null }>();
  if (!row) return { version: '', prices: new Map() };
  if (row.prices === null) return { version: row.version };
  return { version: row.version, prices: new Map(Object.entries(JSON.parse(row.prices) as Record<string, number>)) };
}

/** A run of the prices of a hub and a pairing. */
interface Priced {
  readonly hubId: string;
  readonly pairing: string;
  readonly prices: Readonly<Partial<Record<Kind, ReadonlyMap<string, number>>>>;
  /** The hub's sequence of which they are. */
  readonly sequence: number;
}

/** The statements that put the prices of a run in place of those before, unless those are newer. */
export const putPrices = (
  db: Queryable,
  { hubId, pairing, prices, sequence }: Priced,
  now: Date,
): D1PreparedStatement[] =>
  Object.entries(prices).map(([kind, byId]) =>
    db
      .prepare(
        `INSERT INTO exposure (hub_id, pairing, kind, prices, sequence, priced_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (hub_id, pairing, kind) DO UPDATE SET
           prices = excluded.prices, sequence = excluded.sequence, priced_at = excluded.priced_at
         WHERE excluded.sequence >= exposure.sequence`,
      )
      .bind(hubId, pairing, kind, JSON.stringify(Object.fromEntries(byId)), sequence, now.toISOString()),
  );

/** Hubs whose prices of a pairing are of an older sequence or from before `stale`, those first that waited longest. */
export async function hubsToPrice(db: Queryable, pairing: string, stale: Date, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT hubs.id FROM hubs
       LEFT JOIN (SELECT hub_id, MIN(sequence) AS sequence, MIN(priced_at) AS priced_at
                  FROM exposure WHERE pairing = ? GROUP BY hub_id) AS last ON last.hub_id = hubs.id
       WHERE hubs.sequence > 0 AND (last.sequence IS NULL OR last.sequence < hubs.sequence OR last.priced_at < ?)
       ORDER BY last.priced_at, hubs.id LIMIT ?`,
    )
    .bind(pairing, stale.toISOString(), limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Takes the price of a profile out of those of its side. In other hubs its exchange id, which says nothing of it, leaves with the next run. */
export const eraseProfile = (db: Queryable, hubId: string, kind: Kind, id: string): D1PreparedStatement[] => [
  db
    .prepare('UPDATE exposure SET prices = json_remove(prices, ?) WHERE hub_id = ? AND kind = ?')
    .bind(`$.${JSON.stringify(id)}`, hubId, kind),
];
