import type { Kind, Scope } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';

/** Who a request comes from, as its credentials show. */
export type Principal =
  /** The token that the deployment prints once; it can only make an operator key. */
  | { readonly kind: 'bootstrap'; readonly keyId: string }
  /** Runs the deployment: creates and erases hubs, and reads nothing of them. */
  | { readonly kind: 'operator'; readonly keyId: string }
  /** A hub's server. */
  | { readonly kind: 'secret'; readonly keyId: string; readonly scopes: readonly Scope[] }
  /** The owner of one profile, in a browser: a publishable key with a viewer token. */
  | { readonly kind: 'viewer'; readonly keyId: string; readonly profile: { readonly kind: Kind; readonly id: string } }
  /** A visitor of a hub's site: a publishable key alone. */
  | { readonly kind: 'anonymous'; readonly keyId: string };

/**
 * Refuses a secret key to give somebody else scopes that it does not have.
 *
 * @throws {ApiError} `forbidden`
 */
export function assertHolds(c: Context<AppEnv>, scopes: readonly Scope[]): void {
  const principal = c.get('principal');
  if (principal.kind !== 'secret') return;
  const lacking = scopes.filter((scope) => !principal.scopes.includes(scope));
  if (lacking.length > 0)
    throw new ApiError('forbidden', `A key gives no more than it has; this one lacks ${lacking.join(', ')}.`);
}

/**
 * In whose name a request acts: what one of them keeps under a key of its own choice is nobody else's.
 * The servers of a hub are one, so that a retry may come from another of them.
 */
export const actsFor = (principal: Principal): string =>
  principal.kind === 'viewer' ? `${principal.profile.kind}:${principal.profile.id}` : principal.kind;

/**
 * Refuses a viewer what is not about its own profile, as if it did not exist.
 *
 * @throws {ApiError} `not_found`
 */
export function assertOwn(c: Context<AppEnv>, kind: Kind, id: string): void {
  const principal = c.get('principal');
  if (principal.kind === 'viewer' && (principal.profile.kind !== kind || principal.profile.id !== id))
    throw new ApiError('not_found', `This hub has no ${kind} "${id}".`);
}
