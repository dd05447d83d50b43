import type { Locale } from '@kopru/sdk/facets';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Part } from '../strings/part.ts';

/** Seconds after which a language that could not be loaded is tried again. */
const RETRY = 30;

/** A language and the parts of it that an element needs. */
interface Wanted {
  readonly locale: Locale;
  readonly parts: readonly Part<unknown>[];
}

/** Words of one language that are there. */
interface Spoken {
  readonly locale: Locale;
  readonly words: ReadonlyMap<Part<unknown>, unknown>;
}

/**
 * The language of an element. What is wanted is loaded; what is there stays until then. What cannot be loaded
 * is tried again later: meanwhile the element goes on in the language that is there, or in English.
 */
export class Language implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #wanted: Wanted | undefined;
  #spoken: Spoken | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Is kept when what was wanted last is there, or could not be loaded. */
  settled: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The language that is spoken; undefined before any is there. */
  get locale(): Locale | undefined {
    return this.#spoken?.locale;
  }

  /** What is there of a part in the language that is spoken. */
  of<T>(part: Part<T>): T | undefined {
    return this.#spoken?.words.get(part) as T | undefined;
  }

  /** Says what the element is to speak. It is updated when that is there. */
  want(locale: Locale, parts: readonly Part<unknown>[]): void {
    if (this.#wanted?.locale === locale && alike(this.#wanted.parts, parts)) return;
    this.#wanted = { locale, parts };
    this.again();
  }

  /** Loads what is wanted and not there. */
  again = (): void => {
    const wanted = this.#wanted;
    if (!wanted || (this.#spoken?.locale === wanted.locale && wanted.parts.every((part) => this.of(part)))) return;
    clearTimeout(this.#timer);
    // What another element has loaded is there at once.
    const words = wanted.parts.map((part) => [part, part.ready(wanted.locale)] as const);
    if (words.every(([, word]) => word)) this.#spoken = { locale: wanted.locale, words: new Map(words) };
    else this.settled = this.#load(wanted);
  };

  /** What was asked for before the network came may still fail: then it is asked for once more. */
  #online = (): void => {
    this.again();
    void this.settled?.then(this.again);
  };

  hostConnected(): void {
    addEventListener('online', this.#online);
    this.again();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    clearTimeout(this.#timer);
  }

  async #load(wanted: Wanted): Promise<void> {
    const { locale, parts } = wanted;
    for (const attempt of this.#spoken ? [locale] : ([locale, 'en'] as const)) {
      try {
        const words = await Promise.all(parts.map(async (part) => [part, await part.load(attempt)] as const));
        if (this.#wanted !== wanted) return;
        this.#spoken = { locale: attempt, words: new Map(words) };
        return this.#host.requestUpdate();
      } catch (error) {
        if (this.#wanted !== wanted) return;
        // For whoever builds the page: the reader goes on in another language.
        console.error(error);
        clearTimeout(this.#timer);
        this.#timer = setTimeout(this.again, RETRY * 1000);
      }
    }
  }
}

const alike = <T>(some: readonly T[], others: readonly T[]): boolean =>
  some.length === others.length && some.every((one, i) => one === others[i]);
