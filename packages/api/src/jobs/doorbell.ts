import type { Bindings } from '../env.ts';
import type { JobName } from './index.ts';

/**
 * Rings for a job, so that it runs now rather than at its next time. A ring that is lost costs only
 * time: the job's own schedule finds the work.
 */
export const ring = (env: Bindings, job: JobName): Promise<void> =>
  env.JOBS.send({ job }).then(
    () => undefined,
    () => undefined,
  );
