import { isLocale, type Locale } from '@kopru/sdk/facets';

const STORED = 'kopru-lang';

/** The interface language: `?lang=`, else the one chosen last, else the browser's first that is ours, else English. */
export function initialLocale(): Locale {
  const wanted = [
    new URLSearchParams(location.search).get('lang'),
    stored(),
    ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()),
  ];
  return wanted.find(isLocale) ?? 'en';
}

/** Keeps the choice for the next visit, where the browser lets us. */
export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORED, locale);
  } catch {
    // Storage is blocked: the address still carries the language.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
