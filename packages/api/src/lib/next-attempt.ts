/** Part of a wait by which it is varied, so that the retries after an outage do not arrive together. */
const JITTER = 0.2;

/**
 * When something is tried again after so many attempts; undefined when it is given up.
 *
 * @param waits between the attempts, in milliseconds.
 * @param random a number in [0,1).
 */
export function nextAttempt(waits: readonly number[], attempts: number, now: Date, random: number): Date | undefined {
  const wait = waits[attempts - 1];
  return wait === undefined ? undefined : new Date(now.getTime() + wait * (1 + JITTER * (2 * random - 1)));
}
