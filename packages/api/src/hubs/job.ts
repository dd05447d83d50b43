import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { prefixOf as embeddingsOf, LIFETIME } from '../lib/embed-cache.ts';
import { forgetKeys } from '../lib/forget-keys.ts';
import { prefixOf as snapshotOf } from '../snapshots/write.ts';
import { closedHubs, deleteHub, erasedSince } from './erase-store.ts';

/** Most hubs whose entries in KV one run looks for; they also end by themselves after their lifetime. */
const HUBS_AT_ONCE = 3;

/** Deletes what is left of hubs that were erased: in D1, and in KV for as long as an entry may live there. */
export const eraseHubs: Job = {
  every: 'minutely',
  async run({ env, db, now }) {
    const closed = await closedHubs(db);
    for (const id of closed) {
      // While its row keeps others from writing one.
      await forgetKeys(env.CACHE, snapshotOf(id)).catch(() => undefined);
      await deleteHub(db, id);
    }
    if (closed.length > 0) await ring(env, 'deliver-webhooks');
    // A request that was under way may have written an entry after the hub was gone. What fails here, as
    // beyond the 1,000 operations of a run, is tried again by the next.
    const alive = new Date(now.getTime() - 2 * LIFETIME * 1000);
    for (const id of await erasedSince(db, alive, HUBS_AT_ONCE)) {
      for (const prefix of [embeddingsOf(id), snapshotOf(id)])
        await forgetKeys(env.CACHE, prefix).catch(() => undefined);
    }
  },
};
