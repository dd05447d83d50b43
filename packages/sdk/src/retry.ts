import { KopruError } from './errors.ts';

/** First wait before a request is sent again, in milliseconds; it doubles with each attempt. */
const FIRST = 500;

/** Longest wait that the client chooses by itself, in milliseconds. */
const LONGEST = 8_000;

/** Longest wait that a server may ask for, in seconds; a longer one is for the caller to decide about. */
const LONGEST_ASKED = 120;

/**
 * How long to wait before a request is sent again, in milliseconds; undefined when that would be of no use.
 *
 * @param attempt how many times it was sent again before, from 0.
 * @param random in [0,1): spreads clients that failed at the same moment.
 */
export function waitBeforeRetry(error: KopruError, attempt: number, random: number): number | undefined {
  if (!mayPass(error)) return undefined;
  // What the server says counts: it knows when its window begins anew.
  if (error.retryAfter !== undefined)
    return error.retryAfter > LONGEST_ASKED ? undefined : error.retryAfter * 1000 + random * FIRST;
  return Math.min(LONGEST, FIRST * 2 ** attempt) * (0.5 + random / 2);
}

/** Whether the same request may succeed later. */
function mayPass({ code, status }: KopruError): boolean {
  if (code === 'network' || code === 'timeout' || code === 'idempotency_in_progress') return true;
  if (status === undefined) return false;
  // A success that cannot be read was cut off; the idempotency key keeps it from being done twice.
  return status === 408 || status === 429 || status >= 500 || (code === 'unexpected_answer' && status < 300);
}

/** Waits before what failed is asked again. @throws {KopruError} `aborted` when the signal is, meanwhile or before. */
export const sleep = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      const cause = signal?.reason;
      reject(new KopruError('aborted', 'The request was given up while it waited to be sent again.', { cause }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
