import { Matches } from '@kopru/sdk';
import type { MarketEntry, MarketEntryQuery } from '@kopru/sdk/schema';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { CountryEvent } from '../events.ts';
import { ConnectedElement } from '../lib/connected-element.ts';
import type { Connection } from '../lib/connection.ts';
import { formStyles } from '../lib/form.styles.ts';
import { listStyles } from '../lib/list.styles.ts';
import { notice, skeleton, troubleNotice } from '../lib/notice.ts';
import { ownerOfKind } from '../lib/owner.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { cardStyles } from '../matches/card.styles.ts';
import { countryOptions } from '../matches/country-options.ts';
import { moreWords } from '../strings/more/index.ts';
import { allNames } from '../strings/names/index.ts';
import type { Part } from '../strings/part.ts';
import { groupList, totalOf } from './groups.ts';
import { marketStyles } from './market-entry.styles.ts';
import type { View } from './view.ts';

/** Milliseconds after which a country counts as chosen: who goes through a field by the arrow keys passes many. */
const SETTLED = 200;

/**
 * Who can help a startup into a country: the reader chooses the country, and sees of every kind that a startup
 * seeks the best matches there, with reasons, or why there is none.
 *
 * With `api` and `key` it asks the API for who is logged in. Without them the host page hears `kopru-country` and
 * sets `entry` (asked for with `explain`, so that it comes with its sentences).
 *
 * @tag kopru-market-entry
 * @event kopru-country - the reader chooses a country; can be prevented
 * @event kopru-retry - the reader asks again
 * @event kopru-token - a viewer token is needed: answer it with `respondWith`
 * @csspart choice - the choice of the country
 * @csspart field - its field
 * @csspart group - all of one kind
 * @csspart heading - heading of a group
 * @csspart count - how many there are, in it
 * @csspart hint - how many of them are shown
 * @csspart none - why there is none
 * @csspart card - one match
 * @csspart name - its name
 * @csspart mark - a mark beside it: `saved`
 * @csspart facts - what it states of itself
 * @csspart score - number, bar and word
 * @csspart bar - one bar
 * @csspart reasons - why it fits
 * @csspart quote - words of a profile
 * @csspart caution - what to mind
 * @csspart text - the folded whole text
 * @csspart making - the folded making of the score
 * @csspart signals - the table of signals
 * @csspart notice - what stands in place of groups
 * @csspart retry - the button that asks again
 * @cssproperty --kopru-accent - colour of counts, bars, links and focus
 * @cssproperty --kopru-surface - ground of a card and of the field
 * @cssproperty --kopru-text - text
 * @cssproperty --kopru-muted - labels, hints and the border of the field
 * @cssproperty --kopru-line - borders
 * @cssproperty --kopru-tint - ground of quotes and of the track of a bar
 * @cssproperty --kopru-on-accent - text of a filled button
 * @cssproperty --kopru-radius - rounding of a card
 */
export class MarketEntryElement extends ConnectedElement {
  static override styles = [tokens, listStyles, formStyles, cardStyles, marketStyles];
  static override properties = {
    country: { reflect: true },
    for: {},
    limit: { type: Number },
    subjectLang: { attribute: 'subject-lang' },
    entry: { attribute: false },
  };

  /** The country of the market, such as `KZ`. @default '' (the reader chooses) */
  declare country: string;
  /** Whose entry, such as `startup/agri-17`. @default '' (of whom the token speaks for) */
  declare for: string;
  /** Most matches of each kind, 1 to 20. @default 3 */
  declare limit: number;
  /** Language of the startup's own text, for the quotes from it. @default '' (not known) */
  declare subjectLang: string;
  /** What is shown, as the API gave it. @default null */
  declare entry: MarketEntry | null;

  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.country = this.for = this.subjectLang = '';
    this.limit = 3;
    this.entry = null;
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-market-entry', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, MarketEntryElement);
  }

  /** @internal */
  protected override get parts(): readonly Part<unknown>[] {
    return [moreWords, allNames];
  }

  /** @internal */
  protected override get view(): View {
    const more = this.wordsOf(moreWords);
    return { ...super.view, subjectLang: this.subjectLang, more, own: more.market, codes: this.wordsOf(allNames) };
  }

  /** @internal */
  protected override get filled(): boolean {
    return this.entry !== null;
  }

  /** @internal */
  protected override forget(): void {
    this.entry = null;
  }

  get #chosen(): string {
    return this.country.trim().toUpperCase();
  }

  /** What is shown is of another country than is chosen. */
  get #isOther(): boolean {
    return this.entry !== null && this.entry.country !== this.#chosen;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.get('for') !== undefined) this.forget();
    const isAsked = ['for', 'limit', 'country'].some((name) => changed.get(name) !== undefined);
    if (!this.hasUpdated || !isAsked) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.reload(), SETTLED);
  }

  /** @internal */
  protected override async load(connection: Connection, signal: AbortSignal): Promise<void> {
    const country = this.#chosen;
    if (country === '') {
      this.entry = null;
      this.state = 'idle';
      return;
    }
    const query = { country: country as MarketEntryQuery['country'], explain: this.locale, limit: this.limit };
    const entry = await connection.run(this, (transport, speaksFor) => {
      const { id } = ownerOfKind('startup', this.for, speaksFor);
      return new Matches(transport).marketEntry(id, query, { signal });
    });
    if (signal.aborted) return;
    this.entry = entry;
    this.state = 'ready';
  }

  /** @internal */
  protected override content(): TemplateResult {
    const { view, state } = this;
    return html`<div class="root" lang=${view.locale}>
      ${this.#choice(view)}
      <p class="sr" role="status">${this.#announcement(view)}</p>
      <div aria-busy=${state === 'loading' || this.#isOther}>${this.#content(view)}</div>
    </div>`;
  }

  #choice(view: View): TemplateResult {
    const { own, codes } = view;
    const chosen = this.#chosen;
    const onChange = ({ currentTarget }: Event) => {
      const select = currentTarget as HTMLSelectElement;
      if (this.dispatchEvent(new CountryEvent(select.value))) this.country = select.value;
      else select.value = chosen;
    };
    return html`<label class="choice" part="choice"><span>${own.country}</span>
      <select part="field" name="country" @change=${onChange}>
        ${[['', own.choose] as const, ...countryOptions(codes, view)].map(
          ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
        )}
      </select></label>`;
  }

  #content(view: View): TemplateResult {
    const { words, own } = view;
    switch (this.state) {
      case 'idle':
        return notice(own.idle);
      case 'loading':
        return skeleton;
      case 'empty':
        return notice(words.empty);
      case 'ready':
        return this.entry ? groupList(this.entry, view) : notice(own.idle);
      default:
        return troubleNotice(this.failureIn(this.state), words.error, this.error, view, this.retry);
    }
  }

  /** What a screen reader hears when the state changes. */
  #announcement({ words }: View): string {
    switch (this.state) {
      case 'idle':
        return '';
      case 'loading':
        return words.loading;
      case 'empty':
        return words.empty.title;
      case 'ready':
        if (!this.entry) return '';
        return this.#isOther ? words.loading : words.matches(totalOf(this.entry));
      case 'error':
        return `${words.error.title}. ${this.error}`;
      default:
        return words[this.state].title;
    }
  }
}
