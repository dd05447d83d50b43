import { findHub } from '../hubs/store.ts';
import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { eachHub } from '../lib/each-hub.ts';
import type { Queryable } from '../lib/queryable.ts';
import { RETAINERS } from './retain.ts';
import { giveBack, takeHub } from './retention-store.ts';

/** Most hubs of one run: an invocation has a thousand queries, of which a page of profiles takes most. */
const MOST_HUBS = 15;

/** Forgets what hubs no longer keep, by their settings. */
export const retention: Job = {
  every: 'daily',
  async run({ env, db, now }) {
    for (let taken = 0, more = false; taken < MOST_HUBS && !more; taken++) {
      const id = await takeHub(db, now);
      if (id === undefined) return;
      await eachHub('retention', [id], async () => {
        more = await retain(db, id, now);
      });
    }
    await ring(env, 'retention');
  },
};

/** One page of what a hub forgets. Answers whether there may be more, which the next run then begins with. */
async function retain(db: Queryable, id: string, now: Date): Promise<boolean> {
  const hub = await findHub(db, id);
  if (!hub) return false;
  for (const retainer of RETAINERS) {
    if (await retainer(db, hub, now)) {
      await giveBack(db, id);
      return true;
    }
  }
  return false;
}
