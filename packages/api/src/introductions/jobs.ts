import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { daysAfter } from '../lib/time.ts';
import { REMIND_AFTER } from './limits.ts';
import { findExpired, findWaiting } from './list-store.ts';
import { remind, transition } from './transition.ts';

/** Introductions of one run; each takes about six queries, of which an invocation has a thousand. */
const CHUNK = 50;

/** Lets requests expire that nobody answered. */
export const expireIntroductions: Job = {
  every: 'hourly',
  async run({ env, db, now }) {
    const doer = { actor: { kind: 'job', id: 'expire-introductions' }, hub: undefined } as const;
    const due = await findExpired(db, now, CHUNK);
    for (const introduction of due) await transition(db, introduction, 'expire', doer, now);
    if (due.length > 0) await ring(env, 'deliver-webhooks');
    if (due.length === CHUNK) await ring(env, 'expire-introductions');
  },
};

/** Reminds the asked side of requests that wait: after each of the days once. */
export const remindIntroductions: Job = {
  every: 'daily',
  async run({ env, db, now }) {
    const doer = { actor: { kind: 'job', id: 'remind-introductions' }, hub: undefined } as const;
    let sent = 0;
    // The last reminder first: who missed one gets the later one alone.
    for (const [i, days] of [...REMIND_AFTER.entries()].reverse()) {
      const waiting = await findWaiting(db, i + 1, daysAfter(now, -days), CHUNK - sent);
      for (const introduction of waiting) await remind(db, introduction, i + 1, doer, now);
      sent += waiting.length;
    }
    if (sent > 0) await ring(env, 'deliver-webhooks');
    if (sent === CHUNK) await ring(env, 'remind-introductions');
  },
};
