import { type MatchOptions, pairingName, pairingOf, soughtBy } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';
import { ApiError } from '../errors.ts';
import { readPrices } from '../exposure/held-prices.ts';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { readWeights } from '../weights/store.ts';

/** What orders a hub's lists beside the profiles: its settings, its weights and its exposure prices. */
export type Tuning = Pick<MatchOptions, 'kind' | 'weights' | 'prices' | 'fairness' | 'diversity'> & {
  readonly kind: Kind;
};

/**
 * The kind that the lists of a kind hold: the one that is asked for, or the first that it is paired with.
 *
 * @param place where it was asked for: the part of the request, and the JSON Pointer in it.
 * @throws {ApiError} `invalid_request` on a kind that it is not paired with.
 */
export function soughtKind(kind: Kind, asked: Kind | undefined, place: { in: 'body' | 'query'; path: string }): Kind {
  const kinds = soughtBy(kind);
  const found = asked === undefined ? kinds[0] : kinds.find((one) => one === asked);
  if (found) return found;
  const message = `must be a kind that a ${kind} is paired with: ${kinds.join(', ')}`;
  throw new ApiError('invalid_request', `A ${kind} is not paired with a ${asked}.`, [
    { ...place, rule: 'paired', message, received: 'string' },
  ]);
}

/** How the lists of a kind are ordered in a hub. @param sought the kind that they hold @default the first that it is paired with */
export async function readTuning(
  db: Queryable,
  hub: Hub,
  kind: Kind,
  sought: Kind | undefined = soughtBy(kind)[0],
): Promise<Tuning> {
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
