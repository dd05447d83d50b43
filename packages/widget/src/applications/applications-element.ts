import { isKopruError } from '@kopru/sdk';
import type { Application, ApplicationHistory, MatchList } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { stateStyles } from '../introductions/state.styles.ts';
import { Acts } from '../lib/acts.ts';
import { ConnectedElement } from '../lib/connected-element.ts';
import type { Connection } from '../lib/connection.ts';
import { type Failure, failureOf } from '../lib/failure.ts';
import { formStyles } from '../lib/form.styles.ts';
import { keyed } from '../lib/keyed.ts';
import { listStyles } from '../lib/list.styles.ts';
import { moreButton, notice, skeleton, troubleNotice } from '../lib/notice.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { cardStyles } from '../matches/card.styles.ts';
import { keyOf, matchCard } from '../matches/card.ts';
import { table } from '../matches/making.ts';
import { withPage } from '../matches/with-page.ts';
import { type ApplicationAction, applicationWords } from '../strings/applications/index.ts';
import { moreWords } from '../strings/more/index.ts';
import type { Part } from '../strings/part.ts';
import { isRefusal } from './act.ts';
import { applicationCard } from './application-card.ts';
import { applicationStyles } from './applications.styles.ts';
import { callKey, callList } from './calls.ts';
import { type Applied, Desk } from './desk.ts';
import { ApplyEvent, WithdrawApplicationEvent } from './events.ts';
import type { Programme } from './standing.ts';
import type { View } from './view.ts';

/**
 * What a startup applies to: its applications to programmes of its hub with how each stands, and the programmes that
 * match it with their open calls, to which it applies here.
 *
 * With `api` and `key` it asks the API for who is logged in, and takes what the reader does. Without them the host
 * page hands over `applications` and `list`; the element then sends nothing anywhere.
 *
 * @tag kopru-applications
 * @event kopru-retry - the reader asks again
 * @event kopru-token - a viewer token is needed: answer it with `respondWith`
 * @event kopru-apply - the reader applies to a call; can be prevented
 * @event kopru-withdraw-application - the reader withdraws an application; can be prevented
 * @csspart heading - heading of the applications, and of the programmes
 * @csspart card - one application, or one programme
 * @csspart name - the name of the programme
 * @csspart state - how an application stands
 * @csspart facts - call, stage and dates of an application; what a programme states of itself
 * @csspart history - the folded history of an application
 * @csspart moves - what it was at each time
 * @csspart mark - a mark beside a programme: `saved`
 * @csspart score - number, bar and word
 * @csspart bar - one bar
 * @csspart reasons - why a programme fits
 * @csspart quote - words of a profile
 * @csspart caution - what to mind
 * @csspart text - the folded whole text
 * @csspart making - the folded making of the score
 * @csspart signals - the table of signals
 * @csspart calls - the calls of a programme
 * @csspart call - one of them
 * @csspart actions - what the reader can do with an application
 * @csspart button - a button; also `apply`, `withdraw` and `more`
 * @csspart form - the question whether to withdraw
 * @csspart act - what the reader did
 * @csspart notice - what stands in place of all
 * @csspart retry - the button that asks again
 * @cssproperty --kopru-accent - colour of buttons, bars, links and focus
 * @cssproperty --kopru-surface - ground of a card
 * @cssproperty --kopru-text - text
 * @cssproperty --kopru-muted - labels and hints
 * @cssproperty --kopru-line - borders
 * @cssproperty --kopru-tint - ground of quotes, states and of the track of a bar
 * @cssproperty --kopru-on-accent - text of a filled button
 * @cssproperty --kopru-wrong - what went wrong
 * @cssproperty --kopru-radius - rounding of a card
 */
export class ApplicationsElement extends ConnectedElement {
  static override styles = [tokens, listStyles, formStyles, cardStyles, stateStyles, applicationStyles];
  static override properties = {
    applications: { attribute: false },
    list: { attribute: false },
    subjectLang: { attribute: 'subject-lang' },
    asking: { state: true },
    missing: { state: true },
    paging: { state: true },
  };

  /** Its applications as the API gave them, the newest first; with `moves` where these were read. @default null */
  declare applications: readonly Applied[] | null;
  /** The programmes that match it, as the API gave them. @default null */
  declare list: MatchList | null;
  /** Language of the startup's own text, for the quotes from it. @default '' (not known) */
  declare subjectLang: string;
  /** Which application the reader is asked about. @internal */
  declare private asking: string;
  /** Why histories did not come, by application. @internal */
  declare private missing: ReadonlyMap<string, Failure>;
  /** Whether the next page is on its way, or why it did not come. @internal */
  declare private paging: boolean | Failure;

  #desk: Desk | undefined;
  readonly #acts = new Acts<ApplicationAction>(this);
  /** Applications whose history was unfolded. */
  readonly #unfolded = new Set<string>();

  constructor() {
    super();
    this.applications = this.list = null;
    this.subjectLang = this.asking = '';
    this.missing = new Map();
    this.paging = false;
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-applications', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, ApplicationsElement);
  }

  /** @internal */
  protected override get parts(): readonly Part<unknown>[] {
    return [applicationWords, ...(table.ready ? [moreWords] : [])];
  }

  /** @internal */
  protected override get view(): View {
    const own = this.wordsOf(applicationWords);
    return { ...super.view, subjectLang: this.subjectLang, more: this.wordsOf(moreWords), own };
  }

  /** @internal */
  protected override get filled(): boolean {
    return this.applications !== null;
  }

  /** @internal */
  protected override forget(): void {
    this.#acts.clear();
    this.#desk = undefined;
    this.applications = this.list = null;
    this.asking = '';
    this.missing = new Map();
    this.#unfolded.clear();
  }

  /** @internal */
  protected override async load(connection: Connection, signal: AbortSignal): Promise<void> {
    this.#desk ??= new Desk(this, connection);
    const desk = this.#desk;
    const [applications, list] = await Promise.all([
      desk.applications(signal),
      desk.programmes(this.locale, this.list?.matches.length ?? 0, signal),
    ]);
    if (signal.aborted) return;
    this.list = list;
    this.#show(applications);
    this.paging = false;
    this.state = 'ready';
  }

  /** @internal */
  protected override content(): TemplateResult {
    const { view, state } = this;
    return html`<div class="root" lang=${view.locale} aria-busy=${state === 'loading'}>
      <p class="sr" role="status">${this.said || this.#announcement(view)}</p>
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
      case 'ready':
      case 'empty':
        return html`${this.#mine(view)} ${this.#programmes(view)}`;
      default:
        return troubleNotice(this.failureIn(this.state), own.error, this.error, view, this.retry);
    }
  }

  #mine(view: View): TemplateResult {
    const { own } = view;
    const applications = this.applications ?? [];
    const actions = {
      acts: this.#desk && this.#acts,
      asking: this.asking,
      missing: (id: string) => this.missing.get(id),
      onAsk: (id: string) => {
        this.asking = id;
      },
      onWithdraw: (application: Application) => this.#withdraw(application, view),
      onUnfold: (id: string) => void this.#unfold(id),
    };
    return html`<section aria-labelledby="mine">
      <h2 id="mine" part="heading">${own.mine}</h2>
      ${applications.length === 0 ? html`<p class="none hint">${own.none}</p>` : nothing}
      <ul class="cards">
        ${repeat(
          applications,
          ({ id }) => id,
          (application) => html`<li>${applicationCard(application, actions, view)}</li>`,
        )}
      </ul>
    </section>`;
  }

  #programmes(view: View): TemplateResult {
    const { own } = view;
    const { matches = [], nextCursor = null, subject } = this.list ?? {};
    const actions = {
      acts: this.#desk && this.#acts,
      onApply: (programme: Programme, call: string) => this.#apply(programme, call, view),
    };
    // The calls stand below, each with what can be done.
    const withoutCalls = ({ facts, ...match }: Programme): Programme => ({
      ...match,
      facts: facts?.filter(({ field }) => field !== 'calls'),
    });
    return html`<section aria-labelledby="open">
      <h2 id="open" part="heading">${own.open}</h2>
      ${matches.length === 0 ? html`<p class="none hint">${own.noOpen}</p>` : nothing}
      <ol class="cards">
        ${matches.map((match) => {
          const calls = callList(match, this.applications ?? [], actions, view);
          const card = matchCard(withoutCalls(match), subject?.kind ?? 'startup', view, false, calls);
          return keyed(keyOf(match), html`<li>${card}</li>`);
        })}
      </ol>
      ${this.#desk && nextCursor !== null ? moreButton(this.paging, () => void this.#loadMore(), view) : nothing}
    </section>`;
  }

  #apply(programme: Programme, call: string, { own }: View): void {
    const desk = this.#desk;
    if (!desk || !this.dispatchEvent(new ApplyEvent(programme, call))) return;
    this.#acts.begin(callKey(programme, call), 'apply', this.undoSeconds, (idempotencyKey) =>
      this.#send(desk, () => desk.apply(programme.id, call, idempotencyKey)),
    );
    this.said = own.done.apply;
  }

  #withdraw(application: Application, { own }: View): void {
    const desk = this.#desk;
    if (!desk || !this.dispatchEvent(new WithdrawApplicationEvent(application))) return;
    const { id } = application;
    this.#acts.begin(id, 'withdraw', this.undoSeconds, (idempotencyKey) =>
      this.#send(desk, () => desk.withdraw(id, idempotencyKey)),
    );
    this.asking = '';
    this.said = own.done.withdraw;
  }

  /** Shows what became of it. Where it was refused the applications are read anew, since they are not as they were. */
  async #send(desk: Desk, deed: () => Promise<ApplicationHistory>): Promise<void> {
    try {
      const done = await deed();
      const others = (this.applications ?? []).filter(({ id }) => id !== done.id);
      if (desk === this.#desk) this.#show([...others, done]);
    } catch (error) {
      const now = isKopruError(error) && isRefusal(error.code) && (await desk.applications().catch(() => undefined));
      if (now && desk === this.#desk) this.#show(now);
      throw error;
    }
  }

  /** The newest first. What an application was before is kept while nothing has changed, and else read anew. */
  #show(applications: readonly Applied[]): void {
    const before = new Map(this.applications?.map((one) => [`${one.id} ${one.updatedAt}`, one.moves]));
    const shown = applications
      .map((one): Applied => ({ ...one, moves: one.moves ?? before.get(`${one.id} ${one.updatedAt}`) }))
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    this.applications = shown;
    for (const { id, moves } of shown) if (!moves && this.#unfolded.has(id)) void this.#unfold(id);
  }

  async #unfold(id: string): Promise<void> {
    const desk = this.#desk;
    this.#unfolded.add(id);
    if (!desk || this.applications?.find((one) => one.id === id)?.moves) return;
    const forgiven = new Map(this.missing);
    forgiven.delete(id);
    this.missing = forgiven;
    try {
      const read = await desk.read(id);
      if (desk !== this.#desk) return;
      this.applications = (this.applications ?? []).map((one) => (one.id === id ? read : one));
    } catch (error) {
      this.missing = new Map(this.missing).set(id, failureOf(error, navigator.onLine));
    }
  }

  async #loadMore(): Promise<void> {
    const { list, signal } = this;
    if (!this.#desk || !list?.nextCursor || this.paging === true) return;
    this.paging = true;
    try {
      const page = await this.#desk.after(list, this.locale, signal);
      if (signal.aborted) return;
      this.list = withPage(list, page);
      this.paging = false;
      await this.updateComplete;
      const next = page.matches[0];
      if (next) this.focusIn(keyOf(next), 'place');
    } catch (error) {
      if (!signal.aborted) this.paging = failureOf(error, navigator.onLine);
    }
  }

  /** What a screen reader hears when the state changes. */
  #announcement({ own, words }: View): string {
    switch (this.state) {
      case 'idle':
        return '';
      case 'loading':
        return own.loading;
      case 'ready':
      case 'empty':
        return `${own.mine}: ${this.applications?.length ?? 0}, ${own.open}: ${this.list?.matches.length ?? 0}`;
      case 'error':
        return `${own.error.title}. ${this.error}`;
      default:
        return words[this.state].title;
    }
  }
}
