import { Applications, Matches, type Transport } from '@kopru/sdk';
import type { Application, ApplicationHistory, MatchList, MatchQuery } from '@kopru/sdk/schema';
import type { Connection } from '../lib/connection.ts';

/** Programmes of a page. */
const PAGE = 20;
/** Most programmes that one request gives. */
const MOST = 100;
/** Most applications that one request gives. */
const ALL = 200;

type Explain = MatchQuery['explain'];

/** An application, with what it was at each time once that was read. */
export type Applied = Application & { readonly moves?: ApplicationHistory['moves'] | undefined };

/** Where a startup applies: its applications and the programmes that match it, at the API. */
export class Desk {
  readonly #element: HTMLElement;
  readonly #connection: Connection;

  constructor(element: HTMLElement, connection: Connection) {
    this.#element = element;
    this.#connection = connection;
  }

  /** All of its applications, since a call says whether it was applied to; the newest first. */
  applications(signal?: AbortSignal): Promise<Applied[]> {
    return this.#send(async (transport, startup) => {
      const found: Applied[] = [];
      const pages = new Applications(transport).list({ startup, limit: ALL }, { signal });
      for await (const application of pages) found.push(application);
      return found;
    });
  }

  /**
   * The programmes that match it, without those that it has passed over.
   *
   * @param count of programmes, brought to what one request gives.
   */
  programmes(explain: Explain, count: number, signal: AbortSignal): Promise<MatchList> {
    return this.#list({ explain, limit: Math.min(MOST, Math.max(PAGE, count)) }, signal);
  }

  /** The page after a list. */
  after({ nextCursor }: MatchList, explain: Explain, signal: AbortSignal): Promise<MatchList> {
    return this.#list({ explain, limit: PAGE, cursor: nextCursor ?? undefined }, signal);
  }

  /** An application with its moves. */
  read(id: string): Promise<ApplicationHistory> {
    return this.#send((transport) => new Applications(transport).get(id));
  }

  apply(programme: string, call: string, idempotencyKey: string): Promise<ApplicationHistory> {
    return this.#send((transport, startup) =>
      new Applications(transport).create({ startup, programme, call }, { idempotencyKey }),
    );
  }

  withdraw(id: string, idempotencyKey: string): Promise<ApplicationHistory> {
    return this.#send((transport) =>
      new Applications(transport).update(id, { state: 'withdrawn' }, { idempotencyKey }),
    );
  }

  #list(query: Parameters<Matches['list']>[1], signal: AbortSignal): Promise<MatchList> {
    return this.#send((transport, id) =>
      new Matches(transport).list({ kind: 'startup', id }, { kind: 'programme', only: 'open', ...query }, { signal }),
    );
  }

  /** Sends a request in the name of the startup that the token speaks for. */
  #send<T>(request: (transport: Transport, startup: string) => PromiseLike<T>): Promise<T> {
    return this.#connection.run(this.#element, (transport, owner) => {
      if (owner?.kind !== 'startup') throw new TypeError('The viewer token names no startup: only startups apply.');
      return request(transport, owner.id);
    });
  }
}
