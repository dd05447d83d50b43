import type { MatchList } from '@kopru/sdk/schema';
import type { LitElement, ReactiveController } from 'lit';
import type { Match } from './actions.ts';
import { MOST, tellSeen } from './answers.ts';
import type { Feed } from './feed.ts';

type Host = LitElement & { readonly list: MatchList | null };

/**
 * What was on the reader's screen, and what is new there. A match was if its name was. That is told when the
 * page is hidden or left, so that what is new stays so while it is read.
 */
export class Seen implements ReactiveController {
  readonly #host: Host;
  readonly #keyOf: (match: Match) => string;
  readonly #feed: () => Feed | undefined;
  readonly #seen = new Map<string, Match>();
  /** Matches that the API was told were on the screen. */
  readonly #told = new Set<string>();
  readonly #fresh = new Set<string>();
  /** Whether the reader was here before: in a first visit all is new, and nothing is worth a mark. */
  #isReturning: boolean | undefined;
  #observer: IntersectionObserver | undefined;

  /** @param keyOf names the card of a match. @param feed is told what was seen. */
  constructor(host: Host, keyOf: (match: Match) => string, feed: () => Feed | undefined) {
    this.#host = host;
    this.#keyOf = keyOf;
    this.#feed = feed;
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
    this.#told.clear();
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

  /**
   * Tells what was on the screen, each once: what is answered is weighed against that. What cannot be told now is
   * the next time.
   */
  #leave = (): void => {
    const isUntold = ({ id, history }: Match) => !history?.seenAt && !this.#told.has(id);
    const seen = [...this.#seen.values()].filter(isUntold).slice(0, MOST);
    const feed = this.#feed();
    if (!feed || seen.length === 0) return;
    for (const { id } of seen) this.#told.add(id);
    // Nobody waits for it, and no reader can do anything about it.
    tellSeen(feed, seen).catch(() => {
      for (const { id } of seen) this.#told.delete(id);
    });
  };

  #hidden = (): void => {
    if (document.visibilityState === 'hidden') this.#leave();
  };
}
