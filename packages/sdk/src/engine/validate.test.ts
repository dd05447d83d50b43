import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateProfile } from './validate.ts';

const startup = { name: 'Torpaq', pitch: 'Torpağın duzluluğunu ölçürük.' };
const investor = { name: 'Köprü Fonu', thesis: 'Sulama sorunlarını çözen ekiplere yatırım yaparız.' };

function issues(kind: 'startup' | 'investor', value: unknown) {
  const result = validateProfile(kind, value);
  return result.ok ? [] : result.issues.map(({ path, rule, received }) => `${path} ${rule} ${received}`);
}

describe('what is right passes', () => {
  test('with defaults filled in and nothing else changed', () => {
    expect(validateProfile('startup', startup)).toEqual({ ok: true, value: { ...startup, status: 'active' } });
  });

  test('mixed scripts, emoji beside words, and apostrophes', () => {
    expect(issues('startup', { ...startup, pitch: 'Biz o‘lchaymiz 🚜 құрғақшылық data' })).toEqual([]);
  });
});

describe('what is wrong is named by path, rule and kind of value', () => {
  test.each([
    ['not an object', 'text', ' type string'],
    ['missing text', { name: 'A' }, '/pitch required missing'],
    ['an unknown field', { ...startup, pich: 'x' }, '/pich unknown_field string'],
    [
      'an unknown field within',
      { ...startup, raise: { amount: 1, currency: 'USD', for: 1 } },
      '/raise/for unknown_field number',
    ],
    ['a number for a text', { ...startup, name: 7 }, '/name type number'],
    ['null', { ...startup, country: null }, '/country one_of null'],
    ['an empty pitch', { ...startup, pitch: '' }, '/pitch minimum string'],
    ['a pitch of spaces', { ...startup, pitch: '   ' }, '/pitch has_word string'],
    ['emoji only', { ...startup, pitch: '🚜🌾' }, '/pitch has_word string'],
    ['half a surrogate pair', { ...startup, pitch: 'tarla \ud83d tarla' }, '/pitch well_formed string'],
    ['a pitch that is too long', { ...startup, pitch: 'su '.repeat(5000) }, '/pitch maximum string'],
    ['an unknown country', { ...startup, country: 'QQ' }, '/country one_of string'],
    ['an unknown stage', { ...startup, stage: 'series_z' }, '/stage one_of string'],
    ['a readiness level of 10', { ...startup, trl: 10 }, '/trl maximum number'],
    ['a negative amount', { ...startup, raise: { amount: -5, currency: 'USD' } }, '/raise/amount minimum number'],
    ['an unknown currency', { ...startup, raise: { amount: 5, currency: 'XBT' } }, '/raise/currency one_of string'],
    ['a script for a website', { ...startup, website: 'javascript:alert(1)' }, '/website format string'],
    ['the wrong item of a list', { ...startup, languages: ['kk', 'qazaqsha'] }, '/languages/1 one_of string'],
  ])('%s', (_, value, issue) => {
    expect(issues('startup', value)).toContain(issue);
  });

  test.each([
    ['min above max', { min: 5, max: 2, currency: 'EUR' }, '/ticket/min min_not_above_max number'],
    ['neither min nor max', { currency: 'EUR' }, '/ticket min_or_max object'],
    ['a negative ticket', { min: -1, currency: 'EUR' }, '/ticket/min minimum number'],
  ])('a ticket with %s', (_, ticket, issue) => {
    expect(issues('investor', { ...investor, ticket })).toEqual([issue]);
  });

  test('all issues at once, and a path with odd characters as a JSON Pointer', () => {
    expect(issues('investor', { ...investor, name: '', 'a/b~c': 1 }).toSorted()).toEqual([
      '/a~1b~0c unknown_field number',
      '/name minimum string',
    ]);
  });

  test('a message never quotes the value', () => {
    const result = validateProfile('startup', { ...startup, contact: { email: 'gizli@' } });
    expect(JSON.stringify(result)).not.toContain('gizli');
  });
});

test('any JSON value gets an answer, never an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const result = validateProfile('startup', value);
      if (!result.ok) expect(result.issues.length).toBeGreaterThan(0);
    }),
  );
});
