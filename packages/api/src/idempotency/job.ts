import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { deleteOldAnswers } from './store.ts';

/** Most statements of one run. */
const PAGES = 10;

/** Forgets the answers that were kept for their time. */
export const forgetAnswers: Job = {
  every: 'hourly',
  run: async ({ env, db, now }) => {
    for (let page = 0; page < PAGES; page++) if (!(await deleteOldAnswers(db, now))) return;
    await ring(env, 'forget-answers');
  },
};
