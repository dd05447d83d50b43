import type { Io } from '../terminal/io.ts';
import { writeTable } from '../terminal/table.ts';
import type { ProfileFile, RowIssue } from './profile-file.ts';

/** Tells what each column was taken for, so that a wrong guess is seen before it is acted on. */
export function writeMapping(files: readonly ProfileFile[], io: Io): void {
  for (const { path, format, encoding, delimiter, sheet, columns, rows } of files) {
    const how = [
      encoding,
      delimiter && `separated by ${DELIMITERS[delimiter] ?? delimiter}`,
      sheet && `sheet "${sheet}"`,
      `${rows.length} usable ${rows.length === 1 ? 'row' : 'rows'}`,
    ];
    io.stderr.write(`${path}: ${format.toUpperCase()}, ${how.filter(Boolean).join(', ')}\n`);
    if (columns.length === 0) continue;
    writeTable(io, {
      columns: ['Column', 'Read as'],
      rows: columns.map(({ header, field, given }) => [
        header || '(unnamed)',
        `${field ?? '(left out)'}${given ? ' (--map)' : ''}`,
      ]),
    });
  }
  if (files.some(({ columns }) => columns.some(({ given }) => !given)))
    io.stderr.write('To read a column as something else: --map "Column=field", or --map "Column=" to leave it out.\n');
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'strokes' };

/**
 * Tells what could not be used: errors first, then warnings, each in the order of the lines.
 *
 * @param limit most issues that are told one by one; how many are left is said.
 */
export function writeIssues(issues: readonly RowIssue[], io: Io, { limit }: { readonly limit: number }): void {
  const ranked = [...issues].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  for (const issue of ranked.slice(0, limit)) io.stderr.write(`${lineOf(issue, io)}\n`);
  const rest = ranked.slice(limit);
  if (rest.length === 0) return;
  const errors = rest.filter(({ severity }) => severity === 'error').length;
  const parts = [count(errors, 'error'), count(rest.length - errors, 'warning')].filter((part) => part !== undefined);
  io.stderr.write(`… and ${parts.join(' and ')} more\n`);
}

const count = (n: number, what: string): string | undefined =>
  n === 0 ? undefined : `${n} ${what}${n === 1 ? '' : 's'}`;

function lineOf({ severity, file, line, column, rule, message, suggestion }: RowIssue, { colours }: Io): string {
  const label = severity === 'error' ? colours.red('error') : colours.yellow('warning');
  const place = `${file}:${line}${column === undefined ? '' : `, column "${column.replace(/\s+/g, ' ')}"`}`;
  return `${label} ${place}: ${message}${suggestion === undefined ? '' : ` ${suggestion}`} ${colours.dim(`[${rule}]`)}`;
}
