/** Every code that a problem document can carry. What they mean stands in `problems.ts`, which the client does not load. */
export const PROBLEM_CODES = [
  'invalid_json',
  'unauthorized',
  'viewer_token_invalid',
  'viewer_token_expired',
  'forbidden',
  'origin_not_allowed',
  'not_found',
  'method_not_allowed',
  'conflict',
  'idempotency_key_reused',
  'idempotency_in_progress',
  'idempotency_answer_not_kept',
  'precondition_failed',
  'payload_too_large',
  'unsupported_media_type',
  'invalid_request',
  'rate_limited',
  'internal',
  'unavailable',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];
