/**
 * The registry of jobs. A job is a file beside its noun and one line here.
 *
 * @module
 */
import type { MessageBatch, ScheduledController } from '@cloudflare/workers-types';
import type { Bindings } from '../env.ts';
import { forgetAnswers } from '../idempotency/job.ts';
import type { JobMessage } from './doorbell.ts';
import { CRONS, type Job } from './job.ts';

export const JOBS = {
  'forget-answers': forgetAnswers,
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof JOBS;
const NAMES = Object.keys(JOBS) as JobName[];

/** One job after the other; one that fails is logged and stops none of the others. */
async function run(env: Bindings, names: readonly JobName[], now: Date): Promise<void> {
  for (const name of names) {
    try {
      await JOBS[name].run({ env, db: env.DB.withSession('first-primary'), now });
    } catch (error) {
      const { name: kind, stack = '' } = error as Error;
      const at = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
      console.error(JSON.stringify({ level: 'error', job: name, name: kind, stack: at }));
    }
  }
}

export const onSchedule = ({ cron, scheduledTime }: ScheduledController, env: Bindings): Promise<void> =>
  run(
    env,
    NAMES.filter((name) => CRONS[JOBS[name].every] === cron),
    new Date(scheduledTime),
  );

export const onQueue = (batch: MessageBatch<JobMessage>, env: Bindings): Promise<void> =>
  run(
    env,
    [...new Set(batch.messages.map(({ body }) => body.job))].filter((name) => name in JOBS),
    new Date(),
  );
