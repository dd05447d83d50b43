import { Matches } from '@kopru/sdk';
import type { Neighbours } from '@kopru/sdk/schema';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ConnectedElement } from '../lib/connected-element.ts';
import type { Connection } from '../lib/connection.ts';
import { keyed } from '../lib/keyed.ts';
import { listStyles } from '../lib/list.styles.ts';
import { notice, skeleton, troubleNotice } from '../lib/notice.ts';
import { ownerOfKind } from '../lib/owner.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { cardStyles } from '../matches/card.styles.ts';
import { keyOf } from '../matches/card.ts';
import { findingWords } from '../strings/findings/index.ts';
import type { Part } from '../strings/part.ts';
import { neighbourCard } from './card.ts';
import { neighbourStyles } from './neighbours.styles.ts';
import type { View } from './view.ts';

/**
 * The patents whose abstracts are most like that of one, in whatever language, with the two sentences that agree
 * most. Above them stands always what the list is not: no legal advice.
 *
 * With `api` and `key` it asks the API for who is logged in. Without them the host page sets `neighbours` (asked for
 * with `explain`, so that it comes with its words).
 *
 * @tag kopru-neighbours
 * @event kopru-retry - the reader asks again
 * @event kopru-token - a viewer token is needed: answer it with `respondWith`
 * @csspart heading - how many there are
 * @csspart disclaimer - what the list is not
 * @csspart card - one patent
 * @csspart name - its name
 * @csspart likeness - number, bar and what they measure
 * @csspart bar - one bar
 * @csspart facts - the classes that both state, and what it states of itself: country, hub, protection by office
 * @csspart quote - words of a patent
 * @csspart text - the folded abstract
 * @csspart notice - what stands in place of the list
 * @csspart retry - the button that asks again
 * @cssproperty --kopru-accent - colour of bars, links and focus
 * @cssproperty --kopru-surface - ground of a card
 * @cssproperty --kopru-text - text
 * @cssproperty --kopru-muted - labels and hints
 * @cssproperty --kopru-line - borders and the track of a bar
 * @cssproperty --kopru-tint - ground of quotes and of what the list is not
 * @cssproperty --kopru-on-accent - text of a filled button
 * @cssproperty --kopru-radius - rounding of a card
 */
export class NeighboursElement extends ConnectedElement {
  static override styles = [tokens, listStyles, cardStyles, neighbourStyles];
  static override properties = {
    for: {},
    limit: { type: Number },
    subjectLang: { attribute: 'subject-lang' },
    neighbours: { attribute: false },
  };

  /** Of which patent, such as `patent/valve`. @default '' (of that the token speaks for) */
  declare for: string;
  /** Most neighbours, 1 to 50. @default 10 */
  declare limit: number;
  /** Language of the patent's own abstract, for the quotes from it. @default '' (not known) */
  declare subjectLang: string;
  /** What is shown, as the API gave it. @default null */
  declare neighbours: Neighbours | null;

  constructor() {
    super();
    this.for = this.subjectLang = '';
    this.limit = 10;
    this.neighbours = null;
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-neighbours', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, NeighboursElement);
  }

  /** @internal */
  protected override get parts(): readonly Part<unknown>[] {
    return [findingWords];
  }

  /** @internal */
  protected override get view(): View {
    const { neighbours } = this.wordsOf(findingWords);
    return { ...super.view, subjectLang: this.subjectLang, more: undefined, own: neighbours };
  }

  /** @internal */
  protected override get filled(): boolean {
    return this.neighbours !== null;
  }

  /** @internal */
  protected override forget(): void {
    this.neighbours = null;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.get('for') !== undefined) this.forget();
    const isAsked = ['for', 'limit'].some((name) => changed.get(name) !== undefined);
    if (this.hasUpdated && isAsked) void this.reload();
  }

  /** @internal */
  protected override async load(connection: Connection, signal: AbortSignal): Promise<void> {
    const query = { explain: this.locale, limit: this.limit };
    const neighbours = await connection.run(this, (transport, speaksFor) => {
      const { id } = ownerOfKind('patent', this.for, speaksFor);
      return new Matches(transport).neighbours(id, query, { signal });
    });
    if (signal.aborted) return;
    this.neighbours = neighbours;
    this.state = 'ready';
  }

  /** @internal */
  protected override content(): TemplateResult {
    const { view, state } = this;
    return html`<div class="root" lang=${view.locale} aria-busy=${state === 'loading'}>
      <p class="sr" role="status">${this.#announcement(view)}</p>
      ${this.#content(view)}
    </div>`;
  }

  #content(view: View): TemplateResult {
    const { own } = view;
    switch (this.state) {
      case 'idle':
        return notice(own.idle);
      case 'loading':
        return skeleton;
      case 'empty':
        return notice(own.empty);
      case 'ready':
        return this.neighbours ? this.#list(this.neighbours, view) : notice(own.idle);
      default:
        return troubleNotice(this.failureIn(this.state), own.error, this.error, view, this.retry);
    }
  }

  #list({ notice: disclaimer, neighbours }: Neighbours, view: View): TemplateResult {
    const { own } = view;
    // Above an empty list too, which could be taken for news that nothing like it exists.
    const said = html`<p class="disclaimer" part="disclaimer">${disclaimer}</p>`;
    if (neighbours.length === 0) return html`${said} ${notice(own.empty)}`;
    return html`<section aria-labelledby="found">
      <h2 id="found" part="heading">${own.found(neighbours.length)}</h2>
      ${said}
      <ol class="cards">
        ${neighbours.map((neighbour) => keyed(keyOf(neighbour), html`<li>${neighbourCard(neighbour, view)}</li>`))}
      </ol>
    </section>`;
  }

  /** What a screen reader hears when the state changes. */
  #announcement({ own, words }: View): string {
    switch (this.state) {
      case 'idle':
        return '';
      case 'loading':
        return own.loading;
      case 'empty':
        return own.empty.title;
      case 'ready':
        if (!this.neighbours) return '';
        return this.neighbours.neighbours.length > 0 ? own.found(this.neighbours.neighbours.length) : own.empty.title;
      case 'error':
        return `${own.error.title}. ${this.error}`;
      default:
        return words[this.state].title;
    }
  }
}
