import { isLocale, type Locale } from '@kopru/sdk/facets';

/** Variables that say which language is wanted; the first that is not empty decides, as POSIX has it. */
const VARIABLES = ['KOPRU_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/**
 * The language of help, reports and sentences: that of the environment, else that of the system, which
 * is all that Windows says, else English.
 *
 * @param system BCP 47 tag of the system's language.
 */
export function localeOf(
  env: Readonly<Record<string, string | undefined>>,
  system = Intl.DateTimeFormat().resolvedOptions().locale,
): Locale {
  const tag = VARIABLES.map((name) => env[name]).find((value) => value) ?? system;
  return readLocale(tag) ?? 'en';
}

/** `az`, `az_AZ.UTF-8` and `az-AZ` are all Azerbaijani; undefined for a language that is none of the nine. */
export function readLocale(tag: string): Locale | undefined {
  const language = tag.split(/[-_.@]/, 1)[0]?.toLowerCase() ?? '';
  return isLocale(language) ? language : undefined;
}
