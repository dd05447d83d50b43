import { findHub } from '../hubs/store.ts';
import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { eachHub } from '../lib/each-hub.ts';
import { announceMatches } from './announce.ts';
import { hubsToLookThrough } from './cursor-store.ts';

/** Most hubs and most chunks of one run: an invocation has a thousand queries. */
const MOST_HUBS = 20;
const MOST_CHUNKS = 40;

/** After so many milliseconds a run leaves the rest to the next one. */
const RUN = 20_000;

/** Announces the matches that writes have brought to the hubs that want to hear of them. */
export const announceMatchesJob: Job = {
  every: 'minutely',
  async run({ env, db, now }) {
    const end = Date.now() + RUN;
    let chunks = 0;
    let announced = 0;
    let more = false;
    const hubs = await hubsToLookThrough(db, MOST_HUBS);
    await eachHub('announce-matches', hubs, async (id) => {
      const hub = await findHub(db, id);
      if (!hub) return;
      const looked = await announceMatches(env, db, hub, now, () => chunks++ >= MOST_CHUNKS || Date.now() > end);
      announced += looked.announced;
      more ||= !looked.done || hubs.length === MOST_HUBS;
    });
    if (announced > 0) await ring(env, 'deliver-webhooks');
    if (more) await ring(env, 'announce-matches');
  },
};
