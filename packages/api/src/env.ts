import type { D1Database, D1DatabaseSession, Fetcher, KVNamespace } from '@cloudflare/workers-types';
import type { Hub } from './hubs/store.ts';

/** The bindings of wrangler.toml. */
export interface Bindings {
  readonly DB: D1Database;
  readonly CACHE: KVNamespace;
  readonly ASSETS: Fetcher;
  readonly KOPRU_ENV: 'local' | 'production';
}

/** What middleware leaves for the routes. */
interface Variables {
  requestId: string;
  /** D1 at least as new as the bookmark that the request carried. */
  db: D1DatabaseSession;
  /** The hub of the key. */
  hub: Hub;
}

export interface AppEnv {
  Bindings: Bindings;
  Variables: Variables;
}
