/**
 * Whether a profile may be shown to others at all: one rule, for the engine's gates and for everything
 * else that shows a profile.
 *
 * @module
 */

/** What the rule asks of a profile. */
export interface Standing {
  /** Its status lets it be shown to others. */
  readonly active: boolean;
  /** Its owner agreed to be shown to others. */
  readonly consent: boolean;
  /** Its owner agreed to be found by visitors who are not known. */
  readonly search: boolean;
}

interface Shown {
  readonly status?: string | undefined;
  readonly consent?: { readonly matching: boolean; readonly search?: boolean | undefined } | undefined;
}

/** The standing of a profile of the wire. Consent that is not given is a no. */
export const standingOf = ({ status, consent }: Shown): Standing => ({
  active: status === 'active',
  consent: consent?.matching === true,
  search: consent?.search === true,
});

/** Whether a profile may be shown to others. One that may not is in no list, not even among the near misses. */
export const mayBeShown = ({ active, consent }: Pick<Standing, 'active' | 'consent'>): boolean => active && consent;
