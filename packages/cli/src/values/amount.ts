import { type CountryCode, CURRENCIES, type Currency } from '@kopru/sdk/facets';
import { endsOf, type Failed, parseAmount } from './amount-parts.ts';
import { tokensOf } from './amount-tokens.ts';
import type { MoneyHeader } from './money-header.ts';
import { type Problem, problem, quote, type Reading } from './reading.ts';

/** An amount, a range, or one end of a range, in whole units. `low` and `high` are the same for an amount. */
export interface Amount {
  readonly low?: number;
  readonly high?: number;
  readonly currency: Currency;
}

/** What is known of an amount beside its own cell. */
export interface AmountContext {
  /** What the column's header says: "Ticket (bin USD)". See {@link readMoneyHeader}. */
  readonly header?: MoneyHeader | undefined;
  /** Of the row: tells which manat, and which som, is meant. */
  readonly country?: CountryCode | undefined;
  /** Of the row's own column for it. */
  readonly stated?: Currency | undefined;
  /** Of the command line, for amounts that name none. */
  readonly fallback?: Currency | undefined;
}

/**
 * An amount or a range with its currency, as people of nine languages write it. Nothing is guessed: where
 * a cell can mean two things, it is read as neither and the problem says why.
 */
export function readAmount(cell: string, context: AmountContext = {}): Reading<Amount> {
  const parsed = parseAmount(cell);
  if ('problem' in parsed) return { problem: withCell(parsed.problem, cell) };
  const hint = parsed.parts.find(({ times }) => times?.hint)?.times?.hint ?? context.header?.times?.hint;
  const currency = currencyOf(parsed.codes, cell, context, hint);
  if ('problem' in currency) return currency;
  const ends = endsOf(parsed, context.header?.times);
  if ('problem' in ends) return { problem: withCell(ends.problem, cell) };
  return { value: { ...ends, currency: currency.code } };
}

/** The currency that a column of its own names, by code, symbol or name. */
export function readCurrency(
  cell: string,
  context: Pick<AmountContext, 'country' | 'fallback'> = {},
): Reading<Currency> {
  const tokens = tokensOf(cell);
  const named = tokens.flatMap((token) => (token.is === 'currency' ? [token.codes] : []));
  const [codes] = named;
  if (!codes || named.length > 1 || tokens.some(({ is }) => is === 'unknown' || is === 'number'))
    return problem(
      'currency',
      `${quote(cell)} is not one currency that is known here.`,
      `Write a code: ${CURRENCIES.join(', ')}.`,
    );
  const found = currencyOf(codes, cell, context, undefined);
  return 'problem' in found ? found : { value: found.code };
}

const OF_COUNTRY: Readonly<Partial<Record<CountryCode, Currency>>> = { AZ: 'AZN', TM: 'TMT', KG: 'KGS', UZ: 'UZS' };

function currencyOf(
  written: readonly Currency[] | undefined,
  cell: string,
  { header, country, stated, fallback }: AmountContext,
  hint: Currency | undefined,
): { readonly code: Currency } | Failed {
  const codes = written ?? header?.codes;
  if (stated && codes && !codes.includes(stated))
    return problem(
      'currency',
      `${written ? quote(cell) : 'The header'} names a currency, and the row's column for the currency says ${stated}.`,
      'Keep one of the two.',
    );
  const own = country && OF_COUNTRY[country];
  const told = [stated, own, hint, fallback].find((code) => code && codes?.includes(code));
  if (codes?.length === 1) return { code: codes[0] as Currency };
  if (codes && told) return { code: told };
  if (codes)
    return problem(
      'currency',
      `${quote(cell)} does not say which money it is: ${codes.join(' or ')}.`,
      `Write the code, as in 250000 ${codes[0]}, fill in the country, or use --currency ${codes[0]}.`,
    );
  const code = stated ?? fallback;
  if (code) return { code };
  return problem(
    'currency',
    `${quote(cell)} names no currency, and neither does the header.`,
    'Write it in the cell or the header, as in 250000 USD, or use --currency USD for all amounts that name none.',
  );
}

const withCell = ({ message, ...rest }: Problem, cell: string): Problem => ({
  ...rest,
  message: `${quote(cell)} ${message}.`,
});
