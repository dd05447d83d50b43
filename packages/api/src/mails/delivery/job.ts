import { ring } from '../../jobs/doorbell.ts';
import type { Job } from '../../jobs/job.ts';
import { attempt } from './attempt.ts';
import { claimMails } from './store.ts';

/** Attempts at once, since a Worker has six connections, and most of one run, which makes a dozen queries for each. */
const AT_ONCE = 6;
const MOST = 48;

/** A run claims nothing more after so many milliseconds. */
const PATIENCE = 30_000;

/** Sends the mails of the outbox that are due (decision 0047 says what "never twice" means). */
export const deliverMails: Job = {
  every: 'minutely',
  run: async ({ env, db, now }) => {
    const end = Date.now() + PATIENCE;
    for (let begun = 0; begun < MOST && Date.now() < end; ) {
      const mails = await claimMails(db, AT_ONCE, now);
      await Promise.all(mails.map((mail) => attempt({ env, db, now }, mail)));
      begun += mails.length;
      // Fewer than there is room for: what is still due waits for its minute.
      if (mails.length < AT_ONCE) return;
    }
    await ring(env, 'deliver-mails');
  },
};
