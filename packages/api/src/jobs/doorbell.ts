import type { Bindings } from '../env.ts';
import type { JobName } from './index.ts';

/** What the queue carries: which job has something to do. What it is stands in D1. */
export interface JobMessage {
  readonly job: JobName;
}

/**
 * Rings for a job, so that it runs now rather than at its next time. A ring that is lost costs only
 * time: the job's own schedule finds the work.
 */
export const ring = (env: Bindings, job: JobName): Promise<void> =>
  env.JOBS.send({ job }).then(
    () => undefined,
    () => undefined,
  );
