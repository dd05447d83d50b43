import { Matches, type Transport } from '@kopru/sdk';
import type { Kind, MatchList } from '@kopru/sdk/schema';
import type { Connection } from '../lib/connection.ts';
import { type Owner, ownerIn } from '../lib/owner.ts';
import type { Filter } from './filter.ts';

/** Matches of a page. */
const PAGE = 20;
/** Most matches that one request gives. */
const MOST = 100;

export type Query = NonNullable<Parameters<Matches['list']>[1]>;
type Locale = Query['explain'];

/** The match list of one profile at the API. */
export class Feed {
  readonly #element: HTMLElement;
  readonly #connection: Connection;
  readonly #for: Owner | undefined;
  readonly #seeks: Query['kind'];

  /**
   * @param owner such as `startup/agri-17`; empty for whom the token speaks for.
   * @param seeks the kind that is listed; '' for the first that the owner's is paired with.
   */
  constructor(element: HTMLElement, connection: Connection, owner: string, seeks: Kind | '') {
    this.#element = element;
    this.#connection = connection;
    this.#for = ownerIn(owner);
    this.#seeks = seeks || undefined;
  }

  /**
   * The first matches and the near misses. What was passed over is left out, unless the filter says otherwise.
   *
   * @param count of matches, brought to what one request gives.
   */
  first(filter: Filter, explain: Locale, count: number, signal: AbortSignal): Promise<MatchList> {
    const limit = Math.min(MOST, Math.max(PAGE, count));
    return this.#list({ only: 'open', ...filter, explain, limit, include: 'rejected' }, signal);
  }

  /** The page after a list. */
  after({ nextCursor }: MatchList, filter: Filter, explain: Locale, signal: AbortSignal): Promise<MatchList> {
    const cursor = nextCursor ?? undefined;
    return this.#list({ only: 'open', ...filter, explain, limit: PAGE, cursor }, signal);
  }

  /** Tells other elements of the page that an introduction was asked for. */
  introduced(): void {
    this.#connection.dispatchEvent(new Event('introduced'));
  }

  #list(query: Query, signal: AbortSignal): Promise<MatchList> {
    return this.send((transport, owner) =>
      new Matches(transport).list(owner, { kind: this.#seeks, ...query }, { signal }),
    );
  }

  /** Sends a request in the name of whose list it is. */
  send<T>(request: (transport: Transport, owner: Owner) => PromiseLike<T>): Promise<T> {
    return this.#connection.run(this.#element, (transport, speaksFor) => {
      const owner = this.#for ?? speaksFor;
      if (!owner) throw new TypeError('The viewer token names no profile: set for="kind/id".');
      return request(transport, owner);
    });
  }
}
