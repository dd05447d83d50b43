import { isSectorCode } from '@kopru/sdk/facets';
import { KINDS, type Kind } from '@kopru/sdk/schema';
import { readAmount } from '../values/amount.ts';
import { readSectors } from '../values/code.ts';
import { type PlainType, readCell } from '../values/read-cell.ts';
import { FIELD_OF } from './fields.ts';

/** A column whose header says nothing, and what stands in it. */
export interface Unnamed {
  readonly column: number;
  readonly name: string;
  /** Those that hold something. */
  readonly cells: readonly string[];
}

/** Shares of cells that must be of a kind before a column is taken for it. */
const MOST = 0.8;
/** Characters of a text that says what somebody does, on average. */
const LONG = 60;
const LONGEST_NAME = 80;

const isEmail = (cell: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell);
const isWebsite = (cell: string): boolean =>
  /^(?:https?:\/\/\S+|(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[a-z]{2,})\/?\S*$/iu.test(cell) && !isEmail(cell);
const isSector = (cell: string): boolean => {
  const { value = [] } = readSectors(cell);
  return value.length > 0 && value.every(isSectorCode);
};
const isAmount = (cell: string): boolean => readAmount(cell).value !== undefined;
const isCode = (type: PlainType) => (cell: string) => {
  const { value, problem } = readCell(type, cell);
  return value !== undefined && problem === undefined;
};

/** Checks of one cell, by topic, surest first. */
const CHECKS = [
  ['email', isEmail],
  ['website', isWebsite],
  ['money', isAmount],
  ['stage', isCode('stages')],
  ['country', isCode('country')],
  ['markets', isCode('places')],
  ['instrument', isCode('instruments')],
  ['type', isCode('investorType')],
  ['languages', isCode('languages')],
  ['sectors', isSector],
] as const;

/** What columns are by what stands in them: each field once, only fields that no column has. */
export function fieldByValues(
  columns: readonly Unnamed[],
  kind: Kind,
  isTaken: (field: string) => boolean,
): Map<string, number> {
  const found = new Map<string, number>();
  const free = () => columns.filter(({ column, cells }) => cells.length > 0 && ![...found.values()].includes(column));
  const take = (field: string | undefined, column: Unnamed | undefined) => {
    if (field && column && !isTaken(field) && !found.has(field)) found.set(field, column.column);
  };
  for (const [topic, check] of CHECKS) {
    const field = FIELD_OF[kind][topic];
    take(
      field,
      free().find(({ cells }) => cells.filter(check).length >= MOST * cells.length),
    );
  }
  const texts = free().filter(({ cells }) => average(cells) >= LONG);
  take(KINDS[kind].text, texts.sort((a, b) => average(b.cells) - average(a.cells))[0]);
  take('name', free().find(isNames));
  // A file of names and texts alone: its texts may be a few words, even no more than a sector.
  const text = KINDS[kind].text;
  const isBare = found.has('name') || (isTaken('name') && columns.length === 1);
  if (found.has(text) || isTaken(text) || !isBare) return found;
  const short =
    free().find(({ cells }) => cells.some((cell) => /\p{L}{3}/u.test(cell)))?.column ?? found.get('sectors');
  if (short === undefined) return found;
  if (short === found.get('sectors')) found.delete('sectors');
  return found.set(text, short);
}

const average = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;

const isNames = ({ cells }: Unnamed): boolean =>
  average(cells) <= LONGEST_NAME &&
  new Set(cells).size >= 0.9 * cells.length &&
  cells.filter((cell) => /\p{L}{2}/u.test(cell) && !isEmail(cell) && !isWebsite(cell) && !isDate(cell)).length >=
    0.9 * cells.length;

const isDate = (cell: string): boolean => /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(cell);
