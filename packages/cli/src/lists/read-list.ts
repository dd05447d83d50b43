import { readFile } from '../read/read-file.ts';
import type { TableRow } from '../read/table.ts';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { foldWords } from '../values/fold.ts';

/** A row of a list, by the names of its columns; a column that the file has not is ''. */
interface ListRow<C extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<C, string>>;
}

/** A file with a few columns of given names: who is absent, which pairs must not meet, which are right. */
export interface List<C extends string> {
  readonly path: string;
  readonly rows: readonly ListRow<C>[];
}

/** What is wrong in one row of a list. */
export interface ListIssue {
  readonly line: number;
  readonly message: string;
}

/**
 * Reads a list from a CSV or a workbook.
 *
 * @param optional columns that may be missing.
 * @throws {CliError} when it cannot be read, is NDJSON, or a column is missing.
 */
export async function readList<R extends string, O extends string = never>(
  path: string,
  required: readonly R[],
  optional: readonly O[],
  io: Io,
): Promise<List<R | O>> {
  const content = await readFile(path, {}, io);
  const names = required.map((name) => `"${name}"`).join(' and ');
  if (content.format === 'ndjson')
    throw new CliError(`${path} is NDJSON, and a list is read from a table.`, {
      hint: `Give a CSV or XLSX file with the columns ${names}.`,
    });
  const header = content.header.map(foldWords);
  const places = [...required, ...optional].map((name) => [name, header.indexOf(name)] as const);
  const missing = places.find(([name, place]) => place < 0 && (required as readonly string[]).includes(name));
  if (missing)
    throw new CliError(`${path} has no column "${missing[0]}".`, {
      hint: `The first row must name the columns ${names}. It reads: ${content.header.join(', ')}`,
    });
  failOn(path, content.unreadable);
  const cellsOf = ({ cells }: TableRow) =>
    Object.fromEntries(places.map(([name, place]) => [name, cells[place] ?? ''])) as Record<R | O, string>;
  return { path, rows: content.rows.map((row) => ({ line: row.line, cells: cellsOf(row) })) };
}

/** Issues that are told one by one. */
const MOST_TOLD = 20;

/** Each with its place, one a line. */
export const listIssues = (path: string, issues: readonly ListIssue[]): string[] => {
  const told = issues.slice(0, MOST_TOLD).map(({ line, message }) => `${path}:${line}: ${message}`);
  return issues.length > told.length ? [...told, `… and ${issues.length - told.length} more`] : told;
};

/** @throws {CliError} that tells all issues, if there are any: half a list would be worse than none. */
export function failOn(path: string, issues: readonly ListIssue[]): void {
  if (issues.length > 0)
    throw new CliError(listIssues(path, issues).join('\n'), {
      hint: 'Nothing was done. Correct the file and run it again.',
    });
}
