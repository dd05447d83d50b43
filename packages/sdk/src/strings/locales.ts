import { LOCALES, type Locale } from '../facets/index.ts';
import { az } from './az/index.ts';
import { en } from './en/index.ts';
import { hu } from './hu/index.ts';
import { kk } from './kk/index.ts';
import { ky } from './ky/index.ts';
import type { LocaleStrings } from './locale-strings.ts';
import { ru } from './ru/index.ts';
import { tk } from './tk/index.ts';
import { tr } from './tr/index.ts';
import { uz } from './uz/index.ts';

/** The strings of every language. A new one is a folder, a line here and its code in `LOCALES`. */
export const LOCALE_STRINGS: Readonly<Record<Locale, LocaleStrings>> = { az, tr, kk, ky, uz, tk, hu, ru, en };

/** @throws {RangeError} on a locale that is none of the nine. */
export function stringsOf(locale: Locale): LocaleStrings {
  if (!Object.hasOwn(LOCALE_STRINGS, locale)) {
    throw new RangeError(`no strings for the locale "${locale}": use one of ${LOCALES.join(', ')}`);
  }
  return LOCALE_STRINGS[locale];
}
