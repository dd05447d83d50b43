/** Waits between the attempts of a delivery, in milliseconds: 1 minute, 10 minutes, 1, 6 and 24 hours. */
export const WAITS = [60_000, 600_000, 3_600_000, 21_600_000, 86_400_000] as const;

/** Failed attempts in a row after which an endpoint is disabled: those of more than three events. */
export const FAILURES_TO_DISABLE = 20;
