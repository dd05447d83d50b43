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
 * Refuses a viewer what is not about its own profile, as if it did not exist.
 *
 * @throws {ApiError} `not_found`
 */
export function assertOwn(c: Context<AppEnv>, kind: Kind, id: string): void {
  const principal = c.get('principal');
  if (principal.kind === 'viewer' && (principal.profile.kind !== kind || principal.profile.id !== id))
    throw new ApiError('not_found', `This hub has no ${kind} "${id}".`);
}
