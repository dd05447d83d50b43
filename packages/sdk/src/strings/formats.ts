/**
 * Numbers, money, dates and lists as one language writes them. Never asks `Intl`: workerd and Chromium lack
 * the data of az, kk, ky, uz and tk and do not say so.
 *
 * @module
 */
import type { Locale, Measured, Money, Range } from '../facets/index.ts';
import type { FormatData, LocaleNames } from './locale-strings.ts';
import { amountText, magnitudeOf, numberText } from './number-text.ts';

export interface NumberOptions {
  /** Most places after the point, 0 to 20. @default 2 */
  readonly decimals?: number;
}

/** A smallest and a largest amount; one of them may be open. */
export interface MoneyRange {
  readonly min?: Money;
  readonly max?: Money;
}

/** How one language writes. Every function throws a {RangeError} on a value outside its range. */
export interface Formats {
  readonly locale: Locale;
  /** At most two places after the point unless `options` says otherwise. */
  number(n: number, options?: NumberOptions): string;
  /** `ratio` 0.25 is 25 per cent. @default decimals 0 */
  percent(ratio: number, options?: NumberOptions): string;
  /** With the ISO code; millions only where they are exact. */
  money(money: Money): string;
  /** With "from" or "up to" where one end is open. */
  moneyRange(range: MoneyRange): string;
  /** A value with its unit, to six digits. */
  measured(value: Measured): string;
  /** With "from" or "up to" where one end is open. */
  range(range: Range): string;
  /** With "and" before the last. */
  list(items: readonly string[]): string;
  /** `isoDate` is `YYYY-MM-DD`. */
  date(isoDate: string): string;
  /** The form that stands alone: the first letter is a capital. */
  capitalise(name: string): string;
}

/** The formats of one language: a formatter that knows no names. */
export function createFormats({ locale, format }: Pick<LocaleNames, 'locale' | 'format'>): Formats {
  const money = ({ amount, currency }: Money) => fill(format.money, { amount: amountText(amount, format), currency });
  return {
    locale,
    number: (n, { decimals = 2 } = {}) => numberText(n, decimals, format),
    percent: (ratio, { decimals = 0 } = {}) => fill(format.percent, [numberText(ratio * 100, decimals, format)]),
    money,
    moneyRange({ min, max }) {
      if (min && max) {
        // "8,500–2.3 million" could be read as 8,500 million: such ends are each written in full.
        const alike = min.currency === max.currency && magnitudeOf(min.amount) === magnitudeOf(max.amount);
        if (!alike) return fill(format.range, [money(min), money(max)]);
        const ends = [amountText(min.amount, format), amountText(max.amount, format)] as const;
        return fill(format.money, { amount: fill(format.range, ends), currency: min.currency });
      }
      if (min) return fill(format.atLeast, [money(min)]);
      if (max) return fill(format.atMost, [money(max)]);
      throw new RangeError('a range of money needs a min, a max or both');
    },
    measured: ({ value, unit }) => `${valueText(value, format)}\u00a0${unit}`,
    range({ min, max, unit }) {
      const [from, to] = [min, max].map((end) => (end === undefined ? undefined : valueText(end, format)));
      const text =
        from === undefined || to === undefined
          ? fill(from === undefined ? format.atMost : format.atLeast, [from ?? to ?? ''])
          : fill(format.range, [from, to]);
      return `${text}\u00a0${unit}`;
    },
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

/** A measured value to six digits, without zeros at the end. */
function valueText(value: number, format: FormatData): string {
  const digits = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return numberText(value, Math.min(20, Math.max(0, 5 - digits)), format);
}

/** Puts values in the places of a pattern, each once, so that a value that looks like a place stays as it is. */
const fill = (pattern: string, values: Readonly<Record<string, string>> | readonly string[]): string =>
  pattern.replace(/\{(\w+)\}/g, (place, name: string) => (values as Record<string, string>)[name] ?? place);
