import type { IntroductionView } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { AcceptEvent, BlockEvent, DeclineEvent, type DeclineReason, WithdrawEvent } from '../events.ts';
import { Acts } from '../lib/acts.ts';
import type { CardForm } from '../lib/ask-form.ts';
import { ConnectedElement } from '../lib/connected-element.ts';
import type { Connection } from '../lib/connection.ts';
import { type Failure, failureOf } from '../lib/failure.ts';
import { formStyles } from '../lib/form.styles.ts';
import { listStyles } from '../lib/list.styles.ts';
import { moreButton, notice, skeleton, troubleNotice } from '../lib/notice.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { cardStyles } from '../matches/card.styles.ts';
import { type Box, type IntroductionAction, introductionWords } from '../strings/introductions/index.ts';
import { contactIn, type IntroductionActions, introductionActions, type Reveal } from './actions.ts';
import { introductionCard } from './card.ts';
import { type BoxPage, Inbox } from './inbox.ts';
import { introductionStyles } from './introductions.styles.ts';
import { stateStyles } from './state.styles.ts';
import type { View } from './view.ts';

const BOXES = ['received', 'sent'] as const satisfies readonly Box[];

type Boxes = Readonly<Record<Box, BoxPage>>;

/**
 * The introductions of who is logged in: those that it received and those that it sent, with what can be
 * done in each state. Contacts are read when the reader wants to see them, since that goes on record.
 *
 * @tag kopru-introductions
 * @event kopru-retry - the reader asks for the introductions again
 * @event kopru-token - a viewer token is needed: answer it with `respondWith`
 * @event kopru-accept - the reader accepts; can be prevented
 * @event kopru-decline - the reader declines; can be prevented
 * @event kopru-withdraw - the reader takes a request back; can be prevented
 * @event kopru-block - the reader blocks the other side; can be prevented
 * @csspart heading - heading of a direction
 * @csspart card - one introduction
 * @csspart name - the name of the other side
 * @csspart state - how it stands
 * @csspart quote - the message
 * @csspart facts - the dates
 * @csspart contact - how to reach the other side
 * @csspart link - an address or a number
 * @csspart actions - what the reader can do
 * @csspart button - a button; also `accept`, `decline`, `withdraw`, `block`, `contacts` and `more`
 * @csspart form - the form inside a card
 * @csspart field - its field
 * @csspart act - what the reader did
 * @csspart notice - what stands in place of the introductions
 * @csspart retry - the button that asks again
 * @cssproperty --kopru-accent - colour of buttons, links and focus
 * @cssproperty --kopru-surface - ground of a card
 * @cssproperty --kopru-text - text
 * @cssproperty --kopru-muted - labels and hints
 * @cssproperty --kopru-line - borders
 * @cssproperty --kopru-tint - ground of quotes and states
 * @cssproperty --kopru-on-accent - text of a filled button
 * @cssproperty --kopru-wrong - what went wrong
 * @cssproperty --kopru-radius - rounding of a card
 */
export class IntroductionsElement extends ConnectedElement {
  static override styles = [tokens, listStyles, formStyles, cardStyles, stateStyles, introductionStyles];
  static override properties = {
    boxes: { state: true },
    forms: { state: true },
    paging: { state: true },
    reveals: { state: true },
  };

  /** @internal */
  declare private boxes: Boxes | undefined;
  /** The form of each card that is open, or was last. @internal */
  declare private forms: ReadonlyMap<string, CardForm<IntroductionAction>>;
  /** The box whose next page is on its way, or why it did not come. @internal */
  declare private paging: Readonly<Partial<Record<Box, true | Failure>>>;
  /** @internal */
  declare private reveals: ReadonlyMap<string, Reveal>;

  #inbox: Inbox | undefined;
  readonly #acts = new Acts<IntroductionAction>(this);

  constructor() {
    super();
    this.forms = new Map();
    this.paging = {};
    this.reveals = new Map();
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-introductions', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, IntroductionsElement);
  }

  /** @internal */
  protected override get parts() {
    return [introductionWords];
  }

  /** @internal */
  protected override get view(): View {
    return { ...super.view, own: this.wordsOf(introductionWords) };
  }

  /** @internal */
  protected override get filled(): boolean {
    return this.boxes !== undefined;
  }

  /** @internal */
  protected override forget(): void {
    this.#acts.clear();
    this.#inbox = undefined;
    this.boxes = undefined;
    this.forms = new Map();
    this.reveals = new Map();
  }

  /** @internal */
  protected override async load(connection: Connection, signal: AbortSignal): Promise<void> {
    this.#inbox ??= new Inbox(this, connection);
    const inbox = this.#inbox;
    const [received, sent] = await Promise.all(BOXES.map((box) => inbox.list(box, undefined, signal)));
    if (signal.aborted || !received || !sent) return;
    this.boxes = { received, sent };
    this.paging = {};
    this.state = 'ready';
    inbox.onIntroduced(() => void this.reload(), signal);
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
    switch (this.state) {
      case 'idle':
        return notice(view.own.idle);
      case 'loading':
        return skeleton;
      case 'ready':
      case 'empty':
        return this.boxes ? html`${BOXES.map((box) => this.#box(box, view))}` : notice(view.own.idle);
      default:
        return troubleNotice(this.failureIn(this.state), view.own.error, this.error, view, this.retry);
    }
  }

  #box(box: Box, view: View): TemplateResult {
    const { items, nextCursor } = (this.boxes as Boxes)[box];
    const actions = this.#actions(view);
    const card = (item: IntroductionView) =>
      introductionCard(item, box, view, introductionActions(item, box, actions, view));
    return html`<section aria-labelledby=${box}>
      <h2 id=${box} part="heading">${view.own.boxes[box]}</h2>
      ${items.length === 0 ? html`<p class="none hint">${view.own.none[box]}</p>` : nothing}
      <ul class="cards">
        ${repeat(
          items,
          ({ id }) => id,
          (item) => html`<li>${card(item)}</li>`,
        )}
      </ul>
      ${nextCursor === null ? nothing : moreButton(this.paging[box] ?? false, () => void this.#loadMore(box), view)}
    </section>`;
  }

  #actions(view: View): IntroductionActions {
    return {
      acts: this.#acts,
      form: (id) => this.forms.get(id),
      reveal: (id) => this.reveals.get(id),
      onForm: (id, form) => {
        this.forms = new Map(this.forms).set(id, form);
      },
      onAct: (introduction, action, reason) => this.#act(introduction, action, reason, view),
      onReveal: (introduction, box) => void this.#reveal(introduction.id, box),
    };
  }

  #act(
    introduction: IntroductionView,
    action: IntroductionAction,
    reason: DeclineReason | undefined,
    { own }: View,
  ): void {
    const inbox = this.#inbox;
    if (!inbox || !this.dispatchEvent(eventOf(introduction, action, reason))) return;
    const { id } = introduction;
    this.#acts.begin(id, action, this.undoSeconds, async (idempotencyKey) => {
      const done = await inbox.act(introduction, action, reason, idempotencyKey);
      if (!done) return;
      const { state, decidedAt } = done;
      this.#change(id, { state, decidedAt });
      if (action === 'accept') void this.#reveal(id, 'received');
    });
    this.forms = new Map(this.forms).set(id, { action, open: false });
    this.said = own.done[action];
  }

  #change(id: string, change: Partial<IntroductionView>): void {
    if (!this.boxes) return;
    const changed = ({ items, nextCursor }: BoxPage): BoxPage => ({
      items: items.map((item) => (item.id === id ? { ...item, ...change } : item)),
      nextCursor,
    });
    this.boxes = { received: changed(this.boxes.received), sent: changed(this.boxes.sent) };
  }

  async #reveal(id: string, box: Box): Promise<void> {
    const inbox = this.#inbox;
    if (!inbox || this.reveals.get(id) === 'loading') return;
    this.reveals = new Map(this.reveals).set(id, 'loading');
    const reveal = await inbox.read(id).then(
      (read): Reveal => ({ contact: contactIn(read, box) }),
      (error): Reveal => ({ failure: failureOf(error, navigator.onLine) }),
    );
    if (inbox === this.#inbox) this.reveals = new Map(this.reveals).set(id, reveal);
  }

  async #loadMore(box: Box): Promise<void> {
    const { boxes, signal } = this;
    const before = boxes?.[box];
    if (!this.#inbox || !before?.nextCursor || this.paging[box] === true) return;
    const show = (state: true | Failure | undefined) => {
      const { [box]: _, ...others } = this.paging;
      this.paging = state ? { ...others, [box]: state } : others;
    };
    show(true);
    try {
      const page = await this.#inbox.list(box, before.nextCursor, signal);
      if (signal.aborted || !this.boxes) return;
      this.boxes = { ...this.boxes, [box]: { ...page, items: [...this.boxes[box].items, ...page.items] } };
      show(undefined);
      await this.updateComplete;
      const next = page.items[0];
      if (next) this.focusIn(next.id, 'place');
    } catch (error) {
      if (!signal.aborted) show(failureOf(error, navigator.onLine));
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
        return BOXES.map((box) => `${own.boxes[box]}: ${this.boxes?.[box].items.length ?? 0}`).join(', ');
      case 'error':
        return `${own.error.title}. ${this.error}`;
      default:
        return words[this.state].title;
    }
  }
}

function eventOf(introduction: IntroductionView, action: IntroductionAction, reason: DeclineReason | undefined): Event {
  switch (action) {
    case 'accept':
      return new AcceptEvent(introduction);
    case 'decline':
      return new DeclineEvent(introduction, reason);
    case 'withdraw':
      return new WithdrawEvent(introduction);
    case 'block':
      return new BlockEvent(introduction);
  }
}
