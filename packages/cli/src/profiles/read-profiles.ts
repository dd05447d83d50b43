import type { Currency } from '@kopru/sdk/facets';
import type { Kind } from '@kopru/sdk/schema';
import { guessColumns } from '../columns/guess.ts';
import { givenColumns, parseMap } from '../columns/map.ts';
import { readFile } from '../read/read-file.ts';
import type { ReadOptions, Table } from '../read/table.ts';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import type { MappedColumn, ProfileFile, RowIssue } from './profile-file.ts';
import { readRecords } from './records.ts';
import { SAYS_WHAT, textField } from './row.ts';
import { readRows } from './rows.ts';

export interface ProfileOptions extends ReadOptions {
  /** Each `Header=field`; an empty field leaves the column out. @default every column is guessed */
  readonly map?: readonly string[] | undefined;
  /** For amounts that name none. @default such amounts are not read */
  readonly currency?: Currency | undefined;
}

/** Most rows of one file. */
export const MOST_ROWS = 100_000;

/**
 * Reads a file of profiles: finds what its columns are, reads every cell, and validates every row. What
 * cannot be used is told and left out; only a file that cannot be read at all is an error.
 *
 * @param path CSV, XLSX, NDJSON or, for patents, XML.
 * @throws {CliError} when the file cannot be read, has too many rows, or no column that holds the text.
 */
export async function readProfiles(path: string, kind: Kind, options: ProfileOptions, io: Io): Promise<ProfileFile> {
  const entries = parseMap(options.map ?? []);
  const content = await readFile(path, options, io);
  const count = content.format === 'ndjson' ? content.records.length : content.rows.length;
  if (count > MOST_ROWS)
    throw new CliError(`${path} has ${count} rows, and ${MOST_ROWS} is the most that one file may have.`, {
      hint: 'Split it into several files.',
    });
  const { format } = content;
  if ('kind' in content && content.kind !== kind)
    throw new CliError(`${path} holds profiles of the kind ${content.kind}, and not ${kind}.`, {
      hint: `Use --kind ${content.kind}.`,
    });
  if (content.format === 'ndjson') {
    const { rows, issues } = readRecords(content, kind, path);
    return { kind, path, format, columns: [], rows, issues: inOrder([...issues, ...unreadable(content, path)]) };
  }
  const columns = mapColumns(content, kind, givenColumns(content.header, kind, entries));
  requireColumns(content, columns, kind, path);
  const { rows, issues } = readRows(content, columns, kind, { file: path, currency: options.currency });
  return {
    kind,
    path,
    format,
    ...(content.encoding !== undefined && { encoding: content.encoding }),
    ...(content.delimiter !== undefined && { delimiter: content.delimiter }),
    ...(content.sheet !== undefined && { sheet: content.sheet }),
    columns,
    rows,
    issues: inOrder([...issues, ...unreadable(content, path)]),
  };
}

function mapColumns(table: Table, kind: Kind, given: ReadonlyMap<number, string | null>): MappedColumn[] {
  const fields = guessColumns(table, kind, given);
  return table.header.map((header, i) => ({ header, field: fields[i] ?? null, given: given.has(i) }));
}

/** Without a text there is nothing to match by, and without a name nothing to call a row. */
function requireColumns({ header }: Table, columns: readonly MappedColumn[], kind: Kind, path: string): void {
  const has = (field: string) => columns.some((column) => column.field === field);
  const text = textField(kind);
  const missing = has(text) ? (has('name') || has('id') ? undefined : 'name') : text;
  if (missing === undefined) return;
  const what =
    missing === 'name' ? `the names of the ${kind}s` : `the text that says what each ${kind} ${SAYS_WHAT[kind]}`;
  const names = header.filter((name) => name !== '');
  throw new CliError(`No column of ${path} was recognised as ${what}.`, {
    hint: `Say which it is, as in: --map "${names[0] ?? 'Header'}=${missing}". The columns are ${names.map((name) => `"${name}"`).join(', ')}.`,
  });
}

const unreadable = ({ unreadable }: Pick<Table, 'unreadable'>, file: string): RowIssue[] =>
  unreadable.map(({ line, severity, rule, message }) => ({
    severity: severity ?? 'error',
    file,
    line,
    rule,
    message: `The row ${message}.`,
    suggestion: SUGGESTIONS[rule] ?? ONE_OBJECT,
  }));

const ONE_OBJECT = 'Write one JSON object on each line, as in {"id": "s-1", "profile": {…}}.';
const SUGGESTIONS: Readonly<Record<string, string>> = {
  columns: 'Put such a cell in quotes.',
  xml: 'Repair it, or fetch the file again.',
  one_text: 'Give such a language a profile of its own, if it is to be found by it.',
  quote: 'Close the quote; a quote within a text stands twice.',
};

const inOrder = (issues: readonly RowIssue[]): RowIssue[] => [...issues].sort((a, b) => a.line - b.line);
