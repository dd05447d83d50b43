import { isKopruError, Transport } from '@kopru/sdk';
import { TokenMissing } from './failure.ts';
import { TokenEvent } from './host-events.ts';
import { type Owner, ownerOf } from './owner.ts';

/** Browsers refuse more than 64 KiB that outlives its page: so many characters, of three bytes at most, are less. */
const isShort = (body: unknown): boolean => typeof body !== 'string' || body.length < 20_000;

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
  readonly #transport: Transport;
  #token: string | undefined;
  #renewal: Promise<void> | undefined;

  /** @throws {TypeError} on an address or a key that no page could use. It never quotes the key. */
  constructor({ api, key }: ConnectionOptions) {
    super();
    // It would be read by everybody who opens the page.
    if (!key.startsWith('kopru_pk_'))
      throw new TypeError('key must be a publishable key, which begins with kopru_pk_, and no other.');
    // It sends once: a reader is to see that there is a wait, and to decide.
    this.#transport = new Transport({
      apiKey: key,
      baseUrl: api,
      viewerToken: () => this.#token ?? '',
      // What was done in the last moment is sent although the page is left.
      fetch: (input, init) => fetch(input, { ...init, keepalive: init?.method !== 'GET' && isShort(init?.body) }),
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
  async run<T>(
    element: HTMLElement,
    request: (transport: Transport, owner: Owner | undefined) => PromiseLike<T>,
  ): Promise<T> {
    const send = () => request(this.#transport, ownerOf(this.#token ?? ''));
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
