import type { Upload } from '../request.ts';

/** Characters that are gathered before they are sent. */
const CHUNK = 16_384;

type Source<T> = Iterable<T> | AsyncIterable<T>;

/**
 * Rows as NDJSON. An array, or a function that begins anew, can be sent again after a fault; any other
 * iterable is read once, row by row and no faster than the server takes them.
 */
export function uploadOf<T>(rows: Source<T> | (() => Source<T>)): Upload {
  const type = 'application/x-ndjson';
  // Not every browser sends streams.
  if (Array.isArray(rows)) return { type, repeatable: true, open: () => rows.map(lineOf).join('') };
  let failure: Upload['failure'];
  return {
    type,
    repeatable: typeof rows === 'function',
    open: () =>
      streamOf(typeof rows === 'function' ? rows() : rows, (error) => {
        failure = { error };
      }),
    get failure() {
      return failure;
    },
  };
}

const lineOf = (row: unknown): string => `${JSON.stringify(row)}\n`;

function streamOf(rows: Source<unknown>, onFailure: (error: unknown) => void): ReadableStream<Uint8Array> {
  const iterator = iteratorOf(rows);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          let text = '';
          let done: boolean | undefined = false;
          while (!done && text.length < CHUNK) {
            const next = await iterator.next();
            done = next.done;
            if (!done) text += lineOf(next.value);
          }
          if (text !== '') controller.enqueue(encoder.encode(text));
          if (done) controller.close();
        } catch (error) {
          onFailure(error);
          throw error;
        }
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

const iteratorOf = (rows: Source<unknown>): AsyncIterator<unknown> | Iterator<unknown> =>
  Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
