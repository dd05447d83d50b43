import { type EmbeddedProfile, type MatchIndex, matchPair, pairingOf } from '@kopru/sdk/engine';
import type { Feedback } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { ApiError } from '../errors.ts';
import { guardedBatch } from '../lib/guarded-batch.ts';
import type { Queryable } from '../lib/queryable.ts';
import {
  answeredSignals,
  forgetOldest,
  guardThere,
  insertAnswers,
  type SignalValues,
  type StoredAnswer,
  takeBack,
} from './store.ts';

/**
 * Keeps what a member did with the matches that it was shown. A pair that was told of before keeps the
 * signals of then; a new one must be eligible now, since nothing else can have been shown.
 *
 * @throws {ApiError} `not_found` on a candidate that cannot have been shown, whether it is there or not;
 *   `invalid_request` on one of a kind that the subject is not paired with. Nothing is kept then.
 */
export async function giveFeedback(
  db: Queryable,
  hubId: string,
  actor: Actor,
  index: MatchIndex,
  subject: EmbeddedProfile,
  { subject: ref, answers }: Feedback,
  now: Date,
): Promise<void> {
  const known = await answeredSignals(db, hubId, ref);
  const kept = answers.map((answer, i): StoredAnswer => {
    const { kind, id } = answer.candidate;
    if (!pairingOf(ref.kind, kind)) throw unpaired(i);
    const signals = known(answer.candidate) ?? signalsOf(index, subject, answer.candidate);
    if (!signals) throw new ApiError('not_found', `answers/${i}: this list shows no ${kind} "${id}".`);
    return { ...answer, signals };
  });
  const standing = lastOfEach(kept);
  const counts: Record<string, number> = {};
  for (const { answer } of kept) counts[answer] = (counts[answer] ?? 0) + 1;
  await guardedBatch(
    db,
    [
      guardThere(db, hubId, ref, kept),
      ...takeBack(db, hubId, ref, standing),
      insertAnswers(db, hubId, ref, standing, now),
      forgetOldest(db, hubId, ref),
      record(db, hubId, actor, { action: 'feedback.given', subject: ref, details: { answers: counts } }, now),
    ],
    new ApiError('not_found', 'The subject or one of the candidates was erased meanwhile.'),
  );
}

const OPINIONS: readonly string[] = ['undecided', 'passed', 'saved'];

/** Of what was thought of one match, one after the other, the last; and all other answers. */
function lastOfEach(answers: readonly StoredAnswer[]): StoredAnswer[] {
  const isOpinion = ({ answer }: StoredAnswer) => OPINIONS.includes(answer);
  const name = ({ candidate: { kind, id } }: StoredAnswer) => `${kind} ${id}`;
  const last = new Map(answers.filter(isOpinion).map((answer) => [name(answer), answer]));
  return answers.filter((answer) => !isOpinion(answer) || last.get(name(answer)) === answer);
}

/** The signals of a pair as they are, for learning: what is hidden from the member counts as well. */
function signalsOf(
  index: MatchIndex,
  subject: EmbeddedProfile,
  { kind, id }: Feedback['subject'],
): SignalValues | undefined {
  const candidate = index.get(kind, id);
  const pair = candidate && matchPair(subject, candidate);
  return pair?.eligible ? Object.fromEntries(pair.signals.map(({ name, value }) => [name, value])) : undefined;
}

const unpaired = (i: number) =>
  new ApiError('invalid_request', 'The candidate is of a kind that the subject is not paired with.', [
    {
      in: 'body',
      path: `/answers/${i}/candidate/kind`,
      rule: 'paired',
      message: 'must be a kind that the subject is paired with',
      received: 'string',
    },
  ]);
