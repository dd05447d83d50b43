import type { Cells } from './csv.ts';
import type { Table } from './table.ts';

/** Rows at the top of a sheet that may be its title, a date, or empty. */
const MOST_TITLES = 10;
/** Longest name of a column where a row does not fill them all, in characters. */
const LONGEST = 120;

/**
 * Rows as a table: those above the header are left out, every row has as many cells as the header, and
 * what has more is told.
 *
 * @returns undefined when no row is filled.
 */
export function toTable(
  all: readonly Cells[],
): Pick<Table, 'headerLine' | 'header' | 'rows' | 'unreadable'> | undefined {
  const rows = all
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const at = headerIndex(rows.map(({ cells }) => cells));
  const top = rows[at];
  if (!top) return undefined;
  const body = rows.slice(at + 1);
  const width = top.cells.findLastIndex((cell) => cell !== '') + 1;
  const filled = ({ cells }: Cells) => cells.findLastIndex((cell) => cell !== '') + 1;
  // A column without a name may hold something, when it does so in more than a few rows.
  const most = Math.max(width, ...widths(body.map(filled), body.length));
  const fit = (cells: readonly string[]) => Array.from({ length: most }, (_, i) => cells[i] ?? '');
  return {
    headerLine: top.line,
    header: fit(top.cells),
    rows: body.filter((row) => filled(row) <= most).map(({ line, cells }) => ({ line, cells: fit(cells) })),
    unreadable: body
      .filter((row) => filled(row) > most)
      .map((row) => ({
        line: row.line,
        rule: 'columns',
        message: `has ${filled(row)} cells, and the header has ${most}: a cell with the delimiter in it must stand in quotes`,
      })),
  };
}

/** Widths that at least a tenth of the rows have, and no fewer than two. */
function widths(found: readonly number[], rows: number): number[] {
  const counts = new Map<number, number>();
  for (const width of found) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= 2 && count * 10 >= rows).map(([width]) => width);
}

/** The first of the upper rows that looks like names of columns; else the first. */
function headerIndex(rows: readonly (readonly string[])[]): number {
  const sizes = rows
    .slice(0, 50)
    .map(filledOf)
    .sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return Math.max(
    rows.slice(0, MOST_TITLES).findIndex((cells) => namesColumns(cells, usual)),
    0,
  );
}

/**
 * Whether a row fills at least half of the columns with short texts that are no numbers. One that fills
 * all of them may have names such as `2025`, and whole questions of a form.
 *
 * @param usual how many cells most rows fill.
 */
function namesColumns(cells: readonly string[], usual: number): boolean {
  const filled = filledOf(cells);
  // In two columns a title and its date look the same as two names.
  if (filled >= Math.max(usual, 3)) return cells.some((cell) => cell !== '' && !isNumber(cell));
  if (filled * 2 < usual || filled < Math.min(usual, 2) || cells.some(isNumber)) return false;
  return filled >= usual || cells.every((cell) => cell.length <= LONGEST);
}

const filledOf = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;
const isNumber = (cell: string): boolean => /^[-+]?[\d\s.,]+$/.test(cell);
