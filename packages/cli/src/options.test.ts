import { expect, test } from 'vitest';
import { flagOf, lang, number, oneOf, reading, toggle, whole } from './options.ts';

test('a flag is the name of the option in small letters', () => {
  expect(flagOf('minScore', toggle())).toBe('--min-score');
  expect(flagOf('demo', toggle({ off: true }))).toBe('--no-demo');
});

test('a number may have a decimal comma, and must be within its range', () => {
  const score = number(0, 100);
  expect(score.parse('12,5', '--min-score')).toBe(12.5);
  expect(score.parse('100', '--min-score')).toBe(100);
  for (const bad of ['', ' ', '101', '-1', '1.000,5', 'ten', 'NaN', 'Infinity'])
    expect(() => score.parse(bad, '--min-score')).toThrow(`--min-score: "${bad}" is not a number from 0 to 100.`);
});

test('a whole number is whole', () => {
  expect(whole(1, 9).parse('3', '--limit')).toBe(3);
  expect(() => whole(1, 9).parse('3.5', '--limit')).toThrow('--limit: "3.5" is not a whole number from 1 to 9.');
});

test('a word of a few is taken in letters of either case', () => {
  expect(oneOf('code', ['USD', 'EUR']).parse('usd', '--currency')).toBe('USD');
  expect(() => oneOf('code', ['USD', 'EUR']).parse('GBP', '--currency')).toThrow('"GBP" is none of USD, EUR.');
});

test('a language is one of the nine, as a code or as a locale', () => {
  expect(lang.parse('kk', '--lang')).toBe('kk');
  expect(lang.parse('kk_KZ.UTF-8', '--lang')).toBe('kk');
  expect(() => lang.parse('de', '--lang')).toThrow('--lang: "de" is none of az, tr,');
});

test('a delimiter is a character, or its name', () => {
  const { parse } = reading.delimiter;
  expect(['tab', '\\t', 'semicolon', ';', '|'].map((given) => parse(given, '--delimiter'))).toEqual([
    '\t',
    '\t',
    ';',
    ';',
    '|',
  ]);
  expect(() => parse('ab', '--delimiter')).toThrow('"ab" is not one character');
});
