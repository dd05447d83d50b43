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
    const quotes = Object.entries(message.evidence).filter(
      (entry): entry is [Kind, string] => typeof entry[1] === 'string',
    );
    return html`<li>
      ${words.textsAgree}
      <div class="quotes">
        ${quotes.map(
          ([side, sentence]) =>
            html`<figure>
              <figcaption>${words.kinds[side]}</figcaption>
              <blockquote part="quote" lang=${langs[side] || nothing}>${sentence}</blockquote>
            </figure>`,
        )}
      </div>
    </li>`;
  }
  return message.text === undefined ? nothing : html`<li>${message.text}</li>`;
}
