/**
 * How often a profile may ask, and how long an answer may take.
 *
 * @module
 */
import type { IntroductionState } from '@kopru/sdk/schema';

/** Requests of one profile within 24 hours. */
export const REQUESTS_A_DAY = 20;

/** Requests of one profile to the members of one hub that are open at a time. */
export const OPEN_AT_ONE_HUB = 10;

/** Days after which a request without an answer expires. */
export const EXPIRES_AFTER = 30;

/** Days after which the asked side is reminded: once each. */
export const REMIND_AFTER = [7, 21] as const;

/**
 * Days for which the same two profiles are not introduced anew. A request that was taken back may
 * have been a slip, and yet nobody is to be rung at all day.
 */
export const PAUSE_AFTER = { declined: 90, expired: 90, withdrawn: 1 } as const satisfies Partial<
  Record<IntroductionState, number>
>;
