import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';

const BOOKMARK = 'kopru-bookmark';

/**
 * Opens D1 with the first query, that of the key, on the primary: nothing revoked or withdrawn is
 * ever served, and every read sees every write before it. The answer to a hub or a member carries the
 * bookmark of that state; to visitors it would tell how busy the whole deployment is.
 */
export const session: MiddlewareHandler<AppEnv> = async (c, next) => {
  const db = c.env.DB.withSession('first-primary');
  c.set('db', db);
  await next();
  const bookmark = db.getBookmark();
  const { kind } = c.get('principal') ?? {};
  if (bookmark && (kind === 'secret' || kind === 'viewer')) c.res.headers.set(BOOKMARK, bookmark);
};
