import type { Currency } from '@kopru/sdk/facets';
import { tokensOf } from './amount-tokens.ts';
import { THOUSAND, type Times } from './amount-words.ts';
import { numberOf } from './number-text.ts';
import { type Problem, problem, quote } from './reading.ts';

interface Part {
  readonly text: string;
  times?: Times;
}

/** What a cell says of money, before it is known which money and which multiplier its column has. */
export interface Parsed {
  readonly parts: readonly Part[];
  readonly bound?: 'low' | 'high' | undefined;
  /** Currencies that every word of the cell allows; undefined where it names none. */
  readonly codes?: readonly Currency[] | undefined;
}

export type Failed = { readonly problem: Problem };

/** The numbers of a cell with their multipliers: one, or two that are a range. */
export function parseAmount(cell: string): Parsed | Failed {
  const tokens = tokensOf(cell);
  const parts: Part[] = [];
  const bounds: ('low' | 'high')[] = [];
  let codes: readonly Currency[] | undefined;
  let apart = true;
  for (const [i, token] of tokens.entries()) {
    const last = parts.at(-1);
    const after = tokens[i - 1]?.is === 'number' ? last : undefined;
    switch (token.is) {
      case 'number':
        if (!apart) return unreadable('has two numbers with nothing between them that says how they belong together');
        parts.push({ text: token.text });
        apart = false;
        break;
      case 'times':
        if (!after) return unreadable('has a word such as thousand or million that no number stands before');
        after.times = token;
        break;
      case 'min':
        if (after && !apart) after.times = THOUSAND;
        else bounds.push('low');
        break;
      case 'currency': {
        const shared: readonly Currency[] = codes ? codes.filter((code) => token.codes.includes(code)) : token.codes;
        if (shared.length === 0) return unreadable('names two currencies');
        codes = shared;
        break;
      }
      case 'foreign':
        return problem(
          'currency',
          'names a currency that profiles cannot be in',
          'Give the amount in USD or EUR, or in the money of one of the eight countries.',
        );
      case 'dash':
        if (parts.length === 0 && tokens[i + 1]?.is === 'number') return unreadable('is below zero');
        apart = true;
        break;
      case 'bound':
        bounds.push(token.end);
        apart = true;
        break;
      case 'and':
        apart = true;
        break;
      case 'filler':
        break;
      case 'unknown':
        return unreadable(`holds ${quote(token.text)}, which says nothing about an amount`);
    }
  }
  if (parts.length === 0) return unreadable('holds no number');
  if (parts.length > 2) return unreadable('holds more than two numbers');
  if (parts.length === 1 && new Set(bounds).size > 1) return unreadable('says both at least and at most of one number');
  return { parts, codes, bound: bounds[0] };
}

/**
 * The numbers of a cell in whole units.
 *
 * @param ofHeader the multiplier of the column, for cells that have none.
 */
export function endsOf(
  { parts, bound, codes }: Parsed,
  ofHeader: Times | undefined,
): { low?: number; high?: number } | Failed {
  const written = parts.some(({ times }) => times);
  if (!written && ofHeader && codes)
    return unreadable(
      'names a currency and no multiplier, in a column whose header has one',
      'Write the number alone, or with its multiplier, as in 250 bin $.',
    );
  const shared = written ? parts.find(({ times }) => times)?.times : ofHeader;
  const values = parts.map(({ text, times }) => numberOf(text, times ?? shared));
  if (values.includes(undefined)) return unreadable('has marks between its digits that fit no way of writing a number');
  if (values.includes('ambiguous'))
    return unreadable(
      'can be read in two ways: the mark before the last three digits may part thousands or decimals',
      'Write all digits, as in 1500000 USD, or one decimal, as in 1,5 million USD.',
    );
  const numbers = values as number[];
  const by = (i: number) => parts[i]?.times?.by ?? (written ? 1 : (ofHeader?.by ?? 1));
  const units = numbers.map((number, i) => number * by(i));
  const bare = parts.length === 2 && written ? parts.findIndex(({ times }) => !times) : -1;
  if (bare >= 0) units[bare] = carried(numbers[bare] as number, bare, units[1 - bare] as number, by(1 - bare));
  const [low = 0, high] = units.map((value) => Math.round(value * 100) / 100);
  if (low <= 0 || high === 0) return unreadable('is zero');
  if (high !== undefined)
    return low <= high ? { low, high } : unreadable('is a range whose first number is above its second');
  return bound === 'low' ? { low } : bound === 'high' ? { high: low } : { low, high: low };
}

/**
 * The end of a range that has no multiplier, where the other has one. "50–200 thousand" gives it to both;
 * "100 000 – 1 million" does not, since its first number is an amount already.
 */
function carried(number: number, place: number, other: number, by: number): number {
  const isAmount = number >= SMALLEST_AMOUNT;
  if (place === 1) return isAmount && number >= other ? number : number * by;
  return isAmount && number * by > other ? number : number * by;
}

/** A smaller number without a multiplier is no amount that somebody invests. */
const SMALLEST_AMOUNT = 1000;

const EXAMPLE = 'Write it as 250000 USD, 250 bin $ or 50–200 тыс. долл.';

const unreadable = (what: string, suggestion = EXAMPLE): Failed => problem('amount', what, suggestion);
