import { Search, Transport } from '@kopru/sdk';
import type { SearchResult } from '@kopru/sdk/schema';
import { html, type TemplateResult } from 'lit';
import { ChooseEvent, SearchEvent } from '../events.ts';
import { ConnectedElement } from '../lib/connected-element.ts';
import { type Connection, connect } from '../lib/connection.ts';
import { formStyles } from '../lib/form.styles.ts';
import { keyed } from '../lib/keyed.ts';
import { listStyles } from '../lib/list.styles.ts';
import { notice, skeleton, troubleNotice } from '../lib/notice.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { cardStyles } from '../matches/card.styles.ts';
import { allNames } from '../strings/names/index.ts';
import type { Part } from '../strings/part.ts';
import { searchWords } from '../strings/search/index.ts';
import type { Sought } from '../strings/search/words.ts';
import { searchForm } from './form.ts';
import { linkTo } from './link.ts';
import { type Problem, problemOf, type Query, queryIn } from './query.ts';
import { type Result, resultCard } from './result-card.ts';
import { searchStyles } from './search.styles.ts';
import type { View } from './view.ts';

/** Longest wait for a limit that is not that of the day, in seconds. */
const MINUTE = 60;

/**
 * The search of a hub's site: a visitor pastes a pitch or a mandate and sees who answers it, without an account,
 * where the hub has opened its search. Who is logged in sees the same. Without `api` and `key` it asks
 * nobody: the host page hears `kopru-search` and sets `result`.
 *
 * @tag kopru-search
 * @event kopru-search - the visitor searches; can be prevented
 * @event kopru-choose - the visitor follows the link of a result, or opens its text; can be prevented
 * @event kopru-retry - the visitor searches again after an error
 * @csspart form - the form
 * @csspart seeks - the choice of what is sought
 * @csspart kind - one of its options, with its label
 * @csspart label - the label of a field or of the choice
 * @csspart hint - what helps with a field, and what becomes of the text
 * @csspart summary - the line that opens a fold
 * @csspart field - a field; also `text`, that of the text
 * @csspart length - how long the text is
 * @csspart problem - what is wrong with the text
 * @csspart narrow - the fold with the fields that narrow the search down
 * @csspart button - a button; also `search`
 * @csspart heading - heading of the results
 * @csspart card - one result
 * @csspart name - the name of a result
 * @csspart link - where it leads
 * @csspart fit - how well the texts agree, as a word and a bar
 * @csspart bar - its bar
 * @csspart facts - the stated facts
 * @csspart reasons - the list of reasons
 * @csspart quote - a sentence or a text of a profile
 * @csspart text - the fold with the whole text
 * @csspart notice - what stands in place of results
 * @csspart retry - the button that asks again
 * @cssproperty --kopru-accent - colour of buttons, bars, links and focus
 * @cssproperty --kopru-surface - ground of a card and of a field
 * @cssproperty --kopru-text - text
 * @cssproperty --kopru-muted - labels, hints and borders of fields
 * @cssproperty --kopru-line - borders
 * @cssproperty --kopru-tint - ground of quotes and of the track of a bar
 * @cssproperty --kopru-on-accent - text of a filled button
 * @cssproperty --kopru-wrong - what went wrong
 * @cssproperty --kopru-radius - rounding of a card
 */
export class SearchElement extends ConnectedElement {
  static override styles = [tokens, listStyles, formStyles, cardStyles, searchStyles];
  static override properties = {
    seeks: { reflect: true },
    link: {},
    result: { attribute: false },
    length: { state: true },
    problem: { state: true },
    isNarrow: { state: true },
  };

  /** What is sought: `investor` or `startup`. @default 'investor' */
  declare seeks: Sought;
  /** Where a result leads, such as `/profiles/{kind}/{id}`. @default '' (nowhere) */
  declare link: string;
  /** What was found, as the API gave it. @default null */
  declare result: SearchResult | null;
  /** Length of the text. @internal */
  declare private length: number;
  /** What kept the last search from being made. @internal */
  declare private problem: Problem | undefined;
  /** Whether the fields that narrow the search down are open, or were. @internal */
  declare private isNarrow: boolean;

  /** What was searched for last. */
  #query: Query | undefined;

  constructor() {
    super();
    this.seeks = 'investor';
    this.link = '';
    this.result = null;
    this.length = 0;
    this.problem = undefined;
    this.isNarrow = false;
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-search', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, SearchElement);
  }

  /** @internal */
  protected override get parts(): readonly Part<unknown>[] {
    return this.isNarrow ? [searchWords, allNames] : [searchWords];
  }

  /** @internal */
  protected override get view(): View {
    return { ...super.view, own: this.wordsOf(searchWords), subjectLang: '', more: undefined };
  }

  /** @internal */
  protected override get filled(): boolean {
    return this.result !== null;
  }

  /** @internal */
  protected override forget(): void {
    this.result = null;
  }

  /** The same whoever is logged in. @internal */
  protected override open(): Connection | undefined {
    const { api, key } = this;
    return api && key ? connect({ api, key, token: '' }) : undefined;
  }

  /** @internal */
  protected override async load(_: Connection, signal: AbortSignal): Promise<void> {
    if (!this.#query) {
      this.state = 'idle';
      return;
    }
    const search = new Search(new Transport({ apiKey: this.key, baseUrl: this.api }));
    const result = await search.find({ ...this.#query, explain: this.locale }, { signal });
    if (signal.aborted) return;
    this.result = result;
    this.state = 'ready';
  }

  #submit(form: HTMLFormElement): void {
    const query = queryIn(form);
    this.problem = problemOf(query.text);
    if (this.problem) {
      form.querySelector('textarea')?.focus();
      return;
    }
    if (this.state === 'loading' && JSON.stringify(query) === JSON.stringify(this.#query)) return;
    if (!this.dispatchEvent(new SearchEvent({ ...query, explain: this.locale }))) return;
    this.#query = query;
    this.result = null;
    void this.reload();
  }

  /** @internal */
  protected override content(): TemplateResult {
    const { view, state } = this;
    const form = {
      ...{ seeks: this.seeks, length: this.length, problem: this.problem, isBusy: state === 'loading' },
      codes: this.isNarrow ? this.wordsOf(allNames) : undefined,
      onSeek: (kind: Sought) => {
        this.seeks = kind;
      },
      onInput: (text: string) => {
        this.length = text.trim().length;
        this.problem = undefined;
      },
      onNarrow: (isOpen: boolean) => {
        this.isNarrow ||= isOpen;
      },
      onSubmit: (filled: HTMLFormElement) => this.#submit(filled),
    };
    return html`<div class="root" lang=${view.locale}>
      ${searchForm(form, view)}
      <p class="sr" role="status">${this.#announcement(view)}</p>
      <div class="results" data-place="results" tabindex="-1" aria-busy=${state === 'loading'}>${this.#content(view)}</div>
    </div>`;
  }

  #content(view: View): TemplateResult {
    const { own } = view;
    switch (this.state) {
      case 'idle':
        return html``;
      case 'loading':
        return skeleton;
      case 'ready':
      case 'empty':
        return this.result?.items.length ? this.#results(this.result.items, view) : notice(own.none);
      default:
        return (
          this.#trouble(view) ?? troubleNotice(this.failureIn(this.state), own.error, this.error, view, this.#again)
        );
    }
  }

  /** What trying again would not help. */
  #trouble({ own }: View): TemplateResult | undefined {
    if (this.failure?.state !== this.state) return undefined;
    if (this.failure.code === 'forbidden') return notice(own.closed);
    return this.failure.seconds > MINUTE ? notice(own.spent) : undefined;
  }

  #results(items: SearchResult['items'], view: View): TemplateResult {
    const onChoose = (result: Result) => this.dispatchEvent(new ChooseEvent(result));
    return html`<section aria-labelledby="found">
      <h2 id="found" part="heading">${view.own.found(items.length)}</h2>
      <ol class="cards">
        ${items.map((item, i) => {
          const link = linkTo(this.link, item, document.baseURI);
          return keyed(`${item.kind} ${item.id}`, html`<li>${resultCard(item, i, { link, onChoose }, view)}</li>`);
        })}
      </ol>
    </section>`;
  }

  /** The button that had the focus goes; the visitor goes on where the results come. */
  #again = (): void => {
    this.focusIn('results', 'place');
    this.retry();
  };

  /** What a screen reader hears when the state changes. */
  #announcement(view: View): string {
    const { own, words } = view;
    switch (this.state) {
      case 'idle':
        return '';
      case 'loading':
        return own.loading;
      case 'ready':
      case 'empty':
        return this.result?.items.length ? own.found(this.result.items.length) : own.none.title;
      case 'error':
        return this.failure?.code === 'forbidden' ? own.closed.title : `${own.error.title}. ${this.error}`;
      case 'limited':
        return (this.failure?.seconds ?? 0) > MINUTE ? own.spent.title : words.limited.title;
      default:
        return words[this.state].title;
    }
  }
}
