import type { Locale } from '@kopru/sdk/strings';

/** A text in the language of the reader; in the first that it has where it lacks that one. */
export const textIn = (texts: Readonly<Partial<Record<Locale, string>>>, locale: Locale): string =>
  texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? '';
