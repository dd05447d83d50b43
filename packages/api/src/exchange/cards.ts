import type { ExchangeCard, Home, Kind } from '@kopru/sdk/schema';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { releasedCards } from './store.ts';

/** Ids of cards of other hubs begin so, and no id of a hub's own profile does. */
export const isExchangeId = (id: string): boolean => id.startsWith('~');

/**
 * The cards of other hubs among some candidates, by `"kind id"`. Consent, agreement, corridor and policy
 * are read anew: what was withdrawn since the index was read has no card.
 */
export async function exchangeCards(
  db: Queryable,
  hub: Pick<Hub, 'id'>,
  refs: readonly { readonly kind: Kind; readonly id: string }[],
): Promise<Map<string, { card: ExchangeCard; home: Home }>> {
  const ids = refs.map(({ id }) => id).filter(isExchangeId);
  if (ids.length === 0) return new Map();
  const found = await releasedCards(db, hub, ids);
  return new Map(found.map(({ exchangeId, profile, card, home }) => [`${profile.kind} ${exchangeId}`, { card, home }]));
}
