import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';

const BOOKMARK = 'kopru-bookmark';

/**
 * Opens D1 at a state that is at least as new as the bookmark of an earlier answer. Without one
 * the first query goes to the primary, so that a revoked key or a withdrawn profile never shows.
 */
export const session: MiddlewareHandler<AppEnv> = async (c, next) => {
  const db = c.env.DB.withSession(c.req.header(BOOKMARK) || 'first-primary');
  c.set('db', db);
  await next();
  const bookmark = db.getBookmark();
  if (bookmark) c.res.headers.set(BOOKMARK, bookmark);
};
