import type { CorridorList } from '@kopru/sdk/schema';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ConnectedElement } from '../lib/connected-element.ts';
import { listStyles } from '../lib/list.styles.ts';
import { moreButton, notice, skeleton, troubleNotice } from '../lib/notice.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { corridorWords } from '../strings/corridors/index.ts';
import { allNames } from '../strings/names/index.ts';
import { corridorStyles } from './corridors.styles.ts';
import { mapStyles } from './map.styles.ts';
import { corridorMap } from './map.ts';
import { readCorridors } from './read.ts';
import { type Corridor, corridorsOf } from './rows.ts';
import { corridorTable, keyOf } from './table.ts';
import type { View } from './view.ts';

/** Rows that are seen before the reader asks for more. */
const FIRST = 12;

/**
 * The public numbers of introductions between countries, over all hubs of a deployment: a map of the members and
 * observers of the Organization of Turkic States, and a table of all countries whose bars are its chart. It needs `api` and no key. Small numbers are not told, and it says so.
 *
 * @tag kopru-corridors
 * @event kopru-retry - the reader asks for the numbers again
 * @csspart map - the map
 * @csspart arc - one corridor on it
 * @csspart country - one country on it
 * @csspart all - the button that shows all countries again
 * @csspart heading - the caption of the table
 * @csspart table - the table
 * @csspart column - heading of a column
 * @csspart row - one corridor
 * @csspart corridor - its two countries
 * @csspart bar - the bar of its introductions
 * @csspart count - one number
 * @csspart total - the row of totals
 * @csspart note - what is not told, and of which day the numbers are
 * @csspart notice - what stands in place of the numbers
 * @csspart retry - the button that asks again
 * @cssproperty --kopru-accent - colour of bars, buttons and focus
 * @cssproperty --kopru-surface - ground
 * @cssproperty --kopru-text - text
 * @cssproperty --kopru-muted - headings of columns and hints
 * @cssproperty --kopru-line - lines of the table
 * @cssproperty --kopru-tint - track of a bar
 * @cssproperty --kopru-on-accent - text of a filled button
 * @cssproperty --kopru-radius - rounding
 */
export class CorridorsElement extends ConnectedElement<string> {
  static override styles = [tokens, listStyles, corridorStyles, mapStyles];
  static override properties = {
    country: {},
    numbers: { attribute: false },
    listed: { state: true },
  };

  /** Shows the corridors from and to one country only, such as `KZ`; a choice on the map sets it. @default '' (all) */
  declare country: string;
  /** The numbers to show, as the API gave them. @default null */
  declare numbers: CorridorList | null;
  /** How many rows the table has at most. @internal */
  declare listed: number;

  constructor() {
    super();
    this.country = '';
    this.numbers = null;
    this.listed = FIRST;
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-corridors', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, CorridorsElement);
  }

  /** @internal */
  protected override get parts() {
    return [corridorWords, allNames];
  }

  /** @internal */
  protected override get view(): View {
    return { ...super.view, own: this.wordsOf(corridorWords) };
  }

  /** @internal */
  protected override get filled(): boolean {
    return this.numbers !== null;
  }

  /** @internal */
  protected override forget(): void {
    this.numbers = null;
  }

  /** The address is all that is asked for: no key goes with it. @internal */
  protected override open(): string | undefined {
    return this.api || undefined;
  }

  /** @internal */
  protected override async load(api: string, signal: AbortSignal): Promise<void> {
    // In another language the numbers are the same.
    const numbers = this.numbers ?? (await readCorridors(api, signal));
    if (signal.aborted) return;
    this.numbers = numbers;
    this.state = 'ready';
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('country')) this.listed = FIRST;
  }

  /** @internal */
  protected override content(): TemplateResult {
    const { view, state } = this;
    const corridors = corridorsOf(this.numbers?.items ?? [], this.#chosen);
    return html`<div class="root" lang=${view.locale} aria-busy=${state === 'loading'}>
      <p class="sr" role="status">${this.#announcement(corridors.length, view)}</p>
      ${this.#content(corridors, view)}
    </div>`;
  }

  get #chosen(): string {
    return this.country.trim().toUpperCase();
  }

  readonly #choose = (country: string): void => {
    this.country = country;
  };

  #content(corridors: CorridorList['items'], view: View): TemplateResult {
    const { own } = view;
    switch (this.state) {
      case 'idle':
        return notice(own.idle);
      case 'loading':
        return skeleton;
      case 'ready':
      case 'empty':
        if (!this.numbers || corridors.length === 0) return notice(own.empty);
        return html`${corridorMap(this.numbers.items, this.#chosen, this.#choose, view)}
          ${corridorTable(corridors, this.listed, this.#chosen, this.numbers.asOf, view)}
          ${corridors.length > this.listed ? moreButton(false, () => void this.#listAll(corridors[FIRST]), view) : nothing}`;
      default:
        return troubleNotice(this.failureIn(this.state), own.error, this.error, view, this.retry);
    }
  }

  /** Eight countries have 56 corridors, most of them with little to tell. @param next the first row that was not there. */
  async #listAll(next: Corridor | undefined): Promise<void> {
    this.listed = Number.POSITIVE_INFINITY;
    await this.updateComplete;
    if (next) this.focusIn(keyOf(next), 'place');
  }

  /** What a screen reader hears when the state changes. */
  #announcement(count: number, { own, words }: View): string {
    switch (this.state) {
      case 'idle':
        return '';
      case 'loading':
        return own.loading;
      case 'ready':
      case 'empty':
        return count > 0 ? own.corridors(count) : own.empty.title;
      case 'error':
        return `${own.error.title}. ${this.error}`;
      default:
        return words[this.state].title;
    }
  }
}
