import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from '../env.ts';

/**
 * One line of JSON and one data point for each request. The route is the pattern, not the path: what a
 * path or a query names may be a person's, and no line holds a key, a contact or a text.
 */
export const log: MiddlewareHandler<AppEnv> = async (c, next) => {
  const began = Date.now();
  await next();
  const line = {
    route: matchedRoutes(c)
      .map(({ path }) => path)
      .findLast((path) => !path.includes('*')),
    method: c.req.method,
    status: c.res.status,
    // The clock of a deployed Worker stands still while it computes: this is time waited.
    ms: Date.now() - began,
    hub: c.get('hub')?.id,
    key: c.get('principal')?.keyId,
  };
  if (c.env.KOPRU_LOG === 'requests')
    console.log(JSON.stringify({ level: 'info', requestId: c.get('requestId'), ...line }));
  c.env.METRICS?.writeDataPoint({
    indexes: [line.hub ?? ''],
    blobs: [line.route ?? '', line.method, String(line.status)],
    doubles: [line.ms],
  });
};
