import type { Locale } from '@kopru/sdk/facets';
import type { LocaleNames } from '@kopru/sdk/strings';
import { part } from './part.ts';
import type { Words } from './words.ts';

export type { MatchAction, Notice, Words } from './words.ts';

/** What every element says, and how it writes. */
export interface BaseWords {
  readonly words: Words;
  readonly facetNames: LocaleNames['facets']['names'];
  readonly format: LocaleNames['format'];
}

export const baseWords = part<BaseWords>('base', {
  az: () => import('./base/az.ts'),
  tr: () => import('./base/tr.ts'),
  kk: () => import('./base/kk.ts'),
  ky: () => import('./base/ky.ts'),
  uz: () => import('./base/uz.ts'),
  tk: () => import('./base/tk.ts'),
  hu: () => import('./base/hu.ts'),
  ru: () => import('./base/ru.ts'),
  en: () => import('./base/en.ts'),
});

/** The language of ours that a BCP 47 tag asks for; English for any other. */
export const localeOf = (tag: string): Locale => {
  const language = tag.toLowerCase().split('-')[0];
  return baseWords.locales.find((locale) => locale === language) ?? 'en';
};
