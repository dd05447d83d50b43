/**
 * `kopru validate`: whether a file can be matched or imported as it stands.
 *
 * @module
 */
import { basename } from 'node:path';
import type { Kind } from '@kopru/sdk/schema';
import { requireMapUsed } from './columns/map.ts';
import { guessKind, kindCalled } from './matching/guess-kind.ts';
import { makeReady } from './matching/make-ready.ts';
import { readHeaders } from './matching/read-headers.ts';
import { type ProfileOptions, readProfiles } from './profiles/read-profiles.ts';
import { writeIssues, writeMapping } from './profiles/write-issues.ts';
import { fileQuality } from './report/quality.ts';
import { CliError, EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';

export interface ValidateOptions extends ProfileOptions {
  readonly file: string;
  /** @default guessed from the columns, or from the name of the file */
  readonly kind?: Kind | undefined;
  /** Warnings count as errors. */
  readonly strict?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** Issues that are listed; of the rest only their number is told. */
const MOST_ISSUES = 100;

/** @returns `EXIT.findings` when a row is left out, or with `strict` when a cell is. */
export async function runValidate(options: ValidateOptions, io: Io): Promise<ExitCode> {
  const kind = options.kind ?? (await kindOf(options, io));
  const file = await readProfiles(options.file, kind, options, io);
  requireMapUsed(options.map, [file]);
  const ready = makeReady(file);
  const { rows, matched, leftOut, unshown, unread } = fileQuality(ready);
  writeMapping([file], io);
  writeIssues(ready.issues, io, { limit: MOST_ISSUES });
  io.stderr.write(
    `${file.path}: ${count(rows, 'row')} of ${kind}s, ${matched} that can be matched, ${leftOut} left out, ` +
      `${unshown} without consent or not active, ${count(unread, 'cell')} that cannot be read.\n`,
  );
  const isValid = leftOut === 0 && (unread === 0 || !options.strict);
  if (options.json)
    writeJson(io, {
      file: file.path,
      kind,
      valid: isValid,
      rows,
      matched,
      leftOut,
      unshown,
      unread,
      columns: file.columns,
      issues: ready.issues,
    });
  return isValid ? EXIT.ok : EXIT.findings;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

async function kindOf(options: ValidateOptions, io: Io): Promise<Kind> {
  const guess = guessKind(await readHeaders(options.file, options, io));
  const kind = guess ?? kindCalled(basename(options.file));
  if (kind) return kind;
  throw new CliError(`${options.file}: it is not clear whether its rows are startups or investors.`, {
    hint: 'Add --kind startup or --kind investor.',
  });
}
