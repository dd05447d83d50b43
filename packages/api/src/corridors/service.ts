import type { KVNamespace } from '@cloudflare/workers-types';
import type { CorridorList } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';
import { countCorridors } from './store.ts';
import { publicCounts } from './suppress.ts';

/** How long the numbers stand, in seconds. Who looks twice in between learns nothing from the difference. */
export const LIFE = 300;

/** The public numbers of all corridors, counted at most once in five minutes. */
export async function corridorNumbers(db: Queryable, cache: KVNamespace, now: Date): Promise<CorridorList> {
  const key = `corridors/${Math.floor(now.getTime() / 1000 / LIFE)}`;
  const kept = await cache.get<CorridorList>(key, 'json').catch(() => null);
  if (kept) return kept;
  const { byHome, byReceiver } = await countCorridors(db);
  const numbers = { items: publicCounts(byHome, byReceiver), asOf: now.toISOString() };
  // A cache that cannot be written costs time and nothing else.
  await cache.put(key, JSON.stringify(numbers), { expirationTtl: 2 * LIFE }).catch(() => undefined);
  return numbers;
}
