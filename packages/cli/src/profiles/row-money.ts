import type { CountryCode, Currency } from '@kopru/sdk/facets';
import { type Amount, type AmountContext, readAmount, readCurrency } from '../values/amount.ts';
import { readMoneyHeader } from '../values/money-header.ts';
import { isNothing } from '../values/read-cell.ts';
import { type Problem, problem, quote } from '../values/reading.ts';

/** A cell of a row, with the header of its column. */
export interface Cell {
  readonly text: string;
  readonly header: string;
}

/** What a row says of money, and what of it could not be used. */
export interface Read<T> {
  readonly value?: T;
  readonly problems: readonly (Problem & { readonly header: string })[];
}

export interface MoneyOptions {
  readonly country?: CountryCode | undefined;
  /** For amounts that name no currency. */
  readonly fallback?: Currency | undefined;
}

type CellOf = (field: string) => Cell | undefined;

/** The round that a startup has open: one amount. Both ends of "up to" and "from" are told by their number. */
export const readRaise = (cellOf: CellOf, options: MoneyOptions) => readSum('raise', cellOf, options);

/** The most that a programme gives. */
export const readGrant = (cellOf: CellOf, options: MoneyOptions) => readSum('grant', cellOf, options);

function readSum(field: string, cellOf: CellOf, options: MoneyOptions): Read<{ amount: number; currency: Currency }> {
  const cell = filled(cellOf, field) ?? filled(cellOf, `${field}/amount`);
  if (!cell) return { problems: [] };
  const stated = readStated(cellOf(`${field}/currency`), options);
  const read = readOne(cell, { ...options, stated: stated.value });
  if (!read.value) return { problems: [...stated.problems, ...read.problems] };
  return { value: { amount: read.value.number, currency: read.value.currency }, problems: stated.problems };
}

/** The size of an investor's single investment. One amount without a word such as "from" is both ends. */
export function readTicket(
  cellOf: CellOf,
  options: MoneyOptions,
): Read<{ min?: number; max?: number; currency: Currency }> {
  const stated = readStated(cellOf('ticket/currency'), options);
  const context = { ...options, stated: stated.value };
  const whole = filled(cellOf, 'ticket');
  if (whole) {
    const { value, problem: found } = readAmount(whole.text, inColumn(whole, context));
    if (!value) return { problems: [...stated.problems, ...(found ? [{ ...found, header: whole.header }] : [])] };
    return { value: ticketOf(value.low, value.high, value.currency), problems: stated.problems };
  }
  const cells = [filled(cellOf, 'ticket/min'), filled(cellOf, 'ticket/max')] as const;
  const first = cells.map((cell) => cell && readOne(cell, context));
  // One end that names its currency speaks for the other.
  const named = first.find((read) => read?.value)?.value?.currency;
  const [min, max] = cells.map((cell, i) => {
    const read = first[i];
    return cell && read && !read.value && named ? readOne(cell, { ...context, fallback: named }) : read;
  });
  const problems = [...stated.problems, ...(min?.problems ?? []), ...(max?.problems ?? [])];
  const currency = min?.value?.currency ?? max?.value?.currency;
  if (!currency) return { problems };
  if (min?.value && max?.value && min.value.currency !== max.value.currency) {
    const found = problem(
      'currency',
      `${quote(max.value.text)} is in another currency than the other end.`,
      'Give both ends in one currency.',
    );
    return { problems: [...problems, { ...found.problem, header: max.value.header }] };
  }
  return { value: ticketOf(min?.value?.number, max?.value?.number, currency), problems };
}

const ticketOf = (min: number | undefined, max: number | undefined, currency: Currency) => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
  currency,
});

interface One {
  readonly number: number;
  readonly currency: Currency;
  readonly text: string;
  readonly header: string;
}

/** A cell that must hold one number, and not a range. */
function readOne(cell: Cell, context: AmountContext): Read<One> {
  const { value, problem: found } = readAmount(cell.text, inColumn(cell, context));
  if (!value) return { problems: found ? [{ ...found, header: cell.header }] : [] };
  if (isRange(value)) {
    const range = problem(
      'amount',
      `${quote(cell.text)} is a range, and this column holds one amount.`,
      'Write one amount, as in 250000 USD.',
    );
    return { problems: [{ ...range.problem, header: cell.header }] };
  }
  const number = (value.low ?? value.high) as number;
  return { value: { number, currency: value.currency, text: cell.text, header: cell.header }, problems: [] };
}

const isRange = ({ low, high }: Amount): boolean => low !== undefined && high !== undefined && low !== high;

const inColumn = (cell: Cell, context: AmountContext): AmountContext => ({
  ...context,
  header: readMoneyHeader(cell.header),
});

function readStated(cell: Cell | undefined, options: MoneyOptions): Read<Currency> {
  if (!cell || isNothing(cell.text)) return { problems: [] };
  const { value, problem: found } = readCurrency(cell.text, options);
  return { ...(value && { value }), problems: found ? [{ ...found, header: cell.header }] : [] };
}

function filled(cellOf: CellOf, field: string): Cell | undefined {
  const cell = cellOf(field);
  return cell && !isNothing(cell.text) ? cell : undefined;
}
