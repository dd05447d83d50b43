import { searchRequestSchema } from '@kopru/sdk/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST, problemOf } from './query.ts';

const accepts = (text: string) => searchRequestSchema.safeParse({ kind: 'startup', text }).success;

test('the longest text is that of the API', () => {
  expect(accepts('a'.repeat(LONGEST))).toBe(true);
  expect(accepts('a'.repeat(LONGEST + 1))).toBe(false);
  expect(problemOf('a'.repeat(LONGEST))).toBe(undefined);
  expect(problemOf('a'.repeat(LONGEST + 1))).toBe('tooLong');
});

test('a text needs a word', () => {
  expect(problemOf('')).toBe('needed');
  expect(problemOf(' … !')).toBe('needed');
  expect(problemOf('өсімдік')).toBe(undefined);
});

test('what has no problem the API takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2100 }), (text) => {
      if (problemOf(text.trim()) === undefined) expect(accepts(text.trim())).toBe(true);
    }),
  );
});
