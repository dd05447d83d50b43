import type { Locale } from '../facets/index.ts';

/**
 * A text that is there in some languages, as for a reader of one: in that language, else in English, else in the
 * first that it has. Empty where it has none.
 */
export const textIn = (texts: Readonly<Partial<Record<Locale, string>>>, locale: Locale): string =>
  texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? '';
