import type { Kind, Limits } from '@kopru/sdk/schema';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Editing } from './editing.ts';
import { LIMIT_FIELDS } from './layout.ts';
import type { JsonObject } from './pointer.ts';
import type { ProfileStore } from './store.ts';

/** Milliseconds of rest after which the limits are counted. */
const REST = 600;

/** What the limits of the form cost, asked anew whenever one of them has changed. Without an answer nothing is shown. */
export class LimitsPreview implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #limits: Limits | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new AbortController();
  /** What was asked about last. */
  #asked = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get eligible(): number | undefined {
    return this.#limits?.eligible;
  }

  get costs(): Readonly<Record<string, number>> {
    return Object.fromEntries((this.#limits?.limits ?? []).map(({ path, blocks }) => [path, blocks]));
  }

  /** Counts once nothing has changed for a while; not while a limit is wrong. */
  watch(
    store: ProfileStore,
    { form: { kind }, problems, profile }: Pick<Editing, 'form' | 'problems' | 'profile'>,
  ): void {
    const isWrong = Object.keys(problems).some((leaf) => LIMIT_FIELDS[kind].includes(leaf.split('/')[1] ?? ''));
    // Only what decides is sent: no name, no text, no contact.
    const limits = Object.fromEntries(LIMIT_FIELDS[kind].flatMap((field) => fieldOf(profile, field)));
    const asked = JSON.stringify([kind, isWrong, limits]);
    if (asked === this.#asked) return;
    this.#stop();
    this.#asked = asked;
    // What was counted last stands until there is something newer, so that nothing jumps.
    if (isWrong) this.#show(undefined);
    else this.#timer = setTimeout(() => void this.#count(store, kind, limits), REST);
  }

  /** Shows nothing any more. */
  clear(): void {
    this.#stop();
    this.#show(undefined);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  async #count(store: ProfileStore, kind: Kind, limits: JsonObject): Promise<void> {
    const { signal } = this.#asking;
    try {
      const found = await store.count(kind, limits, signal);
      if (!signal.aborted) this.#show(found);
    } catch {
      if (signal.aborted) return;
      // It is a help and no more: who writes a profile is not told that it did not come.
      this.#asked = '';
      this.#show(undefined);
    }
  }

  #show(limits: Limits | undefined): void {
    if (limits !== this.#limits) this.#host.requestUpdate();
    this.#limits = limits;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#asked = '';
  }
}

const fieldOf = (profile: JsonObject, field: string): [string, JsonObject[string]][] => {
  const value = profile[field];
  return value === undefined ? [] : [[field, value]];
};
