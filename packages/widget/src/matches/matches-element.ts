import type { MatchList } from '@kopru/sdk/schema';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { RetryEvent } from '../events.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { labelsOf, localeOf, type Notice, WORDS } from '../strings/index.ts';
import { cardStyles } from './card.styles.ts';
import { matchCard, nearMissCard } from './card.ts';
import { styles } from './matches.styles.ts';
import type { View } from './view.ts';

/** What the element has to show. `ready` with an empty list shows what `empty` shows. */
export type MatchesState = 'idle' | 'loading' | 'ready' | 'empty' | 'error' | 'offline';

/**
 * A match list: cards with score, reasons and caution, and the near misses.
 *
 * The host page fetches the list (with `explain`, so that it comes with its sentences) and hands it
 * over; the element sends nothing anywhere.
 *
 * @tag kopru-matches
 * @event kopru-retry - the reader asks for the list again
 * @csspart card - one match or near miss; a near miss is also `near-miss`
 * @csspart name - its name
 * @csspart facts - what it states of itself
 * @csspart score - number, bar and word
 * @csspart bar - one bar
 * @csspart reasons - why it fits
 * @csspart quote - words of a profile
 * @csspart caution - what to mind
 * @csspart changes - what would let a near miss in
 * @csspart text - the folded whole text
 * @csspart making - the folded making of the score
 * @csspart signals - the table of signals
 * @csspart notice - what stands in place of a list
 * @csspart retry - the button that asks again
 * @cssproperty --kopru-accent - colour of bars, links and focus
 * @cssproperty --kopru-surface - ground of a card
 * @cssproperty --kopru-text - text
 * @cssproperty --kopru-muted - labels and hints
 * @cssproperty --kopru-line - borders
 * @cssproperty --kopru-tint - ground of quotes and of the track of a bar
 * @cssproperty --kopru-radius - rounding of a card
 */
export class MatchesElement extends LitElement {
  static override styles = [tokens, styles, cardStyles];
  static override properties = {
    list: { attribute: false },
    lang: { reflect: true },
    subjectLang: { attribute: 'subject-lang' },
    state: { reflect: true },
    error: {},
  };

  /** The list to show, as the API gave it. @default null */
  declare list: MatchList | null;
  /** Language of the interface, one of the nine. @default that of the nearest ancestor with `lang`, else English */
  declare lang: string;
  /** Language of the text that the list is for, for the quotes from it. @default '' (not known) */
  declare subjectLang: string;
  /** @default 'idle' */
  declare state: MatchesState;
  /** What went wrong, in the reader's language, shown in the state `error`. @default '' */
  declare error: string;

  constructor() {
    super();
    this.list = null;
    this.subjectLang = '';
    this.state = 'idle';
    this.error = '';
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-matches', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, MatchesElement);
  }

  override render(): TemplateResult {
    const locale = localeOf(this.lang || this.closest<HTMLElement>('[lang]')?.lang || '');
    const view: View = { words: WORDS[locale], labels: labelsOf(locale), subjectLang: this.subjectLang };
    return html`<div class="root" lang=${locale} aria-busy=${this.state === 'loading'}>
      <p class="sr" role="status">${this.#announcement(view)}</p>
      ${this.#content(view)}
    </div>`;
  }

  #content(view: View): TemplateResult {
    const { words } = view;
    switch (this.state) {
      case 'idle':
        return notice(words.idle);
      case 'loading':
        return skeleton;
      case 'empty':
        return notice(words.empty);
      case 'error':
        return notice(words.error, this.error, this.#retry(view));
      case 'offline':
        return notice(words.offline, '', this.#retry(view));
      case 'ready':
        return this.list ? this.#results(this.list, view) : notice(words.idle);
    }
  }

  #results({ subject, matches, rejected }: MatchList, view: View): TemplateResult {
    const { words } = view;
    return html`<section aria-labelledby="matches">
        <h2 id="matches" tabindex="-1">${words.matches(matches.length)}</h2>
        ${matches.length === 0 ? notice(words.empty) : nothing}
        <ol class="cards">
          ${repeat(matches, keyOf, (match) => html`<li>${matchCard(match, subject.kind, view)}</li>`)}
        </ol>
      </section>
      ${
        rejected.length > 0
          ? html`<section aria-labelledby="misses">
              <h2 id="misses">${words.nearMisses}</h2>
              <p class="hint">${words.nearMissesHint}</p>
              <ul class="cards">
                ${repeat(rejected, keyOf, (rejection) => html`<li>${nearMissCard(rejection, view)}</li>`)}
              </ul>
            </section>`
          : nothing
      }`;
  }

  #retry({ words }: View): TemplateResult {
    return html`<button type="button" part="retry" @click=${() => this.dispatchEvent(new RetryEvent())}>${words.retry}</button>`;
  }

  /** What a screen reader hears when the state changes. */
  #announcement({ words }: View): string {
    switch (this.state) {
      case 'idle':
        return '';
      case 'loading':
        return words.loading;
      case 'ready':
        return this.list && this.list.matches.length > 0 ? words.matches(this.list.matches.length) : words.empty.title;
      case 'error':
        return `${words.error.title}. ${this.error}`;
      default:
        return words[this.state].title;
    }
  }
}

const keyOf = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`;

const notice = (
  { title, hint }: Notice,
  detail = '',
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<div class="notice" part="notice">
    <p class="title">${title}</p>
    <p>${detail || hint}</p>
    ${action}
  </div>`;

const skeleton = html`<div class="cards" aria-hidden="true">
  ${[0, 1, 2].map(() => html`<div class="card skeleton"><i></i><i></i><i></i><i></i></div>`)}
</div>`;
