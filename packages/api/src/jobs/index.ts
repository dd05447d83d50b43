/**
 * The registry of jobs. A job is a file beside its noun and one line here.
 *
 * @module
 */

import type { Message, MessageBatch, ScheduledController } from '@cloudflare/workers-types';
import { announceMatchesJob } from '../announcements/job.ts';
import type { Bindings, JobMessage } from '../env.ts';
import { priceExposure } from '../exposure/job.ts';
import { eraseHubs } from '../hubs/job.ts';
import { forgetAnswers } from '../idempotency/job.ts';
import { runImportsJob } from '../imports/run/job.ts';
import { expireIntroductions, remindIntroductions } from '../introductions/jobs.ts';
import { logFailure } from '../lib/log-failure.ts';
import { deliverMails } from '../mails/delivery/job.ts';
import { queueDigests } from '../mails/digest/job.ts';
import { isSendingEvent, reportOf, type SendingEvent } from '../mails/intake/event.ts';
import { takeReport } from '../mails/intake/take.ts';
import { makePlans } from '../plans/job.ts';
import { replayDeletions } from '../profiles/replay.ts';
import { retention } from '../profiles/retention.ts';
import { forgetSearches } from '../search/job.ts';
import { writeSnapshots } from '../snapshots/job.ts';
import { chooseIndexes, syncVectors } from '../vectorize/job.ts';
import { deliverWebhooks, forgetOldEvents } from '../webhooks/job.ts';
import { learnWeightsJob } from '../weights/job.ts';
import { CRONS, type Job } from './job.ts';

const JOBS = {
  // Before those that open the search of a hub, which may wait for them.
  'choose-indexes': chooseIndexes,
  'sync-vectors': syncVectors,
  'erase-hubs': eraseHubs,
  'forget-answers': forgetAnswers,
  'forget-searches': forgetSearches,
  'forget-events': forgetOldEvents,
  retention,
  'replay-deletions': replayDeletions,
  'expire-introductions': expireIntroductions,
  'remind-introductions': remindIntroductions,
  'deliver-webhooks': deliverWebhooks,
  'learn-weights': learnWeightsJob,
  'price-exposure': priceExposure,
  'announce-matches': announceMatchesJob,
  // After what it finds, and before what it queues is sent.
  'queue-digests': queueDigests,
  'deliver-mails': deliverMails,
  'make-plans': makePlans,
  'write-snapshots': writeSnapshots,
  // The last one, since it is the one that takes long.
  'run-imports': runImportsJob,
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof JOBS;
const NAMES = Object.keys(JOBS) as JobName[];

/** One job after the other; one that fails is logged and stops none of the others. */
async function run(env: Bindings, names: readonly JobName[], now: Date): Promise<void> {
  for (const name of names) {
    try {
      await JOBS[name].run({ env, db: env.DB.withSession('first-primary'), now });
    } catch (error) {
      logFailure({ job: name }, error);
    }
  }
}

export const onSchedule = ({ cron, scheduledTime }: ScheduledController, env: Bindings): Promise<void> =>
  run(
    env,
    NAMES.filter((name) => CRONS[JOBS[name].every] === cron),
    new Date(scheduledTime),
  );

/** Rings for jobs, and events of mails that Cloudflare sent for us (`mails/intake/event.ts`). */
export async function onQueue(batch: MessageBatch<JobMessage | SendingEvent>, env: Bindings): Promise<void> {
  const now = new Date();
  const rung = new Set<string>();
  for (const message of batch.messages) {
    if (isSendingEvent(message.body)) await takeEvent(env, message as Message<SendingEvent>, now);
    else rung.add(message.body.job);
  }
  await run(
    env,
    [...rung].filter((name): name is JobName => name in JOBS),
    now,
  );
}

/** One event; it comes again where it could not be taken. */
async function takeEvent(env: Bindings, message: Message<SendingEvent>, now: Date): Promise<void> {
  try {
    const report = reportOf(message.body);
    if (report) await takeReport(env.DB.withSession('first-primary'), report, now);
  } catch (error) {
    logFailure({ job: 'mail-events' }, error);
    message.retry();
  }
}
