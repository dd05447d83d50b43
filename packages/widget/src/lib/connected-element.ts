import type { Locale } from '@kopru/sdk/facets';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { baseWords, localeOf } from '../strings/index.ts';
import { allNames } from '../strings/names/index.ts';
import type { Part } from '../strings/part.ts';
import { type Connection, connect } from './connection.ts';
import { type Failure, failureOf, type Trouble } from './failure.ts';
import { RetryEvent } from './host-events.ts';
import { createLabels, type Labels, type Names } from './labels.ts';
import { Language } from './language.ts';
import { skeleton } from './notice.ts';
import type { View } from './view.ts';

/** What an element has to show. `ready` with nothing in it shows what `empty` shows. */
export type ElementState = 'idle' | 'loading' | 'ready' | 'empty' | 'error' | 'offline' | 'expired' | 'limited';

const NONE: Names = {};

/**
 * An element that asks the API by itself once it has `api` and `key`, and what such elements share: the
 * token, the states, the language, and where the focus goes when what had it is gone.
 */
export abstract class ConnectedElement<C = Connection> extends LitElement {
  static override properties: PropertyDeclarations = {
    api: {},
    key: {},
    token: {},
    lang: { reflect: true },
    state: { reflect: true },
    error: {},
    undoSeconds: { type: Number, attribute: 'undo-seconds' },
    said: { state: true },
  };

  /** Where the API is, such as `https://kopru.example`. @default '' (the element asks nobody) */
  declare api: string;
  /** A publishable key that is bound to the origin of the page. @default '' */
  declare key: string;
  /** The viewer token of who is logged in. @default '' (the event `kopru-token` asks for it) */
  declare token: string;
  /** Language of the interface, one of the nine. @default that of the nearest ancestor with `lang`, else English */
  declare lang: string;
  /** What the element shows. @default 'idle' */
  declare state: ElementState;
  /** What went wrong, in the reader's language, shown in the state `error`. @default '' */
  declare error: string;
  /** Seconds for which an act can be taken back; 0 sends it at once. @default 8 */
  declare undoSeconds: number;
  /** What a screen reader is told besides the state. @internal */
  declare protected said: string;

  /** Why the list did not come. @internal */
  protected failure: Failure | undefined;
  /** Undefined where the host page hands over what is to be shown. */
  #connection: C | undefined;
  #loading = new AbortController();
  #clock: ReturnType<typeof setInterval> | undefined;
  #languages: MutationObserver | undefined;
  /** The language in which the API was asked last. */
  #asked = '';
  readonly #language = new Language(this);
  #labels: { readonly of: readonly unknown[]; readonly labels: Labels } | undefined;

  constructor() {
    super();
    this.api = '';
    this.key = '';
    this.token = '';
    this.state = 'idle';
    this.error = '';
    this.undoSeconds = 8;
    this.said = '';
  }

  /** Reads what is to be shown, in the language of the view. @internal */
  protected abstract load(connection: C, signal: AbortSignal): Promise<void>;
  /** Whether there is something that can stay while it is read anew. @internal */
  protected abstract get filled(): boolean;
  /** Drops what was shown to another member. @internal */
  protected abstract forget(): void;
  /** What is shown. Is called when all words are there. @internal */
  protected abstract content(): TemplateResult;

  /** What the element says beside the words that all have. May depend on its state. @internal */
  protected get parts(): readonly Part<unknown>[] {
    return [];
  }

  /** Aborted when what is shown is read anew, or the element leaves the page. @internal */
  protected get signal(): AbortSignal {
    return this.#loading.signal;
  }

  /** What is known of the state that the element is in. @internal */
  protected failureIn(state: Trouble): Failure {
    return this.failure?.state === state ? this.failure : { state, seconds: 0 };
  }

  /** The language that is shown, or on its way. @internal */
  protected get locale(): Locale {
    return this.#language.locale ?? this.#wantedLocale;
  }

  get #wantedLocale(): Locale {
    // Its own attribute is empty where the property was set to nothing.
    return localeOf(this.lang || this.closest<HTMLElement>('[lang]:not([lang=""])')?.lang || '');
  }

  /** What there is of a part when `content` is called. @internal */
  protected wordsOf<T>(part: Part<T>): T {
    return this.#language.of(part) as T;
  }

  /** What templates read, when `content` is called. @internal */
  protected get view(): View {
    const base = this.wordsOf(baseWords);
    const names = this.#language.of(allNames) ?? NONE;
    const of = [base, names];
    if (!this.#labels?.of.every((one, i) => one === of[i]))
      this.#labels = { of, labels: createLabels(this.locale, base, names) };
    return { locale: this.locale, words: base.words, labels: this.#labels.labels };
  }

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
    // Where the element has no language of its own it follows that of the page.
    this.#languages = new MutationObserver(() => this.requestUpdate());
    this.#languages.observe(document.documentElement, { attributeFilter: ['lang'] });
    // It was taken out of the page while it waited.
    if (this.hasUpdated && this.state === 'loading') void this.reload();
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    this.#languages?.disconnect();
    this.#stop();
  }

  /** Waits for the language too. @internal */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#language.settled;
    return super.getUpdateComplete();
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    this.#language.want(this.#wantedLocale, [baseWords, ...this.parts]);
    if (changed.has('api') || changed.has('key') || changed.has('token')) this.#connect();
    if (this.#connection && this.#asked !== this.locale) void this.reload();
  }

  /** @internal */
  protected override update(changed: PropertyValues): void {
    const place = this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-place]')?.dataset.place;
    super.update(changed);
    // What had the focus is gone: the reader goes on where it was.
    if (place !== undefined && !this.shadowRoot?.activeElement) this.focusIn(place);
  }

  /** @internal */
  protected override render(): TemplateResult {
    if (this.#language.locale) return this.content();
    return html`<div class="root">${this.state === 'idle' ? nothing : skeleton}</div>`;
  }

  /** Focuses a place, or what is marked as first in it: a field, a line, a button. @internal */
  protected focusIn(place: string, what: 'first' | 'place' = 'first'): void {
    const places = this.renderRoot.querySelectorAll<HTMLElement>('[data-place]');
    const found = Array.from(places).find(({ dataset }) => dataset.place === place);
    const first = what === 'first' ? found?.querySelector<HTMLElement>('[data-first]') : undefined;
    (first ?? found)?.focus();
  }

  /** Asks again. The reader's wish is told to the host page as well. @internal */
  protected retry = (): void => {
    this.dispatchEvent(new RetryEvent());
    this.#language.again();
    void this.reload();
  };

  /** Reads anew what is shown. Does nothing where the host page hands it over. @internal */
  protected async reload(): Promise<void> {
    const connection = this.#connection;
    if (!connection) return;
    this.#stop();
    const { signal } = this.#loading;
    this.#asked = this.locale;
    this.said = '';
    if (!this.filled || this.state !== 'ready') this.state = 'loading';
    try {
      await this.load(connection, signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Whom the element asks, the same for the same address and member; undefined where it asks nobody. @internal */
  protected open(): C | undefined {
    const { api, key, token } = this;
    return api && key ? (connect({ api, key, token }) as C) : undefined;
  }

  #connect(): void {
    const before = this.#connection;
    try {
      this.#connection = this.open();
    } catch (error) {
      this.#connection = undefined;
      this.#fail(error);
      return;
    }
    // A token that comes in time changes nothing that is shown.
    if (before && this.#connection !== before) this.forget();
    if (this.#connection !== before || this.state === 'expired') void this.reload();
  }

  #fail(error: unknown): void {
    // The reader is told what to do, whoever builds the page what is wrong.
    console.error(error);
    this.failure = failureOf(error, navigator.onLine);
    // A member that has no profile yet has no list, which is no error.
    this.state = this.failure.code === 'not_found' ? 'idle' : this.failure.state;
    if (this.failure.seconds > 0) this.#clock = setInterval(this.#tick, 1000);
  }

  /** Counts the wait down, and asks again at its end. */
  #tick = (): void => {
    const { failure } = this;
    if (!failure) return;
    this.failure = { ...failure, seconds: failure.seconds - 1 };
    if (this.failure.seconds > 0) this.requestUpdate();
    else void this.reload();
  };

  #stop(): void {
    clearInterval(this.#clock);
    this.#loading.abort();
    this.#loading = new AbortController();
  }

  #online = (): void => {
    if (this.state === 'offline') void this.reload();
  };
}
