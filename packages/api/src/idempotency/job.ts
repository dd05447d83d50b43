import type { Job } from '../jobs/job.ts';
import { deleteOldAnswers } from './store.ts';

/** Forgets the answers that were kept for their time. */
export const forgetAnswers: Job = {
  every: 'hourly',
  run: async ({ db, now }) => {
    await deleteOldAnswers(db, now).run();
  },
};
