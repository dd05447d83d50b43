import { sleep } from '../retry.ts';
import { secondsOf } from '../retry-after.ts';

/** Longest wait that a `Retry-After` may ask for before a request is sent again, in seconds. */
const LONGEST_WAIT = 60;

/** Pause before the first repetition where the endpoint names none, in milliseconds; it doubles each time. */
const PAUSE = 500;

/** What an endpoint answered instead of vectors. It holds neither the key nor the words of the answer, which may repeat it. */
export class EndpointError extends Error {
  override readonly name = 'EndpointError';
  /** HTTP status of the last answer; undefined when there was none. */
  readonly status: number | undefined;
  /** The endpoint's own code for the error, where it gave one. */
  readonly code: string | undefined;
  /** Seconds after which it asked to be called again. */
  readonly retryAfter: number | undefined;

  constructor(message: string, { status, code, retryAfter, cause }: EndpointErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

interface EndpointErrorDetails {
  readonly status?: number;
  readonly code?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

export interface Endpoint {
  readonly url: string;
  readonly apiKey: string | undefined;
  /** How often a request is sent again. */
  readonly retries: number;
  /** Of one attempt, in milliseconds. */
  readonly timeout: number;
  readonly fetch: typeof fetch;
}

/**
 * Posts a request until it is answered, or until what went wrong would not be cured by asking again.
 *
 * @throws {EndpointError} and nothing else.
 */
export async function postEmbeddings(endpoint: Endpoint, body: object): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    const answer = await attemptOnce(endpoint, JSON.stringify(body));
    if (!(answer instanceof EndpointError)) return answer;
    const { status = 500, retryAfter } = answer;
    const passing = status === 429 || status >= 500;
    if (!passing || attempt >= endpoint.retries || (retryAfter ?? 0) > LONGEST_WAIT) throw answer;
    // Jitter, so that callers that were turned away together do not come back together.
    const pause = PAUSE * 2 ** attempt * (0.5 + Math.random() / 2);
    await sleep(retryAfter === undefined ? pause : 1000 * retryAfter, undefined);
  }
}

async function attemptOnce({ url, apiKey, timeout, fetch }: Endpoint, body: string): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
      body,
      signal: AbortSignal.timeout(timeout),
    });
    if (response.ok) return await response.json();
    const { status } = response;
    const code = codeOf(await response.text(), apiKey);
    const retryAfter = secondsOf(response.headers.get('retry-after'));
    return new EndpointError(`the endpoint answered ${status}${code ? ` (${code})` : ''}`, {
      status,
      code,
      retryAfter,
    });
  } catch (cause) {
    const { name } = cause as Error;
    if (name === 'TimeoutError') return new EndpointError(`no answer within ${timeout} ms`, { cause });
    // The error of a parser quotes what it could not read.
    return name === 'SyntaxError'
      ? new EndpointError('the answer is not JSON')
      : new EndpointError('no answer', { cause });
  }
}

/** The code of an error in OpenAI's form, or its type. Undefined where it is not plainly a code. */
function codeOf(text: string, apiKey: string | undefined): string | undefined {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown; type?: unknown } };
    const code = String(error?.code ?? error?.type ?? '');
    return /^[\w.-]{1,64}$/.test(code) && !(apiKey && code.includes(apiKey)) ? code : undefined;
  } catch {
    return undefined;
  }
}
