import { stringify } from 'csv-stringify/sync';
import { COLUMNS, type MatchRow } from './rows.ts';

export interface CsvOptions {
  /**
   * As Excel opens it by a double click where the comma is the decimal sign, which it is in all of our
   * languages but English: with a byte order mark, semicolons, decimal commas and CRLF.
   */
  readonly excel: boolean;
}

/** Sentences in one cell: parted by a semicolon, which takes the place of a full stop. */
const inOneCell = (sentences: readonly string[]): string =>
  sentences.map((sentence, i) => (i < sentences.length - 1 ? sentence.replace(/\.$/, '') : sentence)).join('; ');

/** The rows of matches as CSV. */
export function writeCsv(rows: readonly MatchRow[], options: CsvOptions): string {
  const cells = rows.map((row) => ({
    ...row,
    reasons: inOneCell(row.reasons),
    cautions: inOneCell(row.cautions),
  }));
  return csvOf(cells, COLUMNS, options);
}

/**
 * Rows as CSV (RFC 4180) in UTF-8, with a header. A text that a spreadsheet would take for a formula
 * gets an apostrophe in front.
 */
export function csvOf<C extends string>(
  rows: readonly Readonly<Record<C, string | number>>[],
  columns: readonly C[],
  { excel }: CsvOptions,
): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    escape_formulas: true,
    ...(excel
      ? { bom: true, delimiter: ';', record_delimiter: '\r\n', cast: { number: (n) => String(n).replace('.', ',') } }
      : { record_delimiter: '\n' }),
  });
}

/** The rows as NDJSON: an object a line, with the names of the columns; reasons and cautions are lists. */
export const writeNdjson = (rows: readonly MatchRow[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');
