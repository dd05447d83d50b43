import { type Answer, Call } from './call.ts';
import { KopruError } from './errors.ts';
import type { RequestOptions } from './request.ts';

/**
 * Lines of JSON that were asked for. `for await` gives them one after another, as they arrive; `await`
 * gives the stream of bytes, to be written to a file as it is. One or the other: a stream is read once.
 */
export class Lines<T> extends Call<ReadableStream<Uint8Array>> {
  readonly #signal: AbortSignal | undefined;
  readonly #isLast: ((line: T) => boolean) | undefined;

  /**
   * @param options those that the request was sent with.
   * @param isLast tells the line without which the stream was cut off; undefined where none marks the end.
   */
  constructor(
    answer: Promise<Answer<ReadableStream<Uint8Array>>>,
    options: RequestOptions | undefined,
    isLast?: (line: T) => boolean,
  ) {
    super(answer);
    this.#signal = options?.signal;
    this.#isLast = isLast;
  }

  /** Line by line. @throws {KopruError} when the stream breaks off or ends too early. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    const { data, response } = await this.withResponse();
    const requestId = response.headers.get('request-id') ?? undefined;
    let last: T | undefined;
    for await (const text of linesOf(data, requestId, this.#signal)) {
      last = parse<T>(text, response.status, requestId);
      yield last;
    }
    if (this.#isLast && !(last !== undefined && this.#isLast(last)))
      throw new KopruError('network', 'The stream was cut off before its last line.', { requestId });
  }
}

function parse<T>(text: string, status: number, requestId: string | undefined): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new KopruError('unexpected_answer', 'A line of the stream is not JSON.', { status, requestId, cause });
  }
}

async function* linesOf(
  stream: ReadableStream<Uint8Array>,
  requestId: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause) => {
        if (signal?.aborted)
          throw new KopruError('aborted', 'The stream was given up.', { requestId, cause: signal.reason });
        throw new KopruError('network', 'The stream broke off.', { requestId, cause });
      });
      const lines = (rest + (done ? decoder.decode() : decoder.decode(value, { stream: true }))).split('\n');
      rest = done ? '' : (lines.pop() as string);
      yield* lines.filter((line) => line.trim() !== '');
      if (done) return;
    }
  } finally {
    // Also when the caller leaves the loop: what is still to come is not sent.
    await reader.cancel().catch(() => undefined);
  }
}
