import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';

const METHODS = 'GET, POST, PUT, PATCH, DELETE';
const REQUEST_HEADERS = 'authorization, content-type, idempotency-key, if-match, if-none-match, kopru-viewer';
const ANSWER_HEADERS =
  'etag, idempotency-replayed, kopru-bookmark, location, ratelimit, ratelimit-policy, request-id, retry-after';

/**
 * Cross-origin reads by key. A preflight carries no key and is answered for any origin, which gives
 * nothing away; the answer itself is readable for the origins of the publishable key alone
 * (`auth.ts` sets the variable), so that a secret key is of no use in a browser.
 */
export const cors: MiddlewareHandler<AppEnv> = async (c, next) => {
  const origin = c.req.header('origin');
  if (c.req.method === 'OPTIONS' && origin && c.req.header('access-control-request-method')) {
    return c.body(null, 204, {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': REQUEST_HEADERS,
      'access-control-max-age': '7200',
      vary: 'origin',
    });
  }
  await next();
  c.res.headers.append('vary', 'origin');
  const allowed = c.get('allowedOrigin');
  if (!allowed) return;
  c.res.headers.set('access-control-allow-origin', allowed);
  c.res.headers.set('access-control-expose-headers', ANSWER_HEADERS);
};
