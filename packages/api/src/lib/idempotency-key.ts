import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';

const WELL_FORMED = /^[\x21-\x7e]{1,128}$/;
const RULE = 'must be 1 to 128 visible ASCII characters';

/**
 * The `Idempotency-Key` of a request, if it has one.
 *
 * @throws {ApiError} `invalid_request` on one that is none.
 */
export function idempotencyKey(c: Context<AppEnv>): string | undefined {
  const key = c.req.header('idempotency-key');
  if (key === undefined || WELL_FORMED.test(key)) return key;
  throw new ApiError('invalid_request', `Idempotency-Key ${RULE}.`, [
    { in: 'header', path: '/idempotency-key', rule: 'pattern', message: RULE, received: 'string' },
  ]);
}
