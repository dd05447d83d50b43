import { PROBLEM_CODES, type ProblemCode } from './problem-codes.ts';
import type { Problem } from './problems.ts';
import { secondsOf } from './retry-after.ts';

/**
 * What can go wrong on the way: no connection or one that broke off, no answer in time, a signal of
 * the caller, or an answer that is not the API's (a proxy's page, a redirect, JSON that is cut off).
 */
export type ConnectionCode = 'network' | 'timeout' | 'aborted' | 'unexpected_answer';

/** Every code of an error. The set is closed: a code that this version does not know is `unexpected_answer`. */
export type ErrorCode = ProblemCode | ConnectionCode;

export interface ErrorDetails {
  /** HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly issues?: Problem['issues'];
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** What every method of the client rejects with, but for what the caller's own code throws. */
export class KopruError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'KopruError';
  readonly code: C;
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** Finds the request in the log of the deployment; undefined when there was no answer of the API. */
  readonly requestId: string | undefined;
  /** With `invalid_request`: each rule that is broken, and where. */
  readonly issues: NonNullable<Problem['issues']>;
  /** In how many seconds the server wants to be asked again; undefined when it did not say. */
  readonly retryAfter: number | undefined;

  constructor(code: C, message: string, { status, requestId, issues = [], retryAfter, cause }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.issues = issues;
    this.retryAfter = retryAfter;
  }
}

/**
 * Whether something caught is an error of this client, and one of these codes if any are named. Goes by
 * name, so that an error of another copy of this package counts too.
 */
export const isKopruError = <C extends ErrorCode = ErrorCode>(
  error: unknown,
  ...codes: readonly C[]
): error is KopruError<C> =>
  error instanceof Error &&
  error.name === 'KopruError' &&
  (codes.length === 0 || codes.includes((error as KopruError<C>).code));

/** Most issues that a message names; `issues` holds them all. */
const MOST_ISSUES = 3;

/** The error that an answer with no success stands for. */
export function errorOf(response: Response, text: string): KopruError {
  const { status, headers } = response;
  const requestId = headers.get('request-id') ?? undefined;
  const retryAfter = secondsOf(headers.get('retry-after'));
  const problem = problemOf(text);
  if (!problem)
    return new KopruError('unexpected_answer', `HTTP ${status}, and no problem document of the API.`, {
      status,
      requestId,
      retryAfter,
    });
  const issues = problem.issues ?? [];
  const named = issues.slice(0, MOST_ISSUES).map((issue) => ` ${issue.in} ${issue.path} ${issue.message}.`);
  return new KopruError(problem.code, `${problem.detail}${named.join('')}`, {
    status,
    requestId: requestId ?? problem.requestId,
    issues,
    retryAfter,
  });
}

function problemOf(text: string): Problem | undefined {
  try {
    const found = JSON.parse(text) as Problem | null;
    return found && PROBLEM_CODES.includes(found.code) ? found : undefined;
  } catch {
    // Not JSON, so not ours.
    return undefined;
  }
}
