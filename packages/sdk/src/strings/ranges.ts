/**
 * Ranges and measured values as one language writes them. Apart from the formats, which pages load: they stand in
 * facts and sentences, and these come in words from the API.
 *
 * @module
 */
import type { Measured, Money, Range } from '../facets/index.ts';
import { type Formats, fill } from './formats.ts';
import type { FormatData } from './locale-strings.ts';
import { amountText, magnitudeOf, numberText } from './number-text.ts';

/** A smallest and a largest amount; one of them may be open. */
export interface MoneyRange {
  readonly min?: Money;
  readonly max?: Money;
}

/** How one language writes ranges. Every function throws a {RangeError} on a value outside its range. */
export interface Ranges {
  /** With "from" or "up to" where one end is open. */
  moneyRange(range: MoneyRange): string;
  /** A value with its unit, to six digits. */
  measured(value: Measured): string;
  /** With "from" or "up to" where one end is open. */
  range(range: Range): string;
}

/** The ranges of one language. @param money how it writes an amount. */
export function createRanges(format: FormatData, money: Formats['money']): Ranges {
  return {
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
  };
}

/** A measured value to six digits, without zeros at the end. */
function valueText(value: number, format: FormatData): string {
  const digits = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return numberText(value, Math.min(20, Math.max(0, 5 - digits)), format);
}
