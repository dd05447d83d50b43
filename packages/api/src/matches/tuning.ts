import { type MatchOptions, pairingName, pairingOf, soughtBy } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';
import { readPrices } from '../exposure/held-prices.ts';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { readWeights } from '../weights/store.ts';

/** What orders a hub's lists beside the profiles: its settings, its weights and its exposure prices. */
export type Tuning = Pick<MatchOptions, 'kind' | 'weights' | 'prices' | 'fairness' | 'diversity'> & {
  readonly kind: Kind;
};

/** How the lists of a kind are ordered in a hub. */
export async function readTuning(db: Queryable, hub: Hub, kind: Kind): Promise<Tuning> {
  const [sought] = soughtBy(kind);
  const pairing = sought && pairingOf(kind, sought);
  if (!pairing) throw new RangeError(`${kind} is not paired with any kind`);
  const name = pairingName(pairing);
  const [weights, prices] = await Promise.all([
    readWeights(db, hub.id, name),
    hub.settings.fairness === 0 ? new Map<string, number>() : readPrices(db, hub.id, name, sought),
  ]);
  const { fairness, diversity } = hub.settings;
  return { kind: sought, fairness, diversity, prices, ...(weights && { weights }) };
}
