import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';

/** Gives each request an id, which every answer and log line carries. */
export const requestId: MiddlewareHandler<AppEnv> = async (c, next) => {
  const id = crypto.randomUUID();
  c.set('requestId', id);
  await next();
  c.res.headers.set('request-id', id);
};
