import { validate } from '@kopru/sdk/engine';
import { matchRequestSchema } from '@kopru/sdk/schema';
import { describe, expect, test } from 'vitest';
import { type Draft, EMPTY_DRAFT, fieldProblems, parseAmount, profileOf } from './draft.ts';
import { EXAMPLES } from './examples.ts';

/** The issues that the API has with a draft. */
function issuesOf(draft: Draft) {
  const body: unknown = JSON.parse(JSON.stringify({ kind: draft.kind, profile: profileOf(draft, 'Text') }));
  const result = validate(matchRequestSchema, body);
  return result.ok ? [] : result.issues.map((issue) => ({ in: 'body' as const, ...issue }));
}

const FULL: Draft = {
  ...EMPTY_DRAFT,
  text: 'We measure salt in soil.',
  sector: 'irrigation',
  country: 'KZ',
  stage: 'seed',
  amount: '5',
  currency: 'USD',
};

describe('a draft', () => {
  test.each(['startup', 'investor'] as const)(
    'of the kind %s is a valid profile, with all fields and with the text alone',
    (kind) => {
      expect(issuesOf({ ...FULL, kind })).toEqual([]);
      expect(issuesOf({ ...EMPTY_DRAFT, kind, text: FULL.text })).toEqual([]);
    },
  );

  test.each(EXAMPLES)('of the example in $lang is a valid profile', ({ lang: _, ...draft }) => {
    expect(issuesOf(draft)).toEqual([]);
    expect(typeof parseAmount(draft.amount || '0')).toBe('number');
  });

  test.each(['startup', 'investor'] as const)(
    'of the kind %s has each issue at the field that it comes from',
    (kind) => {
      const wrong: Draft = {
        kind,
        text: '🙂',
        sector: 's'.repeat(101),
        country: 'ZZ',
        stage: 'late',
        amount: '-5',
        currency: 'XXX',
      };
      expect(fieldProblems(issuesOf(wrong))).toEqual({
        text: 'empty',
        sector: 'choice',
        country: 'choice',
        stage: 'choice',
        amount: 'amount',
        currency: 'choice',
      });
    },
  );

  test('that is too long, or half a character, says so', () => {
    expect(fieldProblems(issuesOf({ ...FULL, text: 'a'.repeat(10_001) }))).toEqual({ text: 'tooLong' });
    expect(fieldProblems(issuesOf({ ...FULL, text: 'a\ud800' }))).toEqual({ text: 'text' });
    expect(fieldProblems(issuesOf({ ...FULL, amount: 'much' }))).toEqual({ amount: 'amount' });
  });
});

test.each([
  ['250000', 250_000],
  ['250 000', 250_000],
  ['250\u00a0000', 250_000],
  ['1.500.000', 1_500_000],
  ['1,500,000', 1_500_000],
  ['1,5', 1.5],
  ['-5', -5],
  ['ten', 'ten'],
  ['1e999', '1e999'],
])('the amount %j is read as %j', (typed, amount) => {
  expect(parseAmount(typed)).toBe(amount);
});
