import { LOCALES, TEST_ITEMS, type TestItemCode } from '../facets/index.ts';
import { LOCALE_STRINGS } from '../strings/index.ts';
import { foldName } from './fold-name.ts';

let names: Map<string, TestItemCode> | undefined;

/** The code that a text names exactly, by code or label in any of the nine languages. */
export function findTestItem(name: string): TestItemCode | undefined {
  names ??= new Map(
    TEST_ITEMS.flatMap((code) =>
      [code, ...LOCALES.map((locale) => LOCALE_STRINGS[locale].facets.testItems[code])].map(
        (text) => [foldName(text), code] as const,
      ),
    ),
  );
  return names.get(foldName(name));
}
