import { LOCALES, SCRIPT } from '@kopru/sdk/facets';
import { expect, test } from 'vitest';
import { PAGE_WORDS } from './index.ts';

/** Every word with its path; functions of a number are called with 1, 3 and 25. */
function* wordsOf(value: unknown, path = ''): Generator<[path: string, word: string]> {
  if (typeof value === 'function') for (const count of [1, 3, 25]) yield [`${path}(${count})`, String(value(count))];
  else if (typeof value === 'string') yield [path, value];
  else for (const [key, inner] of Object.entries(value as object)) yield* wordsOf(inner, `${path}/${key}`);
}

test.each(LOCALES)('every word of %s is there, trimmed and in its own script', (locale) => {
  const foreign = SCRIPT[locale] === 'Cyrl' ? /\p{Script=Latin}/u : /\p{Script=Cyrillic}/u;
  for (const [path, word] of wordsOf(PAGE_WORDS[locale])) {
    expect(word, path).toBe(word.trim());
    expect(word, path).not.toBe('');
    // The product keeps its name in every script.
    expect(word.replaceAll('Köprü', ''), path).not.toMatch(foreign);
  }
});

test.each(LOCALES.filter((locale) => locale !== 'en'))('%s is translated, not left in English', (locale) => {
  const english = new Map(wordsOf(PAGE_WORDS.en));
  expect([...wordsOf(PAGE_WORDS[locale])].filter(([path, word]) => english.get(path) === word)).toEqual([]);
});
