import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { deleteProfile } from './service.ts';
import { cameBack } from './store.ts';

/** Most profiles that a run erases: each takes about 26 queries, and an invocation has a thousand. */
const AT_ONCE = 25;

/** Erases again what was erased and came back with a restored backup: the profiles that stand beside their tombstone. */
export const replayDeletions: Job = {
  every: 'hourly',
  async run({ env, db, now }) {
    const found = await cameBack(db, AT_ONCE);
    const actor = { kind: 'job', id: 'replay-deletions' } as const;
    for (const profile of found) await deleteProfile(db, { ...profile, actor, now });
    if (found.length === AT_ONCE) await ring(env, 'replay-deletions');
  },
};
