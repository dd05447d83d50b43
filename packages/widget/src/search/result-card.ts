import type { Kind, SearchResult } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { factList, textOf } from '../matches/card.ts';
import { reason } from '../matches/message.ts';
import { fitBlock } from './fit.ts';
import type { View } from './view.ts';

export type Result = SearchResult['items'][number];

interface CardOptions {
  /** Where its name leads, if anywhere. */
  readonly link: string | undefined;
  /** Says whether the result may be opened. */
  readonly onChoose: (result: Result) => boolean;
}

/** A result: who, how well the texts agree and where most, the facts, and the whole text folded. */
export function resultCard(result: Result, place: number, { link, onChoose }: CardOptions, view: View): TemplateResult {
  const { kind, id, card, fit, reasons } = result;
  const { words } = view;
  const text = textOf(card);
  const follow = (event: Event) => {
    if (!onChoose(result)) event.preventDefault();
  };
  const unfold = (event: Event) => {
    const { open } = (event.currentTarget as HTMLElement).parentElement as HTMLDetailsElement;
    if (!open && !onChoose(result)) event.preventDefault();
  };
  return html`<article class="card" part="card" data-place="${kind} ${id}" tabindex="-1" aria-labelledby="name-${place}">
    <header>
      <h3 part="name" id="name-${place}">${link ? html`<a part="link" href=${link} @click=${follow}>${card.name}</a>` : card.name}</h3>
      ${fitBlock(fit, view)}
    </header>
    ${factList(result)}
    ${
      reasons.length > 0
        ? html`<h4>${words.reasons}</h4>
          <ul class="reasons" part="reasons">${reasons.map((message) => reason(message, languages(kind, card.lang), view))}</ul>`
        : nothing
    }
    ${
      text === ''
        ? nothing
        : html`<details part="text">
          <summary part="summary" @click=${unfold}>${words.fullText}</summary>
          <blockquote part="quote" lang=${card.lang ?? nothing}>${text}</blockquote>
        </details>`
    }
  </article>`;
}

/** That of the visitor's own text is not known. */
const languages = (kind: Kind, lang = ''): Readonly<Record<string, string>> => ({ [kind]: lang });
