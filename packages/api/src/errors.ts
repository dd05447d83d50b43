import { PROBLEMS, type Problem, type ProblemCode } from '@kopru/sdk/schema';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { AppEnv } from './env.ts';
import { isOutage } from './lib/embedder.ts';
import { logFailure } from './lib/log-failure.ts';

/** An answer that is a problem document. Thrown anywhere below a route. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ProblemCode;
  readonly issues: Problem['issues'];

  constructor(code: ProblemCode, detail: string, issues?: Problem['issues']) {
    super(detail);
    this.code = code;
    this.issues = issues;
  }
}

/** The RFC 9457 document of a code. */
function problem(c: Context<AppEnv>, code: ProblemCode, detail: string, issues?: Problem['issues']): Response {
  const { status, title } = PROBLEMS[code];
  const body: Problem = {
    type: `urn:kopru:problem:${code}`,
    title,
    status,
    code,
    detail,
    requestId: c.get('requestId'),
    ...(issues && { issues }),
  };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

/** What the framework throws, in our codes. */
const FRAMEWORK: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid_json',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
};

/** In how many seconds to ask again for what an outage kept from being done. */
const RETRY_AFTER = 10;

export const onError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof ApiError) return problem(c, error.code, error.message, error.issues);
  if (error instanceof HTTPException) {
    const code = FRAMEWORK[error.status];
    if (code) return problem(c, code, error.message);
  }
  logFailure({ requestId: c.get('requestId') }, error);
  if (isOutage(error)) {
    c.header('retry-after', String(RETRY_AFTER));
    return problem(c, 'unavailable', `${error.message} Nothing was changed; send it again in ${RETRY_AFTER} seconds.`);
  }
  return problem(c, 'internal', 'An error on our side; the request id finds it in the log.');
};

export const onNotFound: NotFoundHandler<AppEnv> = (c) =>
  problem(c, 'not_found', `There is no ${c.req.method} ${new URL(c.req.url).pathname}.`);
