import type { Locale } from '@kopru/sdk/facets';
import { az } from './az.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { kk } from './kk.ts';
import { ky } from './ky.ts';
import { ru } from './ru.ts';
import { tk } from './tk.ts';
import { tr } from './tr.ts';
import { uz } from './uz.ts';
import type { PageWords } from './words.ts';

export type { PageWords } from './words.ts';

export const PAGE_WORDS: Readonly<Record<Locale, PageWords>> = { az, tr, kk, ky, uz, tk, hu, ru, en };

/** Each language by the name that its speakers give it. */
export const OWN_NAMES: Readonly<Record<Locale, string>> = {
  az: 'Azərbaycanca',
  tr: 'Türkçe',
  kk: 'Қазақша',
  ky: 'Кыргызча',
  uz: 'O‘zbekcha',
  tk: 'Türkmençe',
  hu: 'Magyar',
  ru: 'Русский',
  en: 'English',
};
