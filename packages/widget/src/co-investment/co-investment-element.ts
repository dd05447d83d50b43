import { isKopruError, Matches } from '@kopru/sdk';
import type { CoInvestment } from '@kopru/sdk/schema';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ConnectedElement } from '../lib/connected-element.ts';
import type { Connection } from '../lib/connection.ts';
import { formStyles } from '../lib/form.styles.ts';
import { listStyles } from '../lib/list.styles.ts';
import { notice, skeleton, troubleNotice } from '../lib/notice.ts';
import { ownerOfKind } from '../lib/owner.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { cardStyles } from '../matches/card.styles.ts';
import { table } from '../matches/making.ts';
import { findingWords } from '../strings/findings/index.ts';
import { moreWords } from '../strings/more/index.ts';
import type { Part } from '../strings/part.ts';
import { coInvestmentStyles } from './co-investment.styles.ts';
import { RoundEvent } from './events.ts';
import { roundView } from './round.ts';
import { type Rules, rulesForm, rulesOf } from './rules.ts';
import type { View } from './view.ts';

/**
 * Who fills a round of a startup together: how much of it is covered, what stops the rest, and of each investor the
 * amount, why it is this amount, and the match. The reader may ask for other conditions of the round.
 *
 * With `api` and `key` it asks the API for who is logged in; nothing is changed or sent to an investor. Without them
 * the host page hears `kopru-round` and sets `round` (asked for with `explain`, so that it comes with its sentences).
 *
 * @tag kopru-co-investment
 * @event kopru-round - the reader asks for other conditions; can be prevented
 * @event kopru-retry - the reader asks again
 * @event kopru-token - a viewer token is needed: answer it with `respondWith`
 * @csspart form - the conditions
 * @csspart label - the label of a field, and of all of them
 * @csspart field - a field
 * @csspart button - the button that asks
 * @csspart heading - heading of the round
 * @csspart summary - the sentences of the round
 * @csspart stop - what keeps it from being filled, in them
 * @csspart bar - one bar
 * @csspart facts - the figures of the round, and what an investor states of itself
 * @csspart investor - one investor
 * @csspart name - its name
 * @csspart place - its country and hub
 * @csspart amount - what it puts in
 * @csspart mark - a mark of it: `lead`
 * @csspart why - why it is this amount
 * @csspart match - the folded match
 * @csspart card - the match itself
 * @csspart score - number, bar and word
 * @csspart reasons - why it fits
 * @csspart quote - words of a profile
 * @csspart caution - what to mind
 * @csspart text - the folded whole text
 * @csspart making - the folded making of the score
 * @csspart signals - the table of signals
 * @csspart notice - what stands in place of the round
 * @csspart retry - the button that asks again
 * @cssproperty --kopru-accent - colour of bars, buttons, links and focus
 * @cssproperty --kopru-surface - ground of the form and of a card
 * @cssproperty --kopru-text - text
 * @cssproperty --kopru-muted - labels, hints and borders of fields
 * @cssproperty --kopru-line - borders and the track of a bar
 * @cssproperty --kopru-tint - ground of quotes
 * @cssproperty --kopru-on-accent - text of a filled button
 * @cssproperty --kopru-wrong - the line at what stops a round
 * @cssproperty --kopru-radius - rounding of a card
 */
export class CoInvestmentElement extends ConnectedElement {
  static override styles = [tokens, listStyles, formStyles, cardStyles, coInvestmentStyles];
  static override properties = {
    for: {},
    minCountries: { type: Number, attribute: 'min-countries' },
    maxInvestors: { type: Number, attribute: 'max-investors' },
    needsLead: { type: Boolean, attribute: 'needs-lead' },
    subjectLang: { attribute: 'subject-lang' },
    round: { attribute: false },
    asking: { state: true },
  };

  /** Whose round, such as `startup/agri-17`. @default '' (of whom the token speaks for) */
  declare for: string;
  /** Fewest countries that the investors are from, 1 to 20; 0 asks nothing. @default 0 */
  declare minCountries: number;
  /** Most investors, 1 to 100; 0 asks nothing. @default 0 */
  declare maxInvestors: number;
  /** Whether somebody has to lead. @default false */
  declare needsLead: boolean;
  /** Language of the startup's own text, for the quotes from it. @default '' (not known) */
  declare subjectLang: string;
  /** What is shown, as the API gave it. @default null */
  declare round: CoInvestment | null;
  /** Whether an answer is on its way. @internal */
  declare private asking: boolean;

  constructor() {
    super();
    this.for = this.subjectLang = '';
    this.minCountries = this.maxInvestors = 0;
    this.needsLead = this.asking = false;
    this.round = null;
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-co-investment', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, CoInvestmentElement);
  }

  /** @internal */
  protected override get parts(): readonly Part<unknown>[] {
    // How a score is made is said once it is unfolded.
    return [findingWords, ...(table.ready ? [moreWords] : [])];
  }

  /** @internal */
  protected override get view(): View {
    const { round } = this.wordsOf(findingWords);
    return { ...super.view, subjectLang: this.subjectLang, more: this.wordsOf(moreWords), own: round };
  }

  /** @internal */
  protected override get filled(): boolean {
    return this.round !== null;
  }

  /** @internal */
  protected override forget(): void {
    this.round = null;
  }

  get #rules(): Rules {
    return rulesOf(this.minCountries, this.maxInvestors, this.needsLead);
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.get('for') !== undefined) this.forget();
    const names = ['for', 'minCountries', 'maxInvestors', 'needsLead'];
    if (this.hasUpdated && names.some((name) => changed.get(name) !== undefined)) void this.reload();
  }

  /** @internal */
  protected override async load(connection: Connection, signal: AbortSignal): Promise<void> {
    this.asking = true;
    try {
      const round = await connection.run(this, (transport, speaksFor) => {
        const { id } = ownerOfKind('startup', this.for, speaksFor);
        const [request, query] = [{ rules: this.#rules }, { explain: this.locale }];
        return new Matches(transport).coInvestment(id, request, query, { signal });
      });
      if (signal.aborted) return;
      this.round = round;
      this.state = 'ready';
    } catch (error) {
      const isUnstated = isKopruError(error, 'invalid_request') && error.issues.some(({ path }) => path === '/raise');
      if (signal.aborted || !isUnstated) throw error;
      this.round = null;
      this.state = 'empty';
    } finally {
      if (!signal.aborted) this.asking = false;
    }
  }

  /** @internal */
  protected override content(): TemplateResult {
    const { view, state, asking } = this;
    return html`<div class="root" lang=${view.locale}>
      ${rulesForm(this.#rules, this.#ask, view)}
      <p class="sr" role="status">${this.#announcement(view)}</p>
      <div aria-busy=${asking || state === 'loading'}>${this.#content(view)}</div>
    </div>`;
  }

  readonly #ask = (rules: Rules): void => {
    if (!this.dispatchEvent(new RoundEvent(rules))) return;
    const { minCountries = 0, maxInvestors = 0, needsLead = false } = rules;
    Object.assign(this, { minCountries, maxInvestors, needsLead });
    // Where all is as it was, the reader wants to know how it stands by now.
    if (!this.isUpdatePending) void this.reload();
  };

  #content(view: View): TemplateResult {
    const { own } = view;
    switch (this.state) {
      case 'idle':
        return notice(own.idle);
      case 'loading':
        return skeleton;
      case 'empty':
        return notice(own.none);
      case 'ready':
        return this.round ? roundView(this.round, view) : notice(own.idle);
      default:
        return troubleNotice(this.failureIn(this.state), own.error, this.error, view, this.retry);
    }
  }

  /** What a screen reader hears when the state changes. */
  #announcement({ own, words }: View): string {
    if (this.asking) return own.loading;
    switch (this.state) {
      case 'idle':
        return '';
      case 'loading':
        return own.loading;
      case 'empty':
        return own.none.title;
      case 'ready':
        return this.round?.summary[0]?.text ?? '';
      case 'error':
        return `${own.error.title}. ${this.error}`;
      default:
        return words[this.state].title;
    }
  }
}
