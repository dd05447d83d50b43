import type { Bindings } from '../env.ts';
import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { nextAttempt } from '../lib/next-attempt.ts';
import type { Queryable } from '../lib/queryable.ts';
import { DAY } from '../lib/time.ts';
import { attempt } from './attempt.ts';
import {
  type Claim,
  claimDelivery,
  disableEndpoint,
  dispatchEvents,
  forgetEvents,
  settleDelivery,
} from './delivery-store.ts';
import { FAILURES_TO_DISABLE, WAITS } from './schedule.ts';
import { signatureHeaders } from './secret.ts';

/** Most times that a run writes deliveries for a page of events, or forgets one. */
const PAGES = 10;

/** Most attempts of one run, and how many of them at once: a Worker has six connections. */
const ATTEMPTS = 60;
const AT_ONCE = 6;

/** A run begins no attempt after so many milliseconds, so that each is over before its lease. */
const PATIENCE = 30_000;

/** How long an event can be replayed, in milliseconds: 30 days. */
const KEPT = 30 * DAY;

/**
 * Sends events to the endpoints that want them, each at least once: a delivery is claimed before its
 * attempt and settled after it, and one whose attempt is cut off is due again under the same id.
 */
export const deliverWebhooks: Job = {
  every: 'minutely',
  run: async ({ env, db, now }) => {
    const dispatched = await allPages(() => dispatchEvents(db, now));
    const sent = await sendDue(env, db, now);
    if (!dispatched || !sent) await ring(env, 'deliver-webhooks');
  },
};

export const forgetOldEvents: Job = {
  every: 'daily',
  run: async ({ env, db, now }) => {
    const before = new Date(now.getTime() - KEPT);
    if (!(await allPages(() => forgetEvents(db, before)))) await ring(env, 'forget-events');
  },
};

/** Goes on while there are more pages, as far as a run may. Answers whether it came to the end. */
async function allPages(page: () => Promise<boolean>): Promise<boolean> {
  for (let done = 0; done < PAGES; done++) if (!(await page())) return true;
  return false;
}

/** Sends what is due, the next one as soon as a place is free. Answers whether nothing is left. */
async function sendDue(env: Bindings, db: Queryable, now: Date): Promise<boolean> {
  const end = Date.now() + PATIENCE;
  const underWay = new Map<Claim, Promise<void>>();
  let begun = 0;
  while (begun < ATTEMPTS && Date.now() < end) {
    const claim = underWay.size < AT_ONCE ? await claimDelivery(db, [...underWay.keys()], now) : undefined;
    if (claim) {
      begun++;
      underWay.set(
        claim,
        deliver(env, db, claim, now).finally(() => underWay.delete(claim)),
      );
    } else if (underWay.size === 0) return true;
    else await Promise.race(underWay.values());
  }
  await Promise.all(underWay.values());
  return false;
}

async function deliver(env: Bindings, db: Queryable, item: Claim, now: Date): Promise<void> {
  const body = JSON.stringify({ type: item.type, timestamp: item.created_at, data: JSON.parse(item.data) });
  const secrets = [item.secret, ...(item.previous_secret ? [item.previous_secret] : [])];
  const message = { id: item.event_id, body, now: new Date() };
  const signed = await signatureHeaders(env.KOPRU_KEYRING, item.endpoint_id, secrets, message);
  const outcome = await attempt(item.url, signed, body, env.KOPRU_ENV === 'local');
  const next = outcome.delivered ? undefined : nextAttempt(WAITS, item.attempts, now, Math.random());
  const failures = await settleDelivery(db, item, outcome, next, now);
  // 410 says that the receiver is gone for good (Standard Webhooks).
  if (outcome.status === 410 || failures >= FAILURES_TO_DISABLE) await disableEndpoint(db, item, now);
}
