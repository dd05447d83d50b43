import type { MatchAction } from '../strings/index.ts';
import type { Match } from './actions.ts';

type History = NonNullable<Match['history']>;
type Answer = NonNullable<History['answer']>;

const NEW: History = { seenAt: null, answer: null };

/** A match after something was done with it, as the next list will tell it. */
export function after(match: Match, name: MatchAction, reason?: Answer['reason']): Match {
  const history = match.history ?? NEW;
  if (name === 'request')
    return { ...match, history: { ...history, introduction: { id: '', state: 'requested', direction: 'sent' } } };
  const answer: Answer | null =
    name === 'restore' ? null : { answer: name === 'save' ? 'saved' : 'passed', at: '', ...(reason && { reason }) };
  return { ...match, history: { ...history, answer } };
}
