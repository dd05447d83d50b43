import type { Kind } from '@kopru/sdk/schema';
import { keepRecent } from '../lib/keep-recent.ts';
import type { Queryable } from '../lib/queryable.ts';
import { readPricesUnless } from './store.ts';

type Prices = ReadonlyMap<string, number>;

/** Most prices that an isolate holds of all hubs together, some 100 bytes each. */
const MOST_HELD = 50_000;

/** What this isolate has read, the one used last at the end: the prices of a large hub take longer to unpack than a list to make. */
const held = new Map<string, { readonly version: string; readonly prices: Prices }>();

/** Exposure prices of one side of a pairing, by id, in points of the score, as D1 has them now. None before the first run. */
export async function readPrices(db: Queryable, hubId: string, pairing: string, kind: Kind): Promise<Prices> {
  const key = `${hubId} ${pairing} ${kind}`;
  const known = held.get(key);
  const { version, prices } = await readPricesUnless(db, hubId, pairing, kind, known?.version);
  const current = known && prices === undefined ? known : { version, prices: prices ?? new Map() };
  held.set(key, current);
  keepRecent(held, key, ({ prices }) => 1 + prices.size, MOST_HELD);
  return current.prices;
}
