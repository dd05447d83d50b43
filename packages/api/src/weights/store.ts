import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { HubWeights, Learned } from '@kopru/sdk/engine';
import type { Kind, WeightsUpdate } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';

/** The weights of a hub for one pairing, and what they follow from. */
export interface WeightState {
  readonly pairing: string;
  /** Answers move nothing. */
  readonly frozen: boolean;
  readonly byHand: WeightsUpdate['set'];
  readonly learned: Learned<Kind>;
  /** Answers until then are left aside; '' for none. */
  readonly countsFrom: string;
  readonly learnedAt: string | null;
  /** Counts the writes of this row; 0 while there is none. */
  readonly version: number;
}

interface Row {
  pairing: string;
  frozen: number;
  by_hand: string;
  learned: string;
  counts_from: string;
  learned_at: string | null;
  version: number;
}

export async function findWeights(db: Queryable, hubId: string, pairing: string): Promise<WeightState | undefined> {
  const row = await db
    .prepare(
      `SELECT pairing, frozen, by_hand, learned, counts_from, learned_at, version FROM hub_weights
       WHERE hub_id = ? AND pairing = ?`,
    )
    .bind(hubId, pairing)
    .first<Row>();
  return row
    ? {
        pairing: row.pairing,
        frozen: row.frozen === 1,
        byHand: JSON.parse(row.by_hand) as WeightState['byHand'],
        learned: JSON.parse(row.learned) as WeightState['learned'],
        countsFrom: row.counts_from,
        learnedAt: row.learned_at,
        version: row.version,
      }
    : undefined;
}

/** The weights that hold in a hub in place of the pairing's; undefined while it has none of its own. */
export async function readWeights(db: Queryable, hubId: string, pairing: string): Promise<HubWeights | undefined> {
  const weights = await db
    .prepare("SELECT json_extract(learned, '$.weights') AS weights FROM hub_weights WHERE hub_id = ? AND pairing = ?")
    .bind(hubId, pairing)
    .first<string>('weights');
  return weights ? (JSON.parse(weights) as HubWeights) : undefined;
}

/** The statement that writes the state; its `version` is counted on. */
export const putWeights = (db: Queryable, hubId: string, state: WeightState): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO hub_weights (hub_id, pairing, frozen, by_hand, learned, counts_from, learned_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (hub_id, pairing) DO UPDATE SET
         frozen = excluded.frozen, by_hand = excluded.by_hand, learned = excluded.learned,
         counts_from = excluded.counts_from, learned_at = excluded.learned_at, version = version + 1`,
    )
    .bind(
      hubId,
      state.pairing,
      state.frozen ? 1 : 0,
      JSON.stringify(state.byHand),
      JSON.stringify(state.learned),
      state.countsFrom,
      state.learnedAt,
    );

/** Hubs with answers that were not learned from yet, and whose weights are not frozen. */
export async function hubsToLearn(db: Queryable, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT hubs.id FROM hubs
       WHERE NOT EXISTS (SELECT 1 FROM hub_weights w WHERE w.hub_id = hubs.id AND w.frozen = 1)
         AND EXISTS (
           SELECT 1 FROM feedback f WHERE f.hub_id = hubs.id AND f.created_at >= COALESCE(
             (SELECT MIN(COALESCE(w.learned_at, '')) FROM hub_weights w WHERE w.hub_id = hubs.id), ''))
       ORDER BY hubs.id LIMIT ?`,
    )
    .bind(limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
