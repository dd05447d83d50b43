import { resolve } from 'node:path';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { formatOf, type OutputFormat } from './format.ts';
import type { MatchRow } from './rows.ts';
import { openTarget, type Target } from './target.ts';
import { type CsvOptions, writeCsv, writeNdjson } from './write-rows.ts';

/** What a match reads, and where its results go. */
export interface FileNames {
  readonly startups: string;
  readonly investors: string;
  readonly output?: string | undefined;
  readonly report?: string | undefined;
}

/** The files that are to be written. */
export interface OpenFiles {
  readonly output?: { readonly target: Target; readonly format: OutputFormat };
  readonly report?: Target;
}

/**
 * Opens what is to be written, before the work begins.
 *
 * @throws {CliError} on names that cannot be, and on places that cannot be written to.
 */
export async function openFiles(names: FileNames, io: Io): Promise<OpenFiles> {
  assertNames(names, io);
  const { output, report } = names;
  const format = output === undefined ? undefined : formatOf(output);
  const target = output === undefined ? undefined : await openTarget(output, io);
  try {
    const page = report === undefined ? undefined : await openTarget(report, io);
    return { ...(target && format && { output: { target, format } }), ...(page && { report: page }) };
  } catch (error) {
    await target?.discard();
    throw error;
  }
}

function assertNames({ output, report, startups, investors }: FileNames, { cwd }: Io): void {
  if (report !== undefined && formatOf(report) !== 'html')
    throw new CliError(`${report} is to hold the report, which is a page.`, { hint: 'Let its name end in .html' });
  const isOne = (a: string, b: string) => resolve(cwd, a) === resolve(cwd, b);
  if (output !== undefined && report !== undefined && isOne(output, report))
    throw new CliError(`${output} is named for the list and for the report.`, { hint: 'Name two files.' });
  const hint = 'Name another file to write to.';
  for (const written of [output, report]) {
    if (written !== undefined && [startups, investors].some((read) => isOne(read, written)))
      throw new CliError(`${written} is read, and would be written over.`, { hint });
  }
}

/** Writes the list and the report. @param page makes the report, only where it is wanted. */
export async function writeFiles(
  { output, report }: OpenFiles,
  rows: readonly MatchRow[],
  page: () => string,
  options: CsvOptions,
  io: Io,
): Promise<void> {
  const contents: Readonly<Record<OutputFormat, () => string>> = {
    csv: () => writeCsv(rows, options),
    ndjson: () => writeNdjson(rows),
    html: page,
  };
  if (output) await output.target.write(contents[output.format]());
  else io.stdout.write(contents.csv());
  await report?.write(page());
}
