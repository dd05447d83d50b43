import { expect, test } from 'vitest';
import { mayBeShown, standingOf } from './standing.ts';

test.each([
  ['active', { matching: true }, true],
  ['active', { matching: false }, false],
  ['active', undefined, false],
  ['paused', { matching: true }, false],
  ['draft', { matching: true }, false],
  ['archived', { matching: true }, false],
])('a profile that is %s with consent %o', (status, consent, shown) => {
  expect(mayBeShown(standingOf({ status, consent }))).toBe(shown);
});
