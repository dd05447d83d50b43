import type { Kind } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { assertOwn } from '../lib/principal.ts';

type Ref = { readonly kind: Kind; readonly id: string };

/** The profile of a viewer; undefined for a hub's server. */
export function viewerProfile(c: Context<AppEnv>): Ref | undefined {
  const principal = c.get('principal');
  return principal.kind === 'viewer' ? principal.profile : undefined;
}

/**
 * The profile whose rows a list holds: the one that the query names, a viewer's own, or that of all.
 *
 * @throws {ApiError} `not_found` when a viewer names another than its own.
 */
export function ownerOf(
  c: Context<AppEnv>,
  { kind, id }: { readonly kind?: Kind | undefined; readonly id?: string | undefined },
): Ref | undefined {
  if (kind === undefined || id === undefined) return viewerProfile(c);
  assertOwn(c, kind, id);
  return { kind, id };
}
