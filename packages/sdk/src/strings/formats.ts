/**
 * Numbers, money, dates and lists as one language writes them. Never asks `Intl`: workerd and Chromium lack
 * the data of az, kk, ky, uz and tk and do not say so.
 *
 * @module
 */
import type { Locale, Money } from '../facets/index.ts';
import type { LocaleNames } from './locale-strings.ts';
import { amountText, numberText } from './number-text.ts';

export interface NumberOptions {
  /** Most places after the point, 0 to 20. @default 2 */
  readonly decimals?: number;
}

/** How one language writes. Every function throws a {RangeError} on a value outside its range. */
export interface Formats {
  readonly locale: Locale;
  /** At most two places after the point unless `options` says otherwise. */
  number(n: number, options?: NumberOptions): string;
  /** `ratio` 0.25 is 25 per cent. @default decimals 0 */
  percent(ratio: number, options?: NumberOptions): string;
  /** A part as whole per cent: above 0 it is never told as none, below 1 never as all. */
  share(ratio: number): string;
  /** With the ISO code; millions only where they are exact. */
  money(money: Money): string;
  /** With "and" before the last. */
  list(items: readonly string[]): string;
  /** `isoDate` is `YYYY-MM-DD`. */
  date(isoDate: string): string;
  /** The form that stands alone: the first letter is a capital. */
  capitalise(name: string): string;
}

/** The formats of one language: a formatter that knows no names. */
export function createFormats({ locale, format }: Pick<LocaleNames, 'locale' | 'format'>): Formats {
  const percent: Formats['percent'] = (ratio, { decimals = 0 } = {}) =>
    fill(format.percent, [numberText(ratio * 100, decimals, format)]);
  return {
    locale,
    number: (n, { decimals = 2 } = {}) => numberText(n, decimals, format),
    percent,
    share(ratio) {
      if (ratio > 0 && ratio < 0.01) return `<\u00a0${percent(0.01)}`;
      if (ratio < 1 && ratio > 0.99) return `>\u00a0${percent(0.99)}`;
      return percent(ratio);
    },
    money: ({ amount, currency }) => fill(format.money, { amount: amountText(amount, format), currency }),
    list(items) {
      const head = items.slice(0, -1);
      return head.length > 0 ? fill(format.listEnd, [head.join(', '), items.at(-1) ?? '']) : (items[0] ?? '');
    },
    date(isoDate) {
      const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(isoDate) ?? [];
      const name = format.months[Number(month) - 1];
      // Date.parse lets 31 February pass as 3 March in some engines and not in others.
      const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
      if (!name || Number(day) < 1 || Number(day) > last) throw new RangeError(`"${isoDate}" is no date YYYY-MM-DD`);
      return fill(format.date, { day: String(Number(day)), month: name, year: String(Number(year)) });
    },
    capitalise(name) {
      const [first = ''] = name;
      const capital = first === 'i' && (locale === 'az' || locale === 'tr') ? 'İ' : first.toUpperCase();
      return capital + name.slice(first.length);
    },
  };
}

/** Puts values in the places of a pattern, each once, so that a value that looks like a place stays as it is. */
export const fill = (pattern: string, values: Readonly<Record<string, string>> | readonly string[]): string =>
  pattern.replace(/\{(\w+)\}/g, (place, name: string) => (values as Record<string, string>)[name] ?? place);
