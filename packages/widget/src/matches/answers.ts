import { FeedbackAnswers } from '@kopru/sdk';
import type { Match } from './actions.ts';
import type { Feed } from './feed.ts';

type Answer = Parameters<FeedbackAnswers['give']>[0]['answers'][number];

/** Most matches that one request tells of. */
export const MOST = 100;

/** Tells what was done with a match. @returns what sends it: the same however often it is sent. */
export const answering = (feed: Feed, match: Match, answer: Pick<Answer, 'answer' | 'reason'>) => {
  return (idempotencyKey: string): Promise<void> => give(feed, [{ ...refTo(match), ...answer }], idempotencyKey);
};

/** Tells that matches were on the screen. */
export const tellSeen = (feed: Feed, matches: readonly Match[]): Promise<void> =>
  give(
    feed,
    matches.map((match) => ({ ...refTo(match), answer: 'seen' })),
  );

const give = (feed: Feed, answers: Answer[], idempotencyKey?: string): Promise<void> =>
  feed.send((transport, subject) => new FeedbackAnswers(transport).give({ subject, answers }, { idempotencyKey }));

const refTo = ({ kind, id, rank }: Match) => ({ candidate: { kind, id }, position: rank });
