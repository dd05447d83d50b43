import type { D1Database } from '@cloudflare/workers-types';

/** What stores need of D1: the database itself, or a session of it. */
export type Queryable = Pick<D1Database, 'prepare' | 'batch'>;
