import type { ErrorCode } from './errors.ts';

/** What a logger is told of each attempt. Never a header, a query or a body: they hold keys and texts of people. */
export interface LogEntry {
  readonly method: string;
  readonly path: string;
  /** 0 at first. */
  readonly attempt: number;
  readonly milliseconds: number;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** Of an attempt that failed. */
  readonly code?: ErrorCode | undefined;
  /** Milliseconds after which the request is sent again; undefined when it is not. */
  readonly retryIn?: number | undefined;
}

export interface TransportOptions {
  /** A secret key on a server; in a browser a publishable key; an operator key for hubs. `undefined` throws. */
  readonly apiKey: string | undefined;
  /** Where the API is, such as `https://kopru.example` or `http://127.0.0.1:8787`. */
  readonly baseUrl: string;
  /** With a publishable key: the token of the member, or a function that is asked for a fresh one each time. */
  readonly viewerToken?: string | (() => string | Promise<string>) | undefined;
  /** @default the one of the platform */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds that each attempt may take; an upload has no limit of its own. @default 60000 */
  readonly timeout?: number | undefined;
  /** How many times a request is sent again at most, 0 for never. @default 3 */
  readonly maxRetries?: number | undefined;
  /** Is told of every attempt; must not throw. @default nobody is told */
  readonly logger?: ((entry: LogEntry) => void) | undefined;
}

/**
 * A value of a header, which refuses other characters too, but with a message that quotes them.
 *
 * @throws {TypeError} on one that is none; it never quotes it.
 */
export function visible(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new TypeError(`${name} is missing, or holds other than visible ASCII characters.`);
}

/** Options with their defaults. */
export type ReadOptions = ReturnType<typeof readOptions>;

/** @throws {TypeError} on options that no request could be made with. It never quotes the key. */
export function readOptions(options: TransportOptions) {
  const { apiKey, baseUrl, viewerToken, fetch = globalThis.fetch, timeout = 60_000, maxRetries = 3, logger } = options;
  if (!URL.canParse(baseUrl)) throw new TypeError('baseUrl is missing or no URL, such as https://kopru.example.');
  if (!(timeout > 0)) throw new TypeError('timeout must be above 0 milliseconds.');
  if (!(maxRetries >= 0)) throw new TypeError('maxRetries must be 0 or more.');
  return {
    apiKey: visible('apiKey', apiKey),
    baseUrl: baseUrl.replace(/\/+$/, ''),
    viewerToken,
    fetch,
    timeout,
    maxRetries,
    logger,
  };
}
