import { LOCALES } from '@kopru/sdk/strings';
import { describe, expect, test } from 'vitest';
import { stringsOf } from './index.ts';

/** Every text of a tree of strings; a function is asked with a number that no text has. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [(value as (text: string) => string)('4711')];
  return Object.values(value as object).flatMap(textsOf);
}

/** Words that another language has as English has them. */
const SAME = new Set(['Startup', 'Investor']);

describe.each(LOCALES)('the words of the report in %s', (locale) => {
  test('say something, put each number in its place, and no more', async () => {
    const { report } = await stringsOf(locale);
    for (const text of textsOf(report)) {
      expect(text.trim()).toBe(text);
      expect(text).toMatch(/\p{L}/u);
      expect(text).not.toMatch(/undefined|\{|\}|\$| {2}/);
    }
    const asked = Object.values(report.numbers).filter((said) => typeof said === 'function');
    for (const say of asked) expect(say('4711')).toContain('4711');
    expect(report.attention.lead('4711')).toContain('4711');
  });

  test('are not those of English', async () => {
    if (locale === 'en') return;
    const [own, english] = await Promise.all([stringsOf(locale), stringsOf('en')]);
    const words = new Set(textsOf(english.report));
    expect(textsOf(own.report).filter((text) => words.has(text) && !SAME.has(text))).toEqual([]);
  });
});
