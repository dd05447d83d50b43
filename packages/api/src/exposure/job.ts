import { PAIRINGS, type Pairing, pairingName } from '@kopru/sdk/engine';
import type { Bindings } from '../env.ts';
import { findHub, type Hub } from '../hubs/store.ts';
import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { eachHub } from '../lib/each-hub.ts';
import type { Queryable } from '../lib/queryable.ts';
import { DAY } from '../lib/time.ts';
import { isForeign } from '../matches/viewer.ts';
import { openSearch } from '../vectorize/search.ts';
import { readWeights } from '../weights/store.ts';
import { marketOf, priceMarket } from './prices.ts';
import { hubsToPrice, putPrices } from './store.ts';

/**
 * Most pairs of one hub, left × right, that are scored: at some 10 µs each, ten seconds. A hub beyond
 * it, as one that no isolate holds, has no prices: its lists are ordered by score and diversity alone, and the log says so.
 */
const MOST_PAIRS = 1_000_000;

/** Most hubs of one run, and the pairs after which it leaves the others to the next. */
const MOST_HUBS = 20;
const ENOUGH_PAIRS = 500_000;

/** Prices are found anew after so long in any case, for what the exchange brought without a write of the hub. */
const STALE_AFTER = DAY;

/** Finds the exposure prices of the hubs in which something was written since they were last found. */
export const priceExposure: Job = {
  every: 'hourly',
  run: async ({ env, db, now }) => {
    let pairs = 0;
    for (const pairing of PAIRINGS) {
      const hubs = await hubsToPrice(db, pairingName(pairing), new Date(now.getTime() - STALE_AFTER), MOST_HUBS);
      await eachHub('price-exposure', hubs, async (id) => {
        if (pairs >= ENOUGH_PAIRS) return;
        const hub = await findHub(db, id);
        if (hub) pairs += await priceHub(env, db, hub, pairing, now);
      });
      if (pairs >= ENOUGH_PAIRS || hubs.length === MOST_HUBS) return ring(env, 'price-exposure');
    }
  },
};

/** @returns how many pairs were scored. */
async function priceHub(env: Bindings, db: Queryable, hub: Hub, pairing: Pairing, now: Date): Promise<number> {
  const name = pairingName(pairing);
  const index = await (await openSearch({ env, db, hub, waitUntil: () => undefined })).whole();
  const market = index && marketOf(index, pairing);
  const pairs = market ? market.left.length * market.right.length : Number.POSITIVE_INFINITY;
  const tooMany = pairs > MOST_PAIRS;
  // Of a hub that no isolate holds nobody counts them.
  if (tooMany) console.warn(JSON.stringify({ level: 'warn', job: 'price-exposure', hub: hub.id, pairs }));
  const prices =
    tooMany || !market
      ? Object.fromEntries(pairing.sides.map((kind) => [kind, new Map<string, number>()]))
      : priceMarket(index, market, isForeign, await readWeights(db, hub.id, name));
  await db.batch(putPrices(db, { hubId: hub.id, pairing: name, prices, sequence: hub.sequence }, now));
  return tooMany ? 0 : pairs;
}
