import type { Locale } from '../facets/index.ts';

/**
 * The CLDR plural category of a whole number. Our own, since workerd and Chromium have no rules for
 * some of the nine languages and fall back to others in silence.
 */
export function pluralCategory(n: number, locale: Locale): 'one' | 'few' | 'many' | 'other' {
  if (locale !== 'ru') return n === 1 ? 'one' : 'other';
  const ten = n % 10;
  const hundred = n % 100;
  if (ten === 1 && hundred !== 11) return 'one';
  return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? 'few' : 'many';
}
