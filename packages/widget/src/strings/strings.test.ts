import { LOCALES, type Locale, SCRIPT } from '@kopru/sdk/facets';
import { expect, test } from 'vitest';
import {
  APPLICATION_WORDS,
  CORRIDOR_WORDS,
  FILTER_WORDS,
  FINDING_WORDS,
  INTRODUCTION_WORDS,
  PROFILE_WORDS,
  SEARCH_WORDS,
  WORDS,
} from '../../test/words.ts';
import { localeOf } from './index.ts';

/** All words of a language. */
const all = (locale: Locale) => ({
  ...WORDS[locale],
  applications: APPLICATION_WORDS[locale],
  introductions: INTRODUCTION_WORDS[locale],
  filters: FILTER_WORDS[locale],
  profile: PROFILE_WORDS[locale],
  search: SEARCH_WORDS[locale],
  corridors: CORRIDOR_WORDS[locale],
  findings: FINDING_WORDS[locale],
});

/** Every word with its path; functions of a number are called with 1, 3 and 25. */
function* wordsOf(value: unknown, path = ''): Generator<[path: string, word: string]> {
  if (typeof value === 'function') for (const count of [1, 3, 25]) yield [`${path}(${count})`, String(value(count))];
  else if (typeof value === 'string') yield [path, value];
  else for (const [key, inner] of Object.entries(value as object)) yield* wordsOf(inner, `${path}/${key}`);
}

const CODES = /\b(ISO [\d-]+|[A-Z]{2,3}[\dA-Z]*|[A-H]\d\d[A-Z]|\d+[A-Z]|applied|granted|lapsed|expired)\b/g;

test.each(LOCALES)('every word of %s is there, trimmed and in its own script', (locale) => {
  const words = [...wordsOf(all(locale))];
  expect(words.length).toBe([...wordsOf(all('en'))].length);
  const foreign = SCRIPT[locale] === 'Cyrl' ? /\p{Script=Latin}/u : /\p{Script=Cyrillic}/u;
  for (const [path, word] of words) {
    expect(word, path).toBe(word.trim());
    expect(word, path).not.toBe('');
    // Standards, offices and codes that are typed in are written alike everywhere.
    expect(word.replace(CODES, ''), path).not.toMatch(foreign);
  }
});

test.each(LOCALES.filter((locale) => locale !== 'en'))('%s is translated, not left in English', (locale) => {
  const english = new Map(wordsOf(all('en')));
  const same = [...wordsOf(all(locale))].filter(([path, word]) => english.get(path) === word).map(([, word]) => word);
  expect(same.filter((word) => !['Startup', 'Investor', 'Patent'].includes(word))).toEqual([]);
});

test('Russian counts in three forms', () => {
  expect([1, 3, 5, 11, 22, 112].map(WORDS.ru.matches)).toEqual([
    '1 совпадение',
    '3 совпадения',
    '5 совпадений',
    '11 совпадений',
    '22 совпадения',
    '112 совпадений',
  ]);
});

test('a tag names one of the nine by its first part, and English is for all others', () => {
  expect(['kk', 'KK-KZ', 'uz-Latn-UZ', 'de', '', 'toString'].map(localeOf)).toEqual([
    'kk',
    'kk',
    'uz',
    'en',
    'en',
    'en',
  ]);
});
