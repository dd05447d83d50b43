import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { findHubByKey } from '../hubs/store.ts';
import { hashKey, isWellFormedKey } from '../lib/keys.ts';

/** Lets a request in on `Authorization: Bearer <secret key>` and leaves the key's hub for the routes. */
export const auth: MiddlewareHandler<AppEnv> = async (c, next) => {
  const [scheme, key] = (c.req.header('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !key) {
    throw new ApiError('unauthorized', 'Send the header "Authorization: Bearer <secret key>".');
  }
  // One answer for a mistyped, an unknown and a revoked key: a stranger learns nothing from it.
  const hub = isWellFormedKey(key) ? await findHubByKey(c.get('db'), await hashKey(key)) : undefined;
  if (!hub) throw new ApiError('unauthorized', 'This key is not valid.');
  c.set('hub', hub);
  await next();
};
