import { extname } from 'node:path';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { toTable } from './header.ts';
import { readJsonArray } from './json-array.ts';
import { readNdjson } from './ndjson.ts';
import { readBytes } from './read-bytes.ts';
import { declaredEncoding, readSt96 } from './st96.ts';
import type { ReadOptions, Records, Table } from './table.ts';
import { readSheet } from './workbook.ts';

const ZIP = [0x50, 0x4b];
/** The container of .xls and of workbooks with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a file of rows, whatever program wrote it: a CSV in the code page and with the delimiter of its
 * country, a workbook, the XML of patents (WIPO ST.96), NDJSON, or a JSON array. What it is follows from its content, for text also from its name.
 *
 * @throws {CliError} when it cannot be read or holds no row.
 */
export async function readFile(path: string, options: ReadOptions, io: Io): Promise<Table | Records> {
  const bytes = await readBytes(path, io.cwd);
  const begins = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (begins(ZIP)) {
    const { sheet, rows } = await readSheet(bytes, path, options.sheet);
    return { format: 'xlsx', sheet, ...(toTable(rows) ?? empty(`${path}, sheet "${sheet}"`)) };
  }
  if (begins(OLE))
    throw new CliError(`${path}: it is a workbook of the old kind (XLS), or has a password.`, {
      hint: 'Save it as XLSX without a password, or as CSV.',
    });
  const { text, encoding } = decode(bytes, path, options.encoding ?? declaredEncoding(bytes));
  if (text.includes('\0'))
    throw new CliError(`${path}: it is no text.`, { hint: 'Use a file in CSV, XLSX or NDJSON.' });
  if (/^\s*<[?!a-z]/i.test(text)) return { encoding, ...readSt96(text, path) };
  if (/\.json$/i.test(path) && /^\s*\[/.test(text)) return readJsonArray(text, path);
  if (/^\.(ndjson|jsonl|json)$/i.test(extname(path)) || /^\s*\{/.test(text)) return readNdjson(text);

  const { delimiter, rows, unclosed } = readCsv(text, options.delimiter);
  const table = toTable(rows) ?? empty(path);
  const strays = unclosed.map((line) => ({ line, rule: 'quote', message: 'opens a quote that nothing closes' }));
  const unreadable = [...table.unreadable, ...strays].sort((a, b) => a.line - b.line);
  return { format: 'csv', encoding, delimiter, ...table, unreadable };
}

const empty = (what: string): never => {
  throw new CliError(`${what}: it has no rows.`, {
    hint: 'The first row names the columns, and each row after it is one profile.',
  });
};
