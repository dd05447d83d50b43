import { type Answer, Call } from './call.ts';
import { errorOf, isKopruError, KopruError } from './errors.ts';
import { type ReadOptions, readOptions, type TransportOptions, visible } from './options.ts';
import { Pages } from './pages.ts';
import { nextCursor, queryOf, type Request, type RequestOptions, type WriteOptions } from './request.ts';

type Form = 'json' | 'text' | 'stream';

/** Makes the attempts of a request: as many as it takes, or as it may. */
export type Repeat = <T>(
  attempt: () => Promise<Answer<T>>,
  request: Request,
  options: RequestOptions,
  defaults: ReadOptions,
) => Promise<Answer<T>>;

const once: Repeat = (attempt) => attempt();

/** Sends requests: with key, timeout and idempotency keys. */
export class Transport {
  // Private to the language, so that printing a client shows no key.
  readonly #options: ReadOptions;
  readonly #repeat: Repeat;

  /**
   * @param repeat sends again what failed, and tells the logger: {@link Kopru} does. @default each request is sent once
   * @throws {TypeError} on options that no request could be made with.
   */
  constructor(options: TransportOptions, repeat: Repeat = once) {
    this.#options = readOptions(options);
    this.#repeat = repeat;
  }

  /** The data of an answer in JSON. */
  call<T>(request: Request, options?: WriteOptions): Call<T> {
    return new Call(this.#send<T>(request, options, 'json'));
  }

  /** An answer as text. */
  text(request: Request, options?: RequestOptions): Call<string> {
    return new Call(this.#send<string>(request, options, 'text'));
  }

  /** The bytes of an answer, as they arrive. */
  stream(request: Request, options?: RequestOptions): Promise<Answer<ReadableStream<Uint8Array>>> {
    return this.#send(request, options, 'stream');
  }

  /**
   * A list, page by page.
   *
   * @param after what to add to the query for the page after this one; undefined after the last.
   */
  pages<P, T>(
    request: Request,
    options: RequestOptions | undefined,
    itemsOf: (page: P) => readonly T[],
    after: (page: P) => object | undefined,
  ): Pages<P, T> {
    return new Pages(this.#send<P>(request, options, 'json'), itemsOf, (page) => {
      const more = after(page);
      return more && this.pages({ ...request, query: { ...request.query, ...more } }, options, itemsOf, after);
    });
  }

  /** A list whose pages hold `items` and `nextCursor`. */
  list<P extends { items: readonly unknown[]; nextCursor: string | null }>(
    path: string,
    query: object | undefined,
    options: RequestOptions | undefined,
  ): Pages<P, P['items'][number]> {
    return this.pages<P, P['items'][number]>({ method: 'GET', path, query }, options, ({ items }) => items, nextCursor);
  }

  async #send<T>(request: Request, options: WriteOptions = {}, form: Form): Promise<Answer<T>> {
    const init = { method: request.method, headers: this.#headersOf(request, options), redirect: 'manual' as const };
    const body = request.body === undefined ? undefined : JSON.stringify(request.body);
    return this.#repeat(() => this.#attempt<T>(request, init, body, options, form), request, options, this.#options);
  }

  async #attempt<T>(
    request: Request,
    init: RequestInit,
    body: string | undefined,
    options: RequestOptions,
    form: Form,
  ): Promise<Answer<T>> {
    const { fetch, baseUrl, viewerToken } = this.#options;
    // An upload takes as long as its rows do.
    const { signal, timeout = request.upload ? Number.POSITIVE_INFINITY : this.#options.timeout } = options;
    const headers: Record<string, string> = { ...(init.headers as Record<string, string>) };
    const token = typeof viewerToken === 'function' ? await viewerToken() : viewerToken;
    if (token !== undefined) headers['kopru-viewer'] = visible('viewerToken', token);
    const late = new AbortController();
    const timer = Number.isFinite(timeout) ? setTimeout(() => late.abort(), timeout) : undefined;
    try {
      const content = request.upload?.open() ?? body;
      const response = await fetch(`${baseUrl}${request.path}${queryOf(request.query)}`, {
        ...init,
        headers,
        signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
        ...(content !== undefined && { body: content }),
        ...(content instanceof ReadableStream && { duplex: 'half' }),
      } as RequestInit);
      if (!response.ok && response.status !== request.expects) throw errorOf(response, await response.text());
      if (form === 'stream') return { data: (response.body ?? new Blob().stream()) as T, response };
      return { data: read<T>(await response.text(), response, form), response };
    } catch (cause) {
      if (isKopruError(cause)) throw cause;
      if (request.upload?.failure) throw request.upload.failure.error;
      if (signal?.aborted) throw new KopruError('aborted', 'The request was given up.', { cause: signal.reason });
      if (late.signal.aborted) throw new KopruError('timeout', `No answer within ${timeout} ms.`, { cause });
      throw new KopruError('network', 'The connection failed or broke off.', { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  #headersOf(request: Request, options: WriteOptions): Record<string, string> {
    const { method, upload, body, reads } = request;
    const type = upload?.type ?? (body === undefined ? undefined : 'application/json');
    return {
      authorization: `Bearer ${this.#options.apiKey}`,
      ...(type !== undefined && { 'content-type': type }),
      ...(method !== 'GET' &&
        !reads && { 'idempotency-key': visible('idempotencyKey', options.idempotencyKey ?? randomKey()) }),
      ...request.headers,
    };
  }
}

function read<T>(text: string, response: Response, form: Form): T {
  if (form === 'text') return text as T;
  if (response.status === 204 || (text === '' && response.status === 202)) return undefined as T;
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    const { status, headers } = response;
    const requestId = headers.get('request-id') ?? undefined;
    throw new KopruError('unexpected_answer', `HTTP ${status}, and a body that is not JSON.`, {
      status,
      requestId,
      cause,
    });
  }
}

/** 128 random bits. Not `randomUUID`, which pages without https lack. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
