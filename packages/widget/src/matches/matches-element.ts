import type { Kind, MatchList } from '@kopru/sdk/schema';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { adopt } from '../lib/adopt.ts';
import { ConnectedElement, type ElementState } from '../lib/connected-element.ts';
import type { Connection } from '../lib/connection.ts';
import { type Failure, failureOf } from '../lib/failure.ts';
import { lazy } from '../lib/lazy.ts';
import { listStyles } from '../lib/list.styles.ts';
import { moreButton, notice, skeleton, troubleNotice } from '../lib/notice.ts';
import { tokens } from '../lib/tokens.styles.ts';
import type { MatchAction } from '../strings/index.ts';
import { moreWords } from '../strings/more/index.ts';
import { allNames } from '../strings/names/index.ts';
import type { Part } from '../strings/part.ts';
import type { Acting, Listed } from './acting.ts';
import { acting, type Match, matchButtons } from './actions.ts';
import { announcement } from './announcement.ts';
import { cardStyles } from './card.styles.ts';
import { keyOf, matchCard, passedCard } from './card.ts';
import { Feed } from './feed.ts';
import { filterIn } from './filter.ts';
import { Filters } from './filters.ts';
import { table } from './making.ts';
import { type Around, misses, results } from './results.ts';
import type { Seen } from './seen.ts';
import type { View } from './view.ts';
import { withPage } from './with-page.ts';

/** What the element has to show. `ready` with an empty list shows what `empty` shows. */
export type MatchesState = ElementState;

/** What is told of what was seen, and marked as new. */
const seen = lazy('matches/seen', () => import('./seen.ts'));

/** Milliseconds after which a filter counts as chosen. */
const SETTLED = 200;

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
 * @event kopru-restore - the reader takes back that a match was saved or passed over; can be prevented
 * @event kopru-filter - the reader filters the list; can be prevented
 * @event kopru-request - the reader asks to meet a match; can be prevented
 * @csspart heading - heading of a list
 * @csspart card - one match or near miss; a near miss is also `near-miss`
 * @csspart name - its name
 * @csspart mark - a mark beside it; also `new` or `saved`
 * @csspart fresh - how many are new, in the heading
 * @csspart filters - the filters, folded
 * @csspart touch - how an introduction stands
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
 * @csspart button - a button of them, of a form, or that asks for more; those of a match are also `request`, `save`, `pass` and `restore`
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
    seeks: {},
    subjectLang: { attribute: 'subject-lang' },
    filter: {},
    noFilters: { type: Boolean, attribute: 'no-filters' },
    paging: { state: true },
    broken: { state: true },
  };

  /** The list to show, as the API gave it. @default null */
  declare list: MatchList | null;
  /** Whose matches, such as `startup/agri-17`. @default '' (of whom the token speaks for) */
  declare for: string;
  /** The kind that is listed, such as `expert`. @default '' (the first that the profile's kind is paired with) */
  declare seeks: Kind | '';
  /** Language of the text that the list is for, for the quotes from it. @default '' (not known) */
  declare subjectLang: string;
  /** What of the list is shown, such as `country=AZ&stage=seed&sector=agrifood&minScore=65&only=new`. @default '' */
  declare filter: string;
  /** Hides the filters from the reader. @default false */
  declare noFilters: boolean;
  /** Whether the next page is on its way, or why it did not come. @internal */
  declare private paging: boolean | Failure;
  /** The card for which something could not be begun. @internal */
  declare private broken: string;

  #feed: Feed | undefined;
  #acting: Acting | undefined;
  readonly #filters = new Filters(this);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The filter of the list that is shown. */
  #filtered = '';
  #seen: Seen | undefined;
  /** Settled once there is nothing of the near misses to wait for. */
  #missing: Promise<void> | undefined;

  constructor() {
    super();
    this.list = null;
    this.for = this.seeks = '';
    this.subjectLang = '';
    this.filter = '';
    this.noFilters = false;
    this.paging = false;
    this.broken = '';
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-matches', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, MatchesElement);
  }

  /** @internal */
  protected override get parts(): readonly Part<unknown>[] {
    const { isOpen } = this.#filters;
    const saysMore = isOpen || this.#filtered || acting.ready || misses.ready || table.ready;
    return [...(isOpen ? [allNames] : []), ...(saysMore ? [moreWords] : [])];
  }

  /** @internal */
  protected override get view(): View {
    return { ...super.view, subjectLang: this.subjectLang, more: this.wordsOf(moreWords) };
  }

  /** @internal */
  protected override get filled(): boolean {
    return this.list !== null;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('list') && this.list?.rejected.length) this.#missing = this.#loadMisses();
    if (!this.#feed) return;
    const isOther = changed.get('for') !== undefined || changed.get('seeks') !== undefined;
    if (isOther) this.forget();
    if (!isOther && changed.get('filter') === undefined) return;
    clearTimeout(this.#timer);
    // Who goes through a field by the arrow keys passes many values.
    if (isOther) void this.reload();
    else this.#timer = setTimeout(() => void this.reload(), SETTLED);
  }

  async #loadMisses(): Promise<void> {
    try {
      adopt(this, (await misses.load()).nearMissStyles);
      this.requestUpdate();
    } catch (error) {
      // The list is whole, but for them.
      console.error(error);
    }
  }

  /** Waits for the near misses too. @internal */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#missing;
    return super.getUpdateComplete();
  }

  /** @internal */
  protected override forget(): void {
    this.#seen?.clear();
    this.list = null;
    this.#feed = undefined;
    this.#acting?.clear();
  }

  /** @internal */
  protected override async load(connection: Connection, signal: AbortSignal): Promise<void> {
    this.#feed ??= new Feed(this, connection, this.for, this.seeks);
    const { filter } = this;
    const count = filter === this.#filtered ? (this.list?.matches.length ?? 0) : 0;
    const [list, watching] = await Promise.all([
      this.#feed.first(filterIn(filter), this.locale, count, signal),
      // Without it the list is whole, but for what is new.
      seen.load().catch(console.error),
    ]);
    if (signal.aborted) return;
    if (watching) this.#seen ??= new watching.Seen(this, keyOf, () => this.#feed);
    this.#seen?.add(list.matches);
    this.#filtered = filter;
    this.list = list;
    this.paging = false;
    this.state = 'ready';
  }

  /** @internal */
  protected override content(): TemplateResult {
    const { view, state } = this;
    return html`<div class="root" lang=${view.locale} aria-busy=${state === 'loading' || this.#isFiltering}>
      <p class="sr" role="status">${this.said || announcement(this, this.#isFiltering, view.words)}</p>
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

  #results(list: MatchList, view: View): TemplateResult {
    const { subject, matches, nextCursor } = list;
    const listed = this.#feed && { feed: this.#feed, onSent: this.#onSent };
    const isNew = (match: Match) => this.#seen?.isNew(match) === true;
    const card = (match: Match) => {
      const actions = listed ? this.#actions(match, listed, view) : nothing;
      const doing = this.#acting?.doing(keyOf(match));
      return actions !== nothing && (doing ? doing === 'pass' : match.history?.answer?.answer === 'passed')
        ? passedCard(match, view, actions)
        : matchCard(match, subject.kind, view, isNew(match), actions);
    };
    const around: Around = {
      fresh: matches.filter(isNew).length,
      card,
      before: html`${listed && !this.noFilters ? this.#filters.shown(this.#loaded, view) : nothing}
        ${matches.length === 0 ? this.#none(view) : nothing}`,
      after: listed && nextCursor !== null ? moreButton(this.paging, () => void this.#loadMore(), view) : nothing,
    };
    return results(list, around, view);
  }

  get #loaded() {
    return { own: this.wordsOf(moreWords)?.bar, codes: this.wordsOf(allNames) };
  }

  #none(view: View): TemplateResult {
    const { own } = this.#loaded;
    return this.#filtered && own
      ? this.#filters.none(own, this.noFilters ? undefined : () => this.focusIn('filters'))
      : notice(view.words.empty);
  }

  get #isFiltering(): boolean {
    return this.list !== null && this.#feed !== undefined && this.#filtered !== this.filter;
  }

  /** What was done stands on its card. */
  #onSent: Listed['onSent'] = (id, after) => {
    const { list } = this;
    if (list)
      this.list = { ...list, matches: list.matches.map((match) => (keyOf(match) === id ? after(match) : match)) };
  };

  #actions(match: Match, listed: Listed, view: View): TemplateResult {
    const id = keyOf(match);
    const buttons = {
      last: this.#acting?.last(id),
      isBroken: this.broken === id,
      onPress: (action: MatchAction) => void this.#begin(match, action, listed),
    };
    return this.#acting?.shown(match, listed, view) ?? matchButtons(match, buttons, view);
  }

  async #begin(match: Match, action: MatchAction, listed: Listed): Promise<void> {
    this.broken = '';
    try {
      const { Acting, formStyles } = await acting.load();
      adopt(this, formStyles);
      this.#acting ??= new Acting(this, (done) => {
        this.said = this.view.words.done[done];
      });
      if (listed.feed === this.#feed) this.#acting.begin(match, action, listed);
    } catch (error) {
      console.error(error);
      this.broken = keyOf(match);
    }
  }

  async #loadMore(): Promise<void> {
    const { list, signal } = this;
    if (!list || !this.#feed || this.paging === true) return;
    this.paging = true;
    try {
      const page = await this.#feed.after(list, filterIn(this.#filtered), this.locale, signal);
      if (signal.aborted || !this.list) return;
      this.#seen?.add(page.matches);
      this.list = withPage(this.list, page);
      this.paging = false;
      this.said = this.view.words.matches(this.list.matches.length);
      await this.updateComplete;
      const [next] = page.matches;
      if (next) this.focusIn(keyOf(next), 'place');
    } catch (error) {
      if (!signal.aborted) this.paging = failureOf(error, navigator.onLine);
    }
  }
}
