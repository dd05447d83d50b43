import { isKopruError, Kopru } from '@kopru/sdk';
import { TokenEvent } from '../events.ts';
import { TokenMissing } from './failure.ts';
import { type Owner, ownerOf } from './owner.ts';

export interface ConnectionOptions {
  /** Where the API is, such as `https://kopru.example`. */
  readonly api: string;
  /** A publishable key. */
  readonly key: string;
}

/**
 * The API as the elements of a page use it, with the token of one member. When the token has run out the
 * host page is asked for a new one, once for all elements, and what failed is sent again.
 *
 * The event `introduced` says that an introduction was asked for.
 */
export class Connection extends EventTarget {
  readonly #client: Kopru;
  #token: string | undefined;
  #renewal: Promise<void> | undefined;

  /** @throws {TypeError} on an address or a key that no page could use. It never quotes the key. */
  constructor({ api, key }: ConnectionOptions) {
    super();
    // It would be read by everybody who opens the page.
    if (!key.startsWith('kopru_pk_'))
      throw new TypeError('key must be a publishable key, which begins with kopru_pk_, and no other.');
    this.#client = new Kopru({
      apiKey: key,
      baseUrl: api,
      viewerToken: () => this.#token ?? '',
      // A reader is to see that there is a wait, and to decide.
      maxRetries: 0,
      // What was done in the last moment is sent although the page is left.
      fetch: (input, init) => fetch(input, { ...init, keepalive: init?.method !== 'GET' }),
    });
  }

  set token(token: string) {
    this.#token = token;
  }

  /**
   * Sends a request, and sends it again where the token had run out: a write must name its idempotency key.
   *
   * @param element of it the host page hears the question for a token.
   * @throws {TokenMissing} when the host page gives none; {KopruError} when the request fails.
   */
  async run<T>(element: HTMLElement, request: (client: Kopru, owner: Owner | undefined) => PromiseLike<T>): Promise<T> {
    const send = () => request(this.#client, ownerOf(this.#token ?? ''));
    if (this.#token === undefined) await this.#renew(element);
    const used = this.#token;
    try {
      return await send();
    } catch (error) {
      if (!isKopruError(error, 'viewer_token_expired')) throw error;
      // Another request may have brought a new one meanwhile.
      if (this.#token === used) await this.#renew(element);
      return await send();
    }
  }

  #renew(element: HTMLElement): Promise<void> {
    this.#renewal ??= this.#ask(element).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #ask(element: HTMLElement): Promise<void> {
    const event = new TokenEvent();
    element.dispatchEvent(event);
    const token = await event.answer.catch((cause) => {
      throw new TokenMissing('The page gave no viewer token.', { cause });
    });
    if (!token) throw new TokenMissing('The page gave no viewer token.');
    this.#token = token.trim();
  }
}

const connections = new Map<string, Connection>();

/** The one connection of a page for an address, a key and a member. */
export function connect({ api, key, token }: ConnectionOptions & { readonly token: string }): Connection {
  const owner = ownerOf(token);
  const name = JSON.stringify([api, key, owner?.kind, owner?.id]);
  const connection = connections.get(name) ?? new Connection({ api, key });
  connections.set(name, connection);
  if (token) connection.token = token;
  return connection;
}
