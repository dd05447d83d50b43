import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { eachHub } from '../lib/each-hub.ts';
import { learnHub } from './service.ts';
import { hubsToLearn } from './store.ts';

/** Most hubs of one run; each learns from at most 5,000 answers. */
const MOST_HUBS = 10;

/** Learns the weights of the hubs that have new answers. */
export const learnWeightsJob: Job = {
  every: 'hourly',
  run: async ({ env, db, now }) => {
    const hubs = await hubsToLearn(db, MOST_HUBS);
    await eachHub('learn-weights', hubs, (hubId) => learnHub(db, hubId, { kind: 'job', id: 'learn-weights' }, now));
    if (hubs.length === MOST_HUBS) await ring(env, 'learn-weights');
  },
};
