/** What a method takes beside its arguments. */
export interface RequestOptions {
  /** Gives up the request and its retries. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that each attempt may take, of a stream until it begins; `Infinity` for no limit. @default that of the client */
  readonly timeout?: number | undefined;
  /** How many times the request is sent again at most. @default that of the client */
  readonly maxRetries?: number | undefined;
}

/** What a method that changes something takes beside its arguments. */
export interface WriteOptions extends RequestOptions {
  /**
   * Names this write, 1 to 128 visible ASCII characters: sent again within 24 hours, also by another
   * process, it is done once. @default a random one for each call, the same for its retries
   */
  readonly idempotencyKey?: string | undefined;
}

/** A body that is no JSON, opened anew for each attempt. */
export interface Upload {
  readonly type: string;
  open(): string | Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  /** Whether it can be opened more than once. */
  readonly repeatable: boolean;
  /** What the caller's own code threw while the body was read. */
  readonly failure?: { readonly error: unknown } | undefined;
}

/** A request of a method. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Made with {@link path}. */
  readonly path: string;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly upload?: Upload;
  readonly headers?: Readonly<Record<string, string>>;
  /** A POST that asks and changes nothing takes no idempotency key. */
  readonly reads?: true;
  /** A status beside the successful ones whose body is the data. */
  readonly expects?: number;
}

/** The query of the page after one that has a cursor of the next. */
export const nextCursor = ({ nextCursor }: { nextCursor: string | null }): object | undefined =>
  nextCursor === null ? undefined : { cursor: nextCursor };

/**
 * A path with its values encoded.
 *
 * @throws {TypeError} on a value that would lead to another path.
 */
export const path = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw(
    { raw: parts },
    ...values.map((value) => {
      if (/^\.{0,2}$/.test(value)) throw new TypeError(`An id cannot be "${value}".`);
      return encodeURIComponent(value);
    }),
  );

/** The query string of options; what is undefined is left out. */
export function queryOf(query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
