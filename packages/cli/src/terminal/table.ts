import picocolors from 'picocolors';
import stringWidth from 'string-width';
import type { Io } from './io.ts';

/** A table for people. */
export interface TableText {
  /** Titles; where all are empty no line of titles is written. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const NUMBER = /^[-+≈]?\d[\d\s.,]*\s?%?$/;

/** Writes rows to stderr, aligned by the width that a terminal gives each letter; columns of numbers to the right. */
export function writeTable(io: Io, { columns, rows }: TableText): void {
  const right = columns.map((_, i) => {
    const filled = rows.map((row) => row[i] ?? '').filter((cell) => cell !== '');
    return filled.length > 0 && filled.every((cell) => NUMBER.test(cell));
  });
  const [titles = '', ...lines] = alignedLines([columns, ...rows], right);
  if (columns.some((title) => title !== '')) io.stderr.write(`${io.colours.dim(titles)}\n`);
  for (const line of lines) io.stderr.write(`${line}\n`);
}

/** The same to stdout and without colours, for a table that is the result. */
export const printTable = (io: Io, table: TableText): void =>
  writeTable({ ...io, stderr: io.stdout, colours: picocolors.createColors(false) }, table);

/**
 * Rows as lines whose cells stand under each other, by the width that a terminal gives each letter.
 *
 * @param rows the first has as many cells as there are columns.
 * @param right the columns whose cells stand to the right. @default none
 */
export function alignedLines(rows: readonly (readonly string[])[], right: readonly boolean[] = []): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => stringWidth(row[i] ?? ''))));
  return rows.map((row) =>
    widths
      .map((width, i) => {
        const cell = row[i] ?? '';
        const space = ' '.repeat(width - stringWidth(cell));
        return right[i] ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}
