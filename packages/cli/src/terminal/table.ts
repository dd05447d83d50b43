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
  const widths = columns.map((title, i) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[i] ?? ''))),
  );
  const right = columns.map((_, i) => {
    const filled = rows.map((row) => row[i] ?? '').filter((cell) => cell !== '');
    return filled.length > 0 && filled.every((cell) => NUMBER.test(cell));
  });
  const line = (cells: readonly string[]): string =>
    columns
      .map((_, i) => {
        const cell = cells[i] ?? '';
        const space = ' '.repeat((widths[i] as number) - stringWidth(cell));
        return right[i] ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  if (columns.some((title) => title !== '')) io.stderr.write(`${io.colours.dim(line(columns))}\n`);
  for (const row of rows) io.stderr.write(`${line(row)}\n`);
}
