import { expect, test } from 'vitest';
import { assertMatch, isUnmodified } from './preconditions.ts';

const holds = (header: string | undefined, etag: string | undefined): boolean => {
  try {
    assertMatch(header, etag);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'precondition_failed' });
    return false;
  }
};

test.each([
  ['no header, and a state', undefined, '"1"', true],
  ['no header, and none', undefined, undefined, true],
  ['the tag', '"1"', '"1"', true],
  ['another tag', '"2"', '"1"', false],
  ['one of a list', '"2", "1"', '"1"', true],
  ['a list with a comma inside a tag', '"2,1", "3"', '"1"', false],
  ['a weak tag, which equals nothing', 'W/"1"', '"1"', false],
  ['any state, of which there is one', '*', '"1"', true],
  ['any state, of which there is none', '*', undefined, false],
  ['a tag, and no state', '"1"', undefined, false],
  ['what is no tag', '1', '"1"', false],
  ['nothing', '', '"1"', false],
])('If-Match: %s', (_, header, etag, expected) => {
  expect(holds(header, etag)).toBe(expected);
});

test.each([
  ['no header', undefined, false],
  ['the tag', '"1"', true],
  ['the tag, weak', 'W/"1"', true],
  ['one of a list', '"0", W/"1"', true],
  ['another tag', '"2"', false],
  ['any', '*', true],
  ['what is no tag', '1', false],
])('If-None-Match: %s', (_, header, expected) => {
  expect(isUnmodified(header, '"1"')).toBe(expected);
});
