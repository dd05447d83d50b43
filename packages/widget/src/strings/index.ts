import type { Locale } from '@kopru/sdk/facets';
import { LOCALE_STRINGS } from '@kopru/sdk/strings';
import { createLabels, type Labels } from '../lib/labels.ts';
import { az } from './az.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { kk } from './kk.ts';
import { ky } from './ky.ts';
import { ru } from './ru.ts';
import { tk } from './tk.ts';
import { tr } from './tr.ts';
import { uz } from './uz.ts';
import type { Words } from './words.ts';

export type { Level, MatchAction, Notice, Words } from './words.ts';

export const WORDS: Readonly<Record<Locale, Words>> = { az, tr, kk, ky, uz, tk, hu, ru, en };

const made = new Map<Locale, Labels>();

/** The SDK's names and formats in one of the nine languages. */
export function labelsOf(locale: Locale): Labels {
  const labels = made.get(locale) ?? createLabels(LOCALE_STRINGS[locale]);
  made.set(locale, labels);
  return labels;
}

/** The language of ours that a BCP 47 tag asks for; English for any other. */
export function localeOf(tag: string): Locale {
  const language = tag.toLowerCase().split('-')[0] as Locale;
  return Object.hasOwn(WORDS, language) ? language : 'en';
}
