import { expect, test } from 'vitest';
import { localeOf, readLocale } from './locale.ts';

test.each([
  [{ LANG: 'az_AZ.UTF-8' }, 'az'],
  [{ LANG: 'tr_TR@euro' }, 'tr'],
  [{ LANG: 'ru' }, 'ru'],
  [{ LANG: 'kk_KZ', LC_MESSAGES: 'hu_HU' }, 'hu'],
  [{ LC_MESSAGES: 'hu_HU', LC_ALL: 'ky_KG' }, 'ky'],
  [{ LC_ALL: 'ky_KG', KOPRU_LANG: 'uz-UZ' }, 'uz'],
  [{ LC_ALL: 'C', LANG: 'tk_TM' }, 'en'],
  [{ KOPRU_LANG: '', LANG: 'tk_TM' }, 'tk'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
] as const)('%o asks for %s', (env, locale) => {
  expect(localeOf(env, 'tr-TR')).toBe(locale);
});

test('where the environment says nothing the system does, as on Windows', () => {
  expect(localeOf({}, 'tr-TR')).toBe('tr');
  expect(localeOf({}, 'fr-FR')).toBe('en');
});

test('a language that is none of the nine is not taken for one', () => {
  expect(readLocale('en-GB')).toBe('en');
  expect(readLocale('azz')).toBeUndefined();
  expect(readLocale('constructor')).toBeUndefined();
});
