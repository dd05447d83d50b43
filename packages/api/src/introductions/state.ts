/**
 * The states of an introduction and what moves it from one to the next. Nothing else changes a state.
 *
 * @module
 */
import type { EventType, IntroductionState } from '@kopru/sdk/schema';

/** States in which an answer is still to come. */
export const OPEN = ['awaiting_approval', 'requested'] as const satisfies readonly IntroductionState[];

/** Whose act it is: the asked hub's staff decides before its member sees anything; nobody but the system lets time pass. */
export type Role = 'asker' | 'asked' | 'asked_hub' | 'system';

interface Transition {
  readonly by: Role;
  readonly from: readonly IntroductionState[];
  readonly to: IntroductionState;
  /** What both hubs hear of it. A refusal sounds as a decline: the asking side cannot tell who said no. */
  readonly event: EventType;
}

export const TRANSITIONS = {
  approve: { by: 'asked_hub', from: ['awaiting_approval'], to: 'requested', event: 'introduction.approved' },
  refuse: { by: 'asked_hub', from: ['awaiting_approval'], to: 'declined', event: 'introduction.declined' },
  accept: { by: 'asked', from: ['requested'], to: 'accepted', event: 'introduction.accepted' },
  decline: { by: 'asked', from: ['requested'], to: 'declined', event: 'introduction.declined' },
  withdraw: { by: 'asker', from: OPEN, to: 'withdrawn', event: 'introduction.withdrawn' },
  expire: { by: 'system', from: OPEN, to: 'expired', event: 'introduction.expired' },
  /** A side may no longer be shown to the other. */
  close: { by: 'system', from: OPEN, to: 'withdrawn', event: 'introduction.withdrawn' },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;

/** The state that an action leads to; undefined where it is not allowed. */
export function nextState(state: IntroductionState, action: Action): IntroductionState | undefined {
  const { from, to }: Transition = TRANSITIONS[action];
  return from.includes(state) ? to : undefined;
}
