import { LOCALES } from '@kopru/sdk/strings';
import { describe, expect, test } from 'vitest';
import { WHYS } from '../timetable/plan-day.ts';
import { stringsOf } from './index.ts';

/** Every text of a tree of strings; a function is asked with a number that no text has. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [(value as (text: string) => string)('4711')];
  return Object.values(value as object).flatMap(textsOf);
}

describe.each(LOCALES)('the words of the timetable in %s', (locale) => {
  test('say something, put the number of a table in its place, and no more', async () => {
    const { timetable } = await stringsOf(locale);
    for (const text of textsOf(timetable)) {
      expect(text.trim()).toBe(text);
      expect(text).toMatch(/\p{L}/u);
      expect(text).not.toMatch(/undefined|\{|\}|\$| {2}/);
    }
    expect(timetable.tableNumber('4711')).toContain('4711');
    expect(new Set(WHYS.map((why) => timetable.without.why[why])).size).toBe(WHYS.length);
  });

  test('are not those of English', async () => {
    if (locale === 'en') return;
    const [own, english] = await Promise.all([stringsOf(locale), stringsOf('en')]);
    const words = new Set(textsOf(english.timetable));
    expect(textsOf(own.timetable).filter((text) => words.has(text))).toEqual([]);
  });
});
