import type { MatchList } from '@kopru/sdk/schema';
import type { LitElement, ReactiveController } from 'lit';
import type { Match } from './actions.ts';

type Host = LitElement & { readonly list: MatchList | null };

/**
 * What was on the reader's screen, and what is new there. A match was if its name was. That is told when the
 * page is hidden or left, so that what is new stays so while it is read.
 */
export class Seen implements ReactiveController {
  readonly #host: Host;
  readonly #keyOf: (match: Match) => string;
  readonly #onLeave: (seen: readonly Match[]) => void;
  readonly #seen = new Map<string, Match>();
  readonly #fresh = new Set<string>();
  /** Whether the reader was here before: in a first visit all is new, and nothing is worth a mark. */
  #isReturning: boolean | undefined;
  #observer: IntersectionObserver | undefined;

  /** @param keyOf names the card of a match. @param onLeave is told what was seen. */
  constructor(host: Host, keyOf: (match: Match) => string, onLeave: (seen: readonly Match[]) => void) {
    this.#host = host;
    this.#keyOf = keyOf;
    this.#onLeave = onLeave;
    host.addController(this);
  }

  isNew(match: Match): boolean {
    return this.#fresh.has(this.#keyOf(match));
  }

  /** Takes in matches that have come. */
  add(matches: readonly Match[]): void {
    if (matches.length > 0) this.#isReturning ??= matches.some(({ history }) => history?.seenAt);
    if (!this.#isReturning) return;
    for (const match of matches) if (match.history?.seenAt === null) this.#fresh.add(this.#keyOf(match));
  }

  /** Tells what was seen, and forgets all. */
  clear(): void {
    this.#leave();
    this.#seen.clear();
    this.#fresh.clear();
    this.#isReturning = undefined;
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#hidden);
    this.#observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const key = target.closest<HTMLElement>('[data-place]')?.dataset.place;
        const match = isIntersecting && this.#host.list?.matches.find((listed) => this.#keyOf(listed) === key);
        if (match && key && !this.#seen.has(key)) this.#seen.set(key, match);
      }
    });
    this.hostUpdated();
  }

  hostUpdated(): void {
    for (const name of this.#host.renderRoot?.querySelectorAll('[data-place] h3') ?? []) this.#observer?.observe(name);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#hidden);
    this.#observer?.disconnect();
    this.#leave();
  }

  #leave = (): void => this.#onLeave([...this.#seen.values()]);

  #hidden = (): void => {
    if (document.visibilityState === 'hidden') this.#leave();
  };
}
