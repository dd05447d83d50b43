import type { FormatData } from './locale-strings.ts';

/**
 * A number in a language's digits and separators, rounded to at most `decimals` places (0 to 20),
 * without trailing zeros.
 * @throws {RangeError} on a number that is not finite, or of 10²¹ or more.
 */
export function numberText(n: number, decimals: number, { group, decimal, minimumGrouped }: FormatData): string {
  if (!(Math.abs(n) < 1e21)) throw new RangeError(`cannot write ${n} as a number`);
  const [whole = '', fraction = ''] = Math.abs(n).toFixed(decimals).split('.');
  const rest = fraction.replace(/0+$/, '');
  const grouped = whole.length < 3 + minimumGrouped ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  const text = rest ? grouped + decimal + rest : grouped;
  return n < 0 && text !== '0' ? `-${text}` : text;
}

/**
 * An amount of money for a card: whole units, and from a million on in millions, milliards or
 * billions where that is exact to two places, so that no amount is ever shown as another. Below
 * one unit, with two places.
 */
export function amountText(amount: number, format: FormatData): string {
  const rounded = wholeUnits(amount);
  const magnitude = magnitudeOf(amount);
  const number = numberText(rounded / MAGNITUDES[magnitude], 2, format);
  return magnitude === 0 ? number : `${number}\u00a0${format.millions[magnitude - 1]}`;
}

/** 0 for an amount that is written in units, 1 in millions, 2 in milliards, 3 in billions (10¹²). */
export function magnitudeOf(amount: number): 0 | 1 | 2 | 3 {
  const rounded = wholeUnits(amount);
  const magnitude = ([3, 2, 1] as const).find((m) => Math.abs(rounded) >= MAGNITUDES[m]) ?? 0;
  return rounded % (MAGNITUDES[magnitude] / 100) === 0 ? magnitude : 0;
}

const MAGNITUDES = [1, 1e6, 1e9, 1e12] as const;

const wholeUnits = (amount: number): number => (Math.abs(amount) < 1 ? amount : Math.round(amount));
