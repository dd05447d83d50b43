import type { IntroductionView } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { Box } from '../strings/introductions/index.ts';
import type { View } from './view.ts';

/** The side of an introduction that the reader is not. */
export const otherOf = ({ from, to }: IntroductionView, box: Box): IntroductionView['from'] =>
  box === 'received' ? from : to;

/**
 * An introduction: who, how it stands, the message and the dates.
 *
 * @param actions what the reader can do with it, did, or sees of it since.
 */
export function introductionCard(
  introduction: IntroductionView,
  box: Box,
  view: View,
  actions: TemplateResult | typeof nothing,
): TemplateResult {
  const { own, words, labels } = view;
  const { id, message, lang, createdAt, expiresAt, decidedAt } = introduction;
  const { kind, card, home } = otherOf(introduction, box);
  const state = stateOf(introduction);
  const date = (label: string, time: string) =>
    html`<div><dt>${label}</dt><dd><time datetime=${time}>${labels.date(time)}</time></dd></div>`;
  return html`<article class="card" part="card" data-place=${id} tabindex="-1" aria-labelledby="name-${id}">
    <header>
      <div class="who">
        <h3 part="name" id="name-${id}">${card?.name ?? own.hidden}</h3>
        <p class="hint">${words.kinds[kind]}${home ? ` · ${home.name}` : ''}</p>
      </div>
      <p class="state ${state === 'requested' || state === 'accepted' ? 'live' : ''}" part="state">${state === 'requested' ? own.waiting[box] : own.states[state]}</p>
    </header>
    ${message ? html`<blockquote part="quote" lang=${lang ?? nothing} aria-label=${own.message}>${message}</blockquote>` : nothing}
    <dl class="facts" part="facts">
      ${date(own.dates.created, createdAt)} ${state === 'requested' ? date(own.dates.expires, expiresAt) : nothing}
      ${decidedAt ? date(own.dates.decided, decidedAt) : nothing}
    </dl>
    ${actions}
  </article>`;
}

/** A state that a newer API may know is one that nothing can be done in, as an expired one. */
export function stateOf({ state }: IntroductionView): 'requested' | keyof View['own']['states'] {
  if (state === 'awaiting_approval' || state === 'requested') return 'requested';
  return state === 'accepted' || state === 'declined' || state === 'withdrawn' ? state : 'expired';
}
