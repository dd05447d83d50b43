import { francAll } from 'franc-all';
import { LOCALES, type Locale } from '../facets/index.ts';

/** The letters of each language, and the name by which the detector knows it (ISO 639-3). */
const ALPHABETS: Readonly<Record<Locale, readonly [iso: string, letters: string]>> = {
  az: ['azj', 'abcçdeəfgğhxıijkqlmnoöprsştuüvyz'],
  tr: ['tur', 'abcçdefgğhıijklmnoöprsştuüvyz'],
  kk: ['kaz', 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'],
  ky: ['kir', 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя'],
  uz: ['uzn', 'abcdefghijklmnopqrstuvxyz'],
  tk: ['tuk', 'abçdeäfghijžklmnňoöprsştuüwyýz'],
  hu: ['hun', 'aábcdeéfghiíjklmnoóöőpqrstuúüűvwxyz'],
  ru: ['rus', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
  en: ['eng', 'abcdefghijklmnopqrstuvwxyz'],
};

const LETTERS = new Map(LOCALES.map((locale) => [locale, new Set(ALPHABETS[locale][1])]));
const LOCALE_OF = new Map(LOCALES.map((locale) => [ALPHABETS[locale][0], locale]));

/** Share of letters that a text may borrow from other alphabets, as in foreign names. */
const BORROWED = 0.02;

/** Below this many letters fewer than 98 of 100 openings of the corpus's texts are told right. */
const DETECTABLE = 40;

/**
 * Which of the nine languages a text is in; `undefined` for a text too short to tell. The alphabet
 * rules out what it can (only Azerbaijani has ə), letter trigrams decide among the rest. All texts
 * of the corpus are told right, and 99 of 100 by their first eight words.
 */
export function detectLanguage(text: string): Locale | undefined {
  const letters = Array.from(text.normalize('NFC').replace(/[Iİ]/g, 'i').toLowerCase()).filter((c) =>
    /\p{Ll}/u.test(c),
  );
  if (letters.length < DETECTABLE) return undefined;
  const foreign = LOCALES.map((locale) => letters.filter((c) => !LETTERS.get(locale)?.has(c)).length);
  const allowed = Math.min(...foreign) + BORROWED * letters.length;
  const possible = LOCALES.filter((_, i) => (foreign[i] as number) <= allowed);
  if (possible.length === 1) return possible[0];
  const only = possible.map((locale) => ALPHABETS[locale][0]);
  return LOCALE_OF.get(francAll(text, { only })[0]?.[0] ?? '');
}
