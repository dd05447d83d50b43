import { readFile } from 'node:fs/promises';
import { InputError, type InputIssue, UsageError } from './evaluation.ts';

/** One row: its place in the file and its cells by column name. */
export interface TsvRow {
  /** Line of the file, counted from 1; the header is line 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Reads a tab-separated table whose first line names the columns.
 *
 * There is no quoting: a quotation mark is a character like any other, and a cell holds neither tab
 * nor line break. UTF-8, with or without byte order mark; lines end in LF or CRLF; empty lines at
 * the end are ignored. Columns stand in any order, and further ones are kept.
 *
 * @param file shown in errors.
 * @throws {InputError} naming every row with the wrong number of cells, or every column that is
 *   missing or named twice.
 */
export function parseTsv(file: string, bytes: Uint8Array, required: readonly string[]): TsvRow[] {
  const lines = decode(file, bytes)
    .replace(/[\r\n]+$/, '')
    .split(/\r?\n/);
  const header = (lines[0] as string).split('\t');
  const headerIssues: InputIssue[] = [
    ...required.filter((c) => !header.includes(c)).map((column) => ({ line: 1, column, rule: 'is missing' })),
    ...[...new Set(header.filter((c, i) => header.indexOf(c) !== i))].map((column) => ({
      line: 1,
      column,
      rule: 'is named twice',
    })),
  ];
  if (headerIssues.length > 0) throw new InputError(file, headerIssues);

  const issues: InputIssue[] = [];
  const rows = lines.slice(1).map((text, i) => {
    const cells = text.split('\t');
    if (cells.length !== header.length) {
      issues.push({ line: i + 2, rule: `has ${cells.length} cells where the header has ${header.length}` });
    }
    return { line: i + 2, cells: new Map(header.map((column, c) => [column, cells[c] ?? ''])) };
  });
  if (issues.length > 0) throw new InputError(file, issues);
  return rows;
}

/** Reads a file for {@link parseTsv}; a file that cannot be read is an error of the call. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UsageError(`cannot read ${path}: ${(cause as Error).message}`, { cause });
  }
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // drops a byte order mark
  } catch (cause) {
    throw new InputError(file, [{ line: 1, rule: 'the file is not valid UTF-8' }], { cause });
  }
}
