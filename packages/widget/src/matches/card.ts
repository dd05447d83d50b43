import type { Kind, MatchList } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { making } from './making.ts';
import { reason } from './message.ts';
import { scoreBlock } from './score.ts';
import type { View } from './view.ts';

type Match = MatchList['matches'][number];

/**
 * A match: who, how well, why, what to mind; and, folded, the whole text and how the score is made.
 *
 * @param isNew it was not on the reader's screen before.
 * @param actions what the reader can do with it, if anything.
 */
export function matchCard(
  match: Match,
  subject: Kind,
  view: View,
  isNew: boolean,
  actions: TemplateResult | typeof nothing,
): TemplateResult {
  const { words } = view;
  const isSaved = match.history?.answer?.answer === 'saved';
  const langs = { [subject]: view.subjectLang, [match.kind]: match.card.lang ?? '' };
  return html`<article class="card" part="card" data-place=${keyOf(match)} tabindex="-1" aria-labelledby="name-${match.rank}">
    <header>
      ${
        isNew || isSaved
          ? html`<p class="marks">
              ${isNew ? html`<span part="mark new">${words.isNew}</span>` : nothing}
              ${isSaved ? html`<span part="mark saved">${words.done.save}</span>` : nothing}
            </p>`
          : nothing
      }
      <h3 part="name" id="name-${match.rank}">${match.card.name}</h3>
      ${scoreBlock(match.score, view)}
    </header>
    ${factList(match)}
    ${
      match.reasons.length
        ? html`<h4>${words.reasons}</h4>
          <ul class="reasons" part="reasons">${match.reasons.map((message) => reason(message, langs, view))}</ul>`
        : nothing
    }
    ${match.cautions.map(({ text }) => text && html`<p class="caution" part="caution"><strong>${words.caution}</strong> ${text}</p>`)}
    ${fullText(match, view)}
    ${making(match, view)} ${actions}
  </article>`;
}

/** A match that the reader has passed over: who, why, and the way back. */
export function passedCard(match: Match, { words }: View, actions: TemplateResult): TemplateResult {
  const { answer } = match.history ?? {};
  const why = answer?.reason && words.passReasons[answer.reason];
  return html`<article class="card passed" part="card passed" data-place=${keyOf(match)} tabindex="-1" aria-labelledby="name-${match.rank}">
    <h3 part="name" id="name-${match.rank}">${match.card.name}</h3>
    ${answer?.answer === 'passed' ? html`<p class="hint">${words.done.pass}${why ? ` · ${why}` : ''}</p>` : nothing}
    ${actions}
  </article>`;
}

/** Names a card of a list. */
export const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`;

/** What a profile states, as a list of terms. Without words (`explain` was not asked for) there is nothing to show. */
export const factList = ({ facts = [] }: Pick<Match, 'facts'>): TemplateResult =>
  html`<dl class="facts" part="facts">
    ${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
  </dl>`;

/** The whole text, folded. */
export function fullText({ card }: Pick<Match, 'card'>, { words }: View): TemplateResult | typeof nothing {
  const text = textOf(card);
  if (!text) return nothing;
  return html`<details part="text">
    <summary>${words.fullText}</summary>
    <blockquote part="quote" lang=${card.lang ?? nothing}>${text}</blockquote>
  </details>`;
}

/** The long text of a card, which is called otherwise in each kind. Empty where its owner keeps it private. */
export function textOf(card: Match['card']): string {
  const { pitch, thesis, about, abstract } = card as Readonly<Record<string, string | undefined>>;
  return pitch ?? thesis ?? about ?? abstract ?? '';
}
