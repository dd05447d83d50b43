import type { MatchList } from '@kopru/sdk/schema';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Acts } from '../lib/acts.ts';
import type { CardForm } from '../lib/ask-form.ts';
import { ConnectedElement, type ElementState } from '../lib/connected-element.ts';
import type { Connection } from '../lib/connection.ts';
import { type Failure, failureOf } from '../lib/failure.ts';
import { listStyles } from '../lib/list.styles.ts';
import { moreButton, notice, skeleton, troubleNotice } from '../lib/notice.ts';
import { tokens } from '../lib/tokens.styles.ts';
import type { MatchAction } from '../strings/index.ts';
import { type Match, type MatchActions, matchActions } from './actions.ts';
import { cardStyles } from './card.styles.ts';
import { keyOf, matchCard, nearMissCard, passedCard } from './card.ts';
import { deedsOn } from './deeds.ts';
import { Feed } from './feed.ts';
import type { View } from './view.ts';

/** What the element has to show. `ready` with an empty list shows what `empty` shows. */
export type MatchesState = ElementState;

/**
 * A match list: cards with score, reasons and caution, and the near misses.
 *
 * With `api` and `key` it asks the API for the matches of who is logged in, and takes what the reader does
 * with them. Without them the host page fetches the list (with `explain`, so that it comes with its
 * sentences) and hands it over; the element then sends nothing anywhere.
 *
 * @tag kopru-matches
 * @event kopru-retry - the reader asks for the list again
 * @event kopru-token - a viewer token is needed: answer it with `respondWith`
 * @event kopru-save - the reader saves a match; can be prevented
 * @event kopru-pass - the reader passes over a match; can be prevented
 * @event kopru-request - the reader asks to meet a match; can be prevented
 * @csspart heading - heading of a list
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
 * @csspart passed - a card that the reader has passed over
 * @csspart actions - what the reader can do with a match
 * @csspart button - a button of them, of a form, or that asks for more; those of a match are also `request`, `save` and `pass`
 * @csspart form - the form inside a card
 * @csspart field - its field
 * @csspart act - what the reader did with a match
 * @csspart notice - what stands in place of a list
 * @csspart retry - the button that asks again
 * @cssproperty --kopru-accent - colour of bars, links and focus
 * @cssproperty --kopru-surface - ground of a card
 * @cssproperty --kopru-text - text
 * @cssproperty --kopru-muted - labels and hints
 * @cssproperty --kopru-line - borders
 * @cssproperty --kopru-tint - ground of quotes and of the track of a bar
 * @cssproperty --kopru-on-accent - text of a filled button
 * @cssproperty --kopru-wrong - what went wrong
 * @cssproperty --kopru-radius - rounding of a card
 */
export class MatchesElement extends ConnectedElement {
  static override styles = [tokens, listStyles, cardStyles];
  static override properties = {
    list: { attribute: false },
    for: {},
    subjectLang: { attribute: 'subject-lang' },
    forms: { state: true },
    paging: { state: true },
  };

  /** The list to show, as the API gave it. @default null */
  declare list: MatchList | null;
  /** Whose matches, such as `startup/agri-17`. @default '' (of whom the token speaks for) */
  declare for: string;
  /** Language of the text that the list is for, for the quotes from it. @default '' (not known) */
  declare subjectLang: string;
  /** The form of each card that is open, or was last. @internal */
  declare private forms: ReadonlyMap<string, CardForm<MatchAction>>;
  /** Whether the next page is on its way, or why it did not come. @internal */
  declare private paging: boolean | Failure;

  #feed: Feed | undefined;
  #inTouch: ReadonlySet<string> = new Set();
  readonly #acts = new Acts<MatchAction>(this);

  constructor() {
    super();
    this.list = null;
    this.for = '';
    this.subjectLang = '';
    this.forms = new Map();
    this.paging = false;
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-matches', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, MatchesElement);
  }

  /** @internal */
  protected override get view(): View {
    return { ...super.view, subjectLang: this.subjectLang };
  }

  /** @internal */
  protected override get filled(): boolean {
    return this.list !== null;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('for') || !this.#feed) return;
    this.forget();
    void this.reload();
  }

  /** @internal */
  protected override forget(): void {
    this.list = null;
    this.#feed = undefined;
    this.forms = new Map();
    this.#acts.clear();
  }

  /** @internal */
  protected override async load(connection: Connection, signal: AbortSignal): Promise<void> {
    this.#feed ??= new Feed(this, connection, this.for);
    const [list, inTouch] = await Promise.all([
      this.#feed.first(this.view.locale, this.list?.matches.length ?? 0, signal),
      this.#feed.inTouch(signal),
    ]);
    if (signal.aborted) return;
    this.#inTouch = inTouch;
    this.list = list;
    this.paging = false;
    this.state = 'ready';
  }

  override render(): TemplateResult {
    const { view, state } = this;
    return html`<div class="root" lang=${view.locale} aria-busy=${state === 'loading'}>
      <p class="sr" role="status">${this.said || this.#announcement(view)}</p>
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
      case 'ready':
        return this.list ? this.#results(this.list, view) : notice(words.idle);
      default:
        return troubleNotice(this.failureIn(this.state), words.error, this.error, view, this.retry);
    }
  }

  #results({ subject, matches, rejected, nextCursor }: MatchList, view: View): TemplateResult {
    const { words } = view;
    const actions = this.#feed && this.#actionsOf(this.#feed, matches, view);
    const card = (match: Match) => {
      const offered = actions ? matchActions(match, keyOf(match), actions, view) : nothing;
      const passed = this.#acts.of(keyOf(match));
      return passed?.name === 'pass' && passed.phase !== 'failed' && offered !== nothing
        ? passedCard(match, offered)
        : matchCard(match, subject.kind, view, offered);
    };
    return html`<section aria-labelledby="matches">
        <h2 id="matches" part="heading" tabindex="-1">${words.matches(matches.length)}</h2>
        ${matches.length === 0 ? notice(words.empty) : nothing}
        <ol class="cards">
          ${repeat(matches, keyOf, (match) => html`<li>${card(match)}</li>`)}
        </ol>
        ${actions && nextCursor !== null ? moreButton(this.paging, () => void this.#loadMore(), view) : nothing}
      </section>
      ${
        rejected.length > 0
          ? html`<section aria-labelledby="misses">
              <h2 id="misses" part="heading">${words.nearMisses}</h2>
              <p class="hint">${words.nearMissesHint}</p>
              <ul class="cards">
                ${repeat(rejected, keyOf, (rejection) => html`<li>${nearMissCard(rejection, view)}</li>`)}
              </ul>
            </section>`
          : nothing
      }`;
  }

  #actionsOf(feed: Feed, matches: readonly Match[], view: View): MatchActions {
    const onForm = (id: string, form: CardForm<MatchAction>) => {
      this.forms = new Map(this.forms).set(id, form);
    };
    const onDone = (id: string, action: MatchAction) => {
      onForm(id, { action, open: false });
      this.said = view.words.done[action];
    };
    const deeds = deedsOn(this, this.#acts, feed, matches, onDone);
    return { acts: this.#acts, inTouch: this.#inTouch, form: (id) => this.forms.get(id), onForm, ...deeds };
  }

  async #loadMore(): Promise<void> {
    const { list, signal } = this;
    if (!list || !this.#feed || this.paging === true) return;
    this.paging = true;
    try {
      const longer = await this.#feed.after(list, this.view.locale, signal);
      if (signal.aborted) return;
      this.list = longer;
      this.paging = false;
      this.said = this.view.words.matches(longer.matches.length);
      await this.updateComplete;
      const next = longer.matches[list.matches.length];
      if (next) this.focusIn(keyOf(next), 'place');
    } catch (error) {
      if (!signal.aborted) this.paging = failureOf(error, navigator.onLine);
    }
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
