import { KopruError } from '@kopru/sdk';
import { expect, test } from 'vitest';
import { failureOf, TokenMissing } from './failure.ts';

const failed = (code: ConstructorParameters<typeof KopruError>[0], retryAfter?: number) =>
  new KopruError(code, 'x', { status: 400, requestId: 'req-1', retryAfter });

test('a token that has run out, or that nobody gave, is for the host page to renew', () => {
  expect(failureOf(failed('viewer_token_expired'), true)).toMatchObject({ state: 'expired', requestId: 'req-1' });
  expect(failureOf(new TokenMissing(), true).state).toBe('expired');
});

test('a limit says how long to wait, in whole seconds, where the API did', () => {
  expect(failureOf(failed('rate_limited', 12.2), true)).toMatchObject({ state: 'limited', seconds: 13 });
  expect(failureOf(failed('rate_limited'), true)).toMatchObject({ state: 'limited', seconds: 0 });
});

test('a reader is offline only where the browser has no network', () => {
  const broken = new KopruError('network', 'x');
  expect([failureOf(broken, false).state, failureOf(broken, true).state]).toEqual(['offline', 'error']);
  expect(failureOf(failed('internal'), true)).toEqual({
    state: 'error',
    code: 'internal',
    requestId: 'req-1',
    seconds: 0,
  });
  expect(failureOf(new TypeError('x'), true)).toEqual({ state: 'error', seconds: 0 });
});
