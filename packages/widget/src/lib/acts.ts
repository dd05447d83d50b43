import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Failure, failureOf } from './failure.ts';

/**
 * What a reader did to one thing of a list. It is `held` while it can be taken back, then sent; it stands
 * until it fails.
 */
export interface Act<N extends string = string> {
  readonly name: N;
  readonly phase: 'held' | 'sending' | 'sent' | 'failed';
  /** Why it failed. */
  readonly failure?: Failure;
}

interface Entry<N extends string> {
  act: Act<N>;
  /** The same for all its attempts, so that it is done once. */
  readonly idempotencyKey: string;
  readonly send: (idempotencyKey: string) => Promise<void>;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * The acts of a reader, one for each thing at a time. They are shown at once; the API has no way back for
 * most of them, so each is sent only when the time to take it back is over, or when the page is left.
 */
export class Acts<N extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #entries = new Map<string, Entry<N>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  of(id: string): Act<N> | undefined {
    return this.#entries.get(id)?.act;
  }

  /** @param seconds for which it can be taken back; 0 sends it at once. */
  begin(id: string, name: N, seconds: number, send: (idempotencyKey: string) => Promise<void>): void {
    const entry: Entry<N> = { act: { name, phase: 'held' }, idempotencyKey: randomKey(), send };
    this.#entries.set(id, entry);
    if (seconds > 0) entry.timer = setTimeout(() => void this.#commit(entry), seconds * 1000);
    else void this.#commit(entry);
    this.#host.requestUpdate();
  }

  /** Takes back what is not sent yet, or failed. */
  undo(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry || (entry.act.phase !== 'held' && entry.act.phase !== 'failed')) return;
    clearTimeout(entry.timer);
    this.#entries.delete(id);
    this.#host.requestUpdate();
  }

  /** Sends again what failed, under the same idempotency key. */
  again(id: string): void {
    const entry = this.#entries.get(id);
    if (entry?.act.phase === 'failed') void this.#commit(entry);
  }

  /** Sends at once what can still be taken back. */
  flush = (): void => {
    for (const entry of this.#entries.values()) if (entry.act.phase === 'held') void this.#commit(entry);
  };

  /** Forgets all of them; what was not sent is. */
  clear(): void {
    this.flush();
    this.#entries.clear();
  }

  hostConnected(): void {
    addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.#hidden);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.#hidden);
    this.flush();
  }

  /** A telephone may end a page that is out of sight without a word. */
  #hidden = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };

  async #commit(entry: Entry<N>): Promise<void> {
    clearTimeout(entry.timer);
    const show = (act: Act<N>) => {
      entry.act = act;
      this.#host.requestUpdate();
    };
    const { name } = entry.act;
    show({ name, phase: 'sending' });
    try {
      await entry.send(entry.idempotencyKey);
      show({ name, phase: 'sent' });
    } catch (error) {
      show({ name, phase: 'failed', failure: failureOf(error, navigator.onLine) });
    }
  }
}

/** 128 random bits. Not `randomUUID`, which pages without https lack. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
