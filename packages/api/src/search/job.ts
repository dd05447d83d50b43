import { dayOf } from '@kopru/sdk/engine';
import type { Job } from '../jobs/job.ts';
import { deleteCounts } from './store.ts';

/** Forgets the counts of the days before. */
export const forgetSearches: Job = {
  every: 'daily',
  run: async ({ db, now }) => {
    await deleteCounts(db, dayOf(now)).run();
  },
};
