import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';

const BOOKMARK = 'kopru-bookmark';

/**
 * Opens D1 with the first query, that of the key, on the primary: nothing revoked or withdrawn is
 * ever served, and every read sees every write before it. The answer carries the bookmark of that
 * state, for those who read a replica themselves.
 */
export const session: MiddlewareHandler<AppEnv> = async (c, next) => {
  const db = c.env.DB.withSession('first-primary');
  c.set('db', db);
  await next();
  const bookmark = db.getBookmark();
  if (bookmark) c.res.headers.set(BOOKMARK, bookmark);
};
