import type { Kopru } from '@kopru/sdk';
import type { MatchList } from '@kopru/sdk/schema';
import type { Connection } from '../lib/connection.ts';
import { type Owner, ownerIn } from '../lib/owner.ts';
import type { Match } from './actions.ts';
import { keyOf } from './card.ts';

/** Matches of a page. */
const PAGE = 20;
/** Most matches that one request gives. */
const MOST = 100;

type Locale = NonNullable<Parameters<Kopru['matches']['list']>[1]>['explain'];
type Answer = Parameters<Kopru['feedback']['give']>[0]['answers'][number];

/** The match list of one profile at the API, and what its owner answers. */
export class Feed {
  readonly #element: HTMLElement;
  readonly #connection: Connection;
  readonly #for: Owner | undefined;
  /** Matches that the API was told were on the screen. */
  readonly #told = new Set<string>();

  /** @param owner such as `startup/agri-17`; empty for whom the token speaks for. */
  constructor(element: HTMLElement, connection: Connection, owner: string) {
    this.#element = element;
    this.#connection = connection;
    this.#for = ownerIn(owner);
  }

  /** The first matches and the near misses. @param count of matches, brought to what one request gives. */
  first(explain: Locale, count: number, signal: AbortSignal): Promise<MatchList> {
    const limit = Math.min(MOST, Math.max(PAGE, count));
    return this.#list({ explain, limit, include: 'rejected' }, signal);
  }

  /** Who was in touch with the owner lately, as `keyOf` names them: a second request would be refused. */
  async inTouch(signal: AbortSignal): Promise<ReadonlySet<string>> {
    const { items } = await this.#send((client) => client.introductions.list({ limit: MOST }, { signal }));
    return new Set(
      items
        .filter(({ state }) => state === 'requested' || state === 'accepted')
        .flatMap(({ from, to }) => [keyOf(from), keyOf(to)]),
    );
  }

  /** The page after a list. */
  async after(list: MatchList, explain: Locale, signal: AbortSignal): Promise<MatchList> {
    const page = await this.#list({ explain, limit: PAGE, cursor: list.nextCursor ?? undefined }, signal);
    return { ...list, matches: [...list.matches, ...page.matches], nextCursor: page.nextCursor };
  }

  /**
   * Tells what was done with a match, and what else was on the screen, since it is weighed against that.
   *
   * @returns what sends it: the same however often it is sent.
   */
  answering(match: Match, shown: readonly Match[], answer: Pick<Answer, 'answer' | 'reason'>) {
    const ref = ({ kind, id, rank }: Match) => ({ candidate: { kind, id }, position: rank });
    const seen = shown.filter(({ id }) => !this.#told.has(id)).slice(0, MOST - 1);
    const answers = [
      ...seen.map((other) => ({ ...ref(other), answer: 'seen' as const })),
      { ...ref(match), ...answer },
    ];
    return async (idempotencyKey: string): Promise<void> => {
      await this.#send((client, subject) => client.feedback.give({ subject, answers }, { idempotencyKey }));
      for (const { id } of seen) this.#told.add(id);
    };
  }

  async ask({ kind, id }: Match, message: string, idempotencyKey: string): Promise<void> {
    await this.#send((client, from) =>
      client.introductions.ask({ from, to: { kind, id }, message }, { idempotencyKey }),
    );
    this.#connection.dispatchEvent(new Event('introduced'));
  }

  #list(query: Parameters<Kopru['matches']['list']>[1], signal: AbortSignal): Promise<MatchList> {
    return this.#send((client, owner) => client.matches.list(owner, query, { signal }));
  }

  #send<T>(request: (client: Kopru, owner: Owner) => PromiseLike<T>): Promise<T> {
    return this.#connection.run(this.#element, (client, speaksFor) => {
      const owner = this.#for ?? speaksFor;
      if (!owner) throw new TypeError('The viewer token names no profile, and for="startup/ID" is not given.');
      return request(client, owner);
    });
  }
}
