import { LOCALES, TEST_ITEMS, type TestItemCode } from '../facets/index.ts';
import { LOCALE_STRINGS } from '../strings/index.ts';
import { foldName } from './fold-name.ts';
import { OTHER_NAMES } from './test-item-names.ts';

/**
 * Endings of a plural, a possessive or an agreement, of all nine languages: what is left tells the names of this short
 * list apart (a test tries each against all others), which it would not do in a larger one.
 */
const ENDING = /(?:l[aeə]r|[лдт][аеоө]р|[aeoöáé]?k|s?[iuüy]|[aeás]|с?[ыиі]|[аеоуьяй])$/u;
/** Letters that an ending leaves at least: `вес`, a weight, is no `весы`. */
const LEFT = 4;

const bare = (word: string): string => {
  const less = word.replace(ENDING, '');
  return less === word || less.length < LEFT ? word : bare(less);
};

/** One form for all in which a name is written. In a final ç a Turkish c has hardened. */
const stem = (name: string): string =>
  foldName(name)
    .replaceAll('ё', 'е')
    .split(' ')
    .map((word) => bare(word).replace(/ç$/, 'c'))
    .join(' ');

let names: Map<string, TestItemCode> | undefined;

/** Every name of an item: its code, its labels in nine languages, and what else it is called. */
export const namesOfTestItem = (code: TestItemCode): string[] => [
  code,
  ...LOCALES.map((locale) => LOCALE_STRINGS[locale].facets.testItems[code]),
  ...(OTHER_NAMES[code] ?? []),
];

/** The code that a text names exactly, in any of the nine languages and in the singular or the plural. */
export function findTestItem(name: string): TestItemCode | undefined {
  names ??= new Map(TEST_ITEMS.flatMap((code) => namesOfTestItem(code).map((text) => [stem(text), code] as const)));
  return names.get(stem(name));
}
