import type { Kind, MatchList } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './view.ts';

export type Message = MatchList['matches'][number]['reasons'][number];

/**
 * One reason in words. The two sentences that agree most are quoted apart, each with the language
 * of its text; any other message is a sentence that the API has rendered. Without words (`explain`
 * was not asked for) there is nothing to show.
 *
 * @param langs languages of the two texts, by kind; `''` where not known.
 */
export function reason(
  message: Message,
  langs: Readonly<Record<string, string>>,
  { words }: View,
): TemplateResult | typeof nothing {
  if (message.key === 'semantic.sentences') {
    const sentences = Object.entries(message.evidence).filter(
      (entry): entry is [Kind, string] => typeof entry[1] === 'string',
    );
    return html`<li>
      ${words.textsAgree}
      ${quotes(sentences.map(([side, sentence]) => [words.kinds[side], sentence, langs[side]]))}
    </li>`;
  }
  return message.text === undefined ? nothing : html`<li>${message.text}</li>`;
}

/** Sentences beside each other, each under whose it is and with the language of its text, if that is known. */
export const quotes = (
  all: readonly (readonly [whose: string, sentence: string, lang: string | undefined])[],
): TemplateResult =>
  html`<div class="quotes">
    ${all.map(
      ([whose, sentence, lang]) =>
        html`<figure>
          <figcaption>${whose}</figcaption>
          <blockquote part="quote" lang=${lang || nothing}>${sentence}</blockquote>
        </figure>`,
    )}
  </div>`;
