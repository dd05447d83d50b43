/** The languages that Köprü speaks. */
export const LOCALES = ['az', 'tr', 'kk', 'ky', 'uz', 'tk', 'hu', 'ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Whether a value is one of the nine of `LOCALES`. */
export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** Script that we write each language in (ISO 15924). All nine run from left to right. */
export const SCRIPT: Readonly<Record<Locale, 'Latn' | 'Cyrl'>> = {
  az: 'Latn',
  tr: 'Latn',
  kk: 'Cyrl',
  ky: 'Cyrl',
  uz: 'Latn',
  tk: 'Latn',
  hu: 'Latn',
  ru: 'Cyrl',
  en: 'Latn',
};

/** Value of the `dir` attribute of a page in any of the nine languages. */
export const DIRECTION = 'ltr';

/** Languages that a profile may work in: all of ISO 639-1, for people speak more than the nine. */
// biome-ignore format: a table of codes
export const LANGUAGES = [
  'aa', 'ab', 'ae', 'af', 'ak', 'am', 'an', 'ar', 'as', 'av', 'ay', 'az', 'ba', 'be', 'bg', 'bi', 'bm', 'bn', 'bo', 'br',
  'bs', 'ca', 'ce', 'ch', 'co', 'cr', 'cs', 'cu', 'cv', 'cy', 'da', 'de', 'dv', 'dz', 'ee', 'el', 'en', 'eo', 'es', 'et',
  'eu', 'fa', 'ff', 'fi', 'fj', 'fo', 'fr', 'fy', 'ga', 'gd', 'gl', 'gn', 'gu', 'gv', 'ha', 'he', 'hi', 'ho', 'hr', 'ht',
  'hu', 'hy', 'hz', 'ia', 'id', 'ie', 'ig', 'ii', 'ik', 'io', 'is', 'it', 'iu', 'ja', 'jv', 'ka', 'kg', 'ki', 'kj', 'kk',
  'kl', 'km', 'kn', 'ko', 'kr', 'ks', 'ku', 'kv', 'kw', 'ky', 'la', 'lb', 'lg', 'li', 'ln', 'lo', 'lt', 'lu', 'lv', 'mg',
  'mh', 'mi', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt', 'my', 'na', 'nb', 'nd', 'ne', 'ng', 'nl', 'nn', 'no', 'nr', 'nv', 'ny',
  'oc', 'oj', 'om', 'or', 'os', 'pa', 'pi', 'pl', 'ps', 'pt', 'qu', 'rm', 'rn', 'ro', 'ru', 'rw', 'sa', 'sc', 'sd', 'se',
  'sg', 'si', 'sk', 'sl', 'sm', 'sn', 'so', 'sq', 'sr', 'ss', 'st', 'su', 'sv', 'sw', 'ta', 'te', 'tg', 'th', 'ti', 'tk',
  'tl', 'tn', 'to', 'tr', 'ts', 'tt', 'tw', 'ty', 'ug', 'uk', 'ur', 'uz', 've', 'vi', 'vo', 'wa', 'wo', 'xh', 'yi', 'yo',
  'za', 'zh', 'zu',
] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** Whether a value is one of `LANGUAGES`. */
export const isLanguageCode = (value: unknown): value is LanguageCode => LANGUAGES.includes(value as LanguageCode);
