import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EmbeddedProfile, NormalProfile } from '@kopru/sdk/engine';

/** More threads than this take more memory (50 MB each) than they save time. */
const MOST_THREADS = 4;

/**
 * Embeds many profiles on all cores, with the embedded model, in no particular order.
 *
 * @param onEmbedded is given each profile as it is ready.
 */
export async function embedInThreads(
  profiles: readonly NormalProfile[],
  onEmbedded: (profile: NormalProfile, embedded: EmbeddedProfile) => void,
): Promise<void> {
  const queue = [...profiles];
  const threads = Math.min(MOST_THREADS, availableParallelism(), queue.length);
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(new URL('./embed-worker.ts', import.meta.url));
      try {
        for (let profile = queue.shift(); profile; profile = queue.shift()) {
          worker.postMessage(profile);
          // `once` rejects on the worker's 'error' event, so that a failed load ends the seeding with its cause.
          const [embedded] = (await once(worker, 'message')) as [EmbeddedProfile];
          onEmbedded(profile, embedded);
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
}
