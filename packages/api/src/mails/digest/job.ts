import { ring } from '../../jobs/doorbell.ts';
import type { Job } from '../../jobs/job.ts';
import { localDay, nextDue } from './due.ts';
import { type Due, type Queued, queueDue, readDue } from './store.ts';

/** Subscriptions that are moved on at once, and how often in one run: three queries each time. */
const CHUNK = 200;
const CHUNKS = 25;

/**
 * Puts a mail into the outbox for each digest that is due. After an outage a subscription gets one, for
 * the day on which the first was due.
 */
export const queueDigests: Job = {
  every: 'minutely',
  async run({ env, db, now }) {
    for (let chunk = 0; chunk < CHUNKS; chunk++) {
      const due = await readDue(db, now, CHUNK);
      if (due.length === 0) return;
      const queued = due.map((one) => toQueue(one, now));
      await db.batch(queueDue(db, queued, now));
      await ring(env, 'deliver-mails');
      if (due.length < CHUNK) return;
    }
    await ring(env, 'queue-digests');
  },
};

/** The mail of a due digest. One that comes at once is known by its moment, any other by the subscriber's day. */
function toQueue(due: Due, now: Date): Queued {
  const atOnce = due.frequency === 'instantly';
  return {
    id: due.id,
    next_at: due.next_at,
    mail: `mail_${crypto.randomUUID()}`,
    occasion: atOnce ? due.next_at : localDay(new Date(due.next_at), due.time_zone),
    after: atOnce ? null : nextDue(due, now).toISOString(),
  };
}
