/** Waits between the attempts of a delivery, in milliseconds: 1 minute, 10 minutes, 1, 6 and 24 hours. */
export const WAITS = [60_000, 600_000, 3_600_000, 21_600_000, 86_400_000] as const;

/** Part of a wait by which it is varied, so that the retries after an outage do not arrive together. */
const JITTER = 0.2;

/** Failed attempts in a row after which an endpoint is disabled: those of more than three events. */
export const FAILURES_TO_DISABLE = 20;

/**
 * When a delivery is tried again after so many attempts; undefined when it is dead.
 *
 * @param random a number in [0,1).
 */
export function nextAttempt(attempts: number, now: Date, random: number): Date | undefined {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? undefined : new Date(now.getTime() + wait * (1 + JITTER * (2 * random - 1)));
}
