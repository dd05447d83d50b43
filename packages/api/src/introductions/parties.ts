/**
 * Who may be shown to whom right now: the one condition under which two profiles are introduced.
 *
 * @module
 */
import { pairingOf } from '@kopru/sdk/engine';
import { type Kind, mayBeShown, standingOf } from '@kopru/sdk/schema';
import { areBlocked } from '../blocks/store.ts';
import { ApiError } from '../errors.ts';
import { isExchangeId } from '../exchange/cards.ts';
import { exchangeIdOf, resolveCard } from '../exchange/store.ts';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { getProfile } from '../profiles/store.ts';
import type { Party } from './sides.ts';

/**
 * Holds of two profiles in the fields of a request whose kinds seek each other.
 *
 * @throws {ApiError} `invalid_request`, whether there are such profiles or not.
 */
export function assertPaired<Field extends string>(
  request: Readonly<Record<Field, { readonly kind: Kind }>>,
  one: Field,
  other: Field,
): void {
  const [kind, otherKind] = [request[one].kind, request[other].kind];
  if (pairingOf(kind, otherKind)) return;
  throw new ApiError('invalid_request', `No pairing introduces a ${kind} to a ${otherKind}.`, [
    {
      in: 'body',
      path: `/${other}/kind`,
      rule: 'pairing',
      message: `is not sought by ${one}.kind`,
      received: 'string',
    },
  ]);
}

/** The profile that a hub is shown under an id: its own, or one of the exchange. */
export async function findShown(
  db: Queryable,
  hub: Pick<Hub, 'id'>,
  { kind, id }: { readonly kind: Kind; readonly id: string },
): Promise<Party | undefined> {
  if (isExchangeId(id)) {
    const found = await resolveCard(db, hub, kind, id);
    return found && { hub: found.hubId, kind: found.kind, id: found.id };
  }
  const stored = await getProfile(db, hub.id, kind, id);
  return stored && mayBeShown(standingOf(stored.profile)) ? { hub: hub.id, kind, id } : undefined;
}

/** The id by which a hub is shown a profile; undefined when it may not be shown it. */
export async function refFor(
  db: Queryable,
  hub: Pick<Hub, 'id'>,
  { hub: home, kind, id }: Party,
): Promise<string | undefined> {
  if (home === hub.id) return (await findShown(db, hub, { kind, id }))?.id;
  const exchangeId = await exchangeIdOf(db, home, kind, id);
  return exchangeId && (await resolveCard(db, hub, kind, exchangeId)) ? exchangeId : undefined;
}

/** Whether each of two profiles may be shown to the other right now, and neither has blocked the other. */
export async function mayMeet(db: Queryable, a: Party, b: Party): Promise<boolean> {
  const [seesA, seesB, blocked] = await Promise.all([
    refFor(db, { id: b.hub }, a),
    refFor(db, { id: a.hub }, b),
    areBlocked(db, a, b),
  ]);
  return seesA !== undefined && seesB !== undefined && !blocked;
}

/** What the owner of a profile is told that may not be shown to the other side. */
export const notShown = (kind: Kind): string =>
  `The ${kind} may not be shown to the other side: it must be active, with consent to be shown to it.`;
