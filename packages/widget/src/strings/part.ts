import type { Locale } from '@kopru/sdk/facets';
import { type Lazy, lazy } from '../lib/lazy.ts';

/** Words, or names, that are loaded in one language at a time. */
export interface Part<T> {
  /** The languages that there are. */
  readonly locales: readonly Locale[];
  /** Undefined where they are not there yet. */
  ready(locale: Locale): T | undefined;
  load(locale: Locale): Promise<T>;
}

type Language<T> = Readonly<Partial<Record<Locale, T>>>;

/**
 * @param folder in `src/strings/`, in which each language has a file that exports its words under its own code.
 * @param files their imports, written out so that a bundler sees them.
 */
export function part<T>(
  folder: string,
  files: { readonly [L in Locale]: () => Promise<{ readonly [name in L]: T }> },
): Part<T> {
  const languages = new Map<Locale, Lazy<Language<T>>>();
  const languageOf = (locale: Locale) => {
    const language =
      languages.get(locale) ?? lazy(`strings/${folder}/${locale}`, files[locale] as () => Promise<Language<T>>);
    languages.set(locale, language);
    return language;
  };
  return {
    locales: Object.keys(files) as Locale[],
    ready: (locale) => languageOf(locale).ready?.[locale],
    load: async (locale) => (await languageOf(locale).load())[locale] as T,
  };
}
