import type { ApplicationState } from '@kopru/sdk/schema';

/** What can become of an application in each state; none: it is final. */
const NEXT: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  applied: ['admitted', 'declined', 'withdrawn'],
  admitted: ['alumni', 'withdrawn'],
  declined: [],
  withdrawn: [],
  alumni: [],
};

export const mayBecome = (from: ApplicationState, to: ApplicationState): boolean => NEXT[from].includes(to);

/** Who takes a place of a call, and belongs to its cohort. */
export const COHORT: readonly ApplicationState[] = ['admitted', 'alumni'];
