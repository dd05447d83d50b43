import { z } from 'zod';
import { PROBLEM_CODES, type ProblemCode } from './problem-codes.ts';

/** Every code that a problem document can carry, with its status and title. */
export const PROBLEMS = {
  invalid_json: { status: 400, title: 'The body is not valid JSON in UTF-8' },
  unauthorized: { status: 401, title: 'The key is missing or not valid' },
  viewer_token_invalid: { status: 401, title: 'The viewer token is not valid' },
  viewer_token_expired: { status: 401, title: 'The viewer token has expired' },
  forbidden: { status: 403, title: 'These credentials do not open this' },
  origin_not_allowed: { status: 403, title: 'The publishable key is not for this origin' },
  not_found: { status: 404, title: 'There is nothing here' },
  method_not_allowed: { status: 405, title: 'This path does not take this method' },
  conflict: { status: 409, title: 'The state of the thing does not allow this' },
  idempotency_key_reused: { status: 409, title: 'The idempotency key stands for another request' },
  idempotency_in_progress: { status: 409, title: 'The first request with this idempotency key is still at work' },
  idempotency_answer_not_kept: {
    status: 409,
    title: 'The request was done, and its answer was not kept',
  },
  precondition_failed: { status: 412, title: 'The thing was changed since it was read' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is not JSON' },
  invalid_request: { status: 422, title: 'The request breaks a rule of the schema' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'An error on our side' },
  unavailable: { status: 503, title: 'Something that the API needs is away' },
} as const satisfies Record<ProblemCode, { readonly status: number; readonly title: string }>;

const issueSchema = z
  .object({
    in: z.enum(['body', 'query', 'path', 'header']).meta({ description: 'Which part of the request' }),
    path: z.string().meta({ description: 'JSON Pointer (RFC 6901) within that part', example: '/raise/amount' }),
    rule: z.string().meta({ example: 'minimum' }),
    message: z.string().meta({ example: 'must be above 0' }),
    received: z.enum(['missing', 'null', 'array', 'object', 'string', 'number', 'boolean']),
  })
  .meta({ id: 'Issue', description: 'One broken rule: where, which, and what kind of value stood there' });

/** The RFC 9457 document that every error answers. */
export const problemSchema = z
  .object({
    type: z.string().meta({ example: 'urn:kopru:problem:invalid_request' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string(),
    requestId: z.string(),
    issues: z.array(issueSchema).optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problemSchema>;
