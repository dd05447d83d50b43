import type { D1DatabaseSession } from '@cloudflare/workers-types';
import type { Bindings } from '../env.ts';

/** Crons of wrangler.toml. */
export const CRONS = { minutely: '* * * * *', hourly: '7 * * * *', daily: '23 3 * * *' } as const;

export interface JobContext {
  readonly env: Bindings;
  /** The primary. */
  readonly db: D1DatabaseSession;
  readonly now: Date;
}

/** Work that is done outside a request. It finds in D1 what there is to do, and may be cut off and run again at any moment. */
export interface Job {
  readonly every: keyof typeof CRONS;
  run(context: JobContext): Promise<void>;
}
