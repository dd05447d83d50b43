import { extname } from 'node:path';
import { CliError } from '../terminal/exit.ts';

const FORMATS = { '.csv': 'csv', '.ndjson': 'ndjson', '.jsonl': 'ndjson', '.html': 'html', '.htm': 'html' } as const;

export type OutputFormat = (typeof FORMATS)[keyof typeof FORMATS];

/** What the ending of a file's name asks for. @throws {CliError} on any other. */
export function formatOf(path: string): OutputFormat {
  const ending = extname(path).toLowerCase();
  const format = (FORMATS as Readonly<Record<string, OutputFormat>>)[ending];
  if (format) return format;
  throw new CliError(`${path}: the ending ${ending || '(none)'} names no format that can be written.`, {
    hint: ending.startsWith('.xls')
      ? 'Write a .csv with --excel, which Excel opens as it is.'
      : 'Use .csv, .ndjson or .html.',
  });
}
