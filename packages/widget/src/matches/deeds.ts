import { PassEvent, RequestEvent, SaveEvent } from '../events.ts';
import type { Acts } from '../lib/acts.ts';
import type { MatchAction } from '../strings/index.ts';
import type { Match, MatchActions } from './actions.ts';
import { keyOf } from './card.ts';
import type { Feed } from './feed.ts';

/**
 * Does what the reader wants with a match, unless the host page prevents it.
 *
 * @param shown all matches that are on the screen.
 * @param onDone is called when it is done as far as the reader can see.
 */
export function deedsOn(
  element: HTMLElement & { readonly undoSeconds: number },
  acts: Acts<MatchAction>,
  feed: Feed,
  shown: readonly Match[],
  onDone: (id: string, name: MatchAction) => void,
): Pick<MatchActions, 'onSave' | 'onPass' | 'onRequest'> {
  const begin = (event: Event, name: MatchAction, match: Match, send: (idempotencyKey: string) => Promise<void>) => {
    if (!element.dispatchEvent(event)) return;
    const id = keyOf(match);
    acts.begin(id, name, element.undoSeconds, send);
    onDone(id, name);
  };
  return {
    onSave: (match) => begin(new SaveEvent(match), 'save', match, feed.answering(match, shown, { answer: 'saved' })),
    onPass: (match, reason) =>
      begin(
        new PassEvent(match, reason),
        'pass',
        match,
        feed.answering(match, shown, { answer: 'passed', ...(reason && { reason }) }),
      ),
    onRequest: (match, message) => {
      const tell = feed.answering(match, shown, { answer: 'requested' });
      begin(new RequestEvent(match, message), 'request', match, async (idempotencyKey) => {
        await feed.ask(match, message, idempotencyKey);
        await tell(`${idempotencyKey}-told`);
      });
    },
  };
}
