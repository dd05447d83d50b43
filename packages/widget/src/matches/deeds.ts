import { Introductions } from '@kopru/sdk';
import { PassEvent, type PassReason, RequestEvent, RestoreEvent, SaveEvent } from '../events.ts';
import type { Acts } from '../lib/acts.ts';
import type { MatchAction } from '../strings/index.ts';
import type { Match } from './actions.ts';
import { answering } from './answers.ts';
import { keyOf } from './card.ts';
import type { Feed } from './feed.ts';
import { after } from './history.ts';

interface Deeds {
  readonly onSave: (match: Match) => void;
  readonly onPass: (match: Match, reason: PassReason | undefined) => void;
  readonly onRestore: (match: Match) => void;
  readonly onRequest: (match: Match, message: string) => void;
}

/**
 * Does what the reader wants with a match, unless the host page prevents it.
 *
 * @param onDone is called when it is done as far as the reader can see.
 * @param onSent is called when the API has it, with what that makes of the match.
 */
export function deedsOn(
  element: HTMLElement & { readonly undoSeconds: number },
  acts: Acts<MatchAction>,
  feed: Feed,
  onDone: (id: string, name: MatchAction) => void,
  onSent: (id: string, after: (match: Match) => Match) => void,
): Deeds {
  const begin = (
    event: Event,
    name: MatchAction,
    match: Match,
    send: (idempotencyKey: string) => Promise<void>,
    reason?: PassReason,
  ) => {
    if (!element.dispatchEvent(event)) return;
    const id = keyOf(match);
    acts.begin(id, name, element.undoSeconds, async (idempotencyKey) => {
      await send(idempotencyKey);
      onSent(id, (now) => after(now, name, reason));
    });
    onDone(id, name);
  };
  return {
    onSave: (match) => begin(new SaveEvent(match), 'save', match, answering(feed, match, { answer: 'saved' })),
    onPass(match, reason) {
      const send = answering(feed, match, { answer: 'passed', ...(reason && { reason }) });
      begin(new PassEvent(match, reason), 'pass', match, send, reason);
    },
    onRestore: (match) =>
      begin(new RestoreEvent(match), 'restore', match, answering(feed, match, { answer: 'undecided' })),
    onRequest(match, message) {
      const tell = answering(feed, match, { answer: 'requested' });
      begin(new RequestEvent(match, message), 'request', match, async (idempotencyKey) => {
        const { kind, id } = match;
        await feed.send((transport, from) =>
          new Introductions(transport).ask({ from, to: { kind, id }, message }, { idempotencyKey }),
        );
        feed.introduced();
        await tell(`${idempotencyKey}-told`);
      });
    },
  };
}
