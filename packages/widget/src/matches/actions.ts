import type { MatchList } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { lazy } from '../lib/lazy.ts';
import type { View } from '../lib/view.ts';
import type { MatchAction } from '../strings/index.ts';

export type Match = MatchList['matches'][number];
type Introduction = NonNullable<NonNullable<Match['history']>['introduction']>;

/** What happens when a button is pressed. */
export const acting = lazy('matches/acting', () => import('./acting.ts'));

/** What a reader can do with a match, as buttons. */
export interface MatchButtons {
  /** Whose form was open last: who closes it goes on at the button that opened it. */
  readonly last: MatchAction | undefined;
  /** What happens could not be loaded. */
  readonly isBroken: boolean;
  readonly onPress: (action: MatchAction) => void;
}

export function matchButtons({ rank, history }: Match, buttons: MatchButtons, { words }: View): TemplateResult {
  const { last, isBroken, onPress } = buttons;
  const { answer, introduction } = history ?? {};
  const isInTouch = /^(?:awaiting|requested|accepted)/.test(introduction?.state ?? '');
  const offered: readonly MatchAction[] =
    answer?.answer === 'passed'
      ? ['restore']
      : [...(isInTouch ? [] : (['request'] as const)), answer ? 'restore' : 'save', 'pass'];
  const first = last && offered.includes(last) ? last : answer ? 'restore' : offered[0];
  const label = (action: MatchAction) =>
    action === 'restore' && answer?.answer === 'saved' ? words.unsave : words.actions[action];
  return html`<div class="buttons" part="actions">
    ${isBroken ? html`<p class="wrong" role="alert">${words.failed}</p>` : nothing}
    ${introduction ? html`<p class="touch" part="touch">${touch(introduction, words)}</p>` : nothing}
    ${offered.map(
      (action) =>
        html`<button type="button" part="button ${action}" class=${action === 'request' ? '' : 'quiet'} ?data-first=${action === first} aria-describedby="name-${rank}" @click=${() => onPress(action)}>
          ${label(action)}
        </button>`,
    )}
  </div>`;
}

/** How an introduction stands. */
function touch({ state, direction }: Introduction, words: View['words']): string {
  if (state !== 'requested' && state !== 'awaiting_approval') return words.touch[state];
  return direction === 'sent' ? words.done.request : words.touch.received;
}
