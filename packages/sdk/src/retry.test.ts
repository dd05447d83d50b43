import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KopruError } from './errors.ts';
import { waitBeforeRetry } from './retry.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const failed = (status: number, retryAfter?: number) => new KopruError('internal', '', { status, retryAfter });

describe('what is sent again, and when', () => {
  test('waits grow, differ between clients, and stay between a quarter of a second and eight', () => {
    fc.assert(
      fc.property(fc.nat(60), random, (attempt, r) => {
        const wait = waitBeforeRetry(failed(503), attempt, r) as number;
        const whole = Math.min(8_000, 500 * 2 ** attempt);
        expect(wait).toBeGreaterThanOrEqual(whole / 2);
        expect(wait).toBeLessThanOrEqual(whole);
      }),
    );
  });

  test('never before the moment that the server named, and not at all when that is far', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(9), random, (seconds, attempt, r) => {
        const wait = waitBeforeRetry(failed(429, seconds), attempt, r);
        if (seconds > 120) expect(wait).toBeUndefined();
        else expect(wait).toBeGreaterThanOrEqual(seconds * 1000);
      }),
    );
  });

  test.each([
    ['network', undefined, true],
    ['timeout', undefined, true],
    ['aborted', undefined, false],
    ['rate_limited', 429, true],
    ['internal', 500, true],
    ['unexpected_answer', 502, true],
    ['unexpected_answer', 408, true],
    ['unexpected_answer', 200, true],
    ['unexpected_answer', 302, false],
    ['unexpected_answer', 404, false],
    ['idempotency_in_progress', 409, true],
    ['conflict', 409, false],
    ['idempotency_answer_not_kept', 409, false],
    ['invalid_request', 422, false],
    ['unauthorized', 401, false],
    ['precondition_failed', 412, false],
  ] as const)('%s with status %s: %s', (code, status, again) => {
    expect(waitBeforeRetry(new KopruError(code, '', { status }), 0, 0.5) !== undefined).toBe(again);
  });
});
