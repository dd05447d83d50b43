import { INTRODUCTION_STATES, type IntroductionState } from '@kopru/sdk/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Action, nextState, OPEN, TRANSITIONS } from './state.ts';

const ACTIONS = Object.keys(TRANSITIONS) as Action[];
const isOpen = (state: IntroductionState): boolean => (OPEN as readonly string[]).includes(state);

/** The states that a history of tried actions passes through. */
const walk = (first: IntroductionState, actions: readonly Action[]): IntroductionState[] =>
  actions.reduce(
    (states, action) => {
      const last = states.at(-1) as IntroductionState;
      states.push(nextState(last, action) ?? last);
      return states;
    },
    [first],
  );

const histories = fc.tuple(fc.constantFrom(...OPEN), fc.array(fc.constantFrom(...ACTIONS), { maxLength: 12 }));

test('whatever is tried: what is over stays so, and nothing goes back to the hub’s say', () => {
  fc.assert(
    fc.property(histories, ([first, actions]) => {
      const states = walk(first, actions);
      const over = states.findIndex((state) => !isOpen(state));
      if (over >= 0) expect(new Set(states.slice(over)).size).toBe(1);
      const left = states.findIndex((state) => state !== 'awaiting_approval');
      if (left >= 0) expect(states.slice(left)).not.toContain('awaiting_approval');
    }),
  );
});

test('whatever is tried: nothing is accepted but by the asked side, and never past its hub’s say', () => {
  fc.assert(
    fc.property(histories, ([first, actions]) => {
      const states = walk(first, actions);
      const accepted = states.indexOf('accepted');
      if (accepted < 0) return;
      expect(actions[accepted - 1]).toBe('accept');
      expect(TRANSITIONS.accept.by).toBe('asked');
      if (first === 'awaiting_approval') expect(actions.slice(0, accepted - 1)).toContain('approve');
    }),
  );
});

test('the table in words', () => {
  const moves = INTRODUCTION_STATES.flatMap((state) =>
    ACTIONS.flatMap((action) => (nextState(state, action) ? [`${state} ${action} ${nextState(state, action)}`] : [])),
  );
  expect(moves).toEqual([
    'awaiting_approval approve requested',
    'awaiting_approval refuse declined',
    'awaiting_approval withdraw withdrawn',
    'awaiting_approval expire expired',
    'awaiting_approval close withdrawn',
    'requested accept accepted',
    'requested decline declined',
    'requested withdraw withdrawn',
    'requested expire expired',
    'requested close withdrawn',
  ]);
});
