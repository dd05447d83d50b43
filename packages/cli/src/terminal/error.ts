import { CliError, EXIT, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';

/** What is wrong with what a user gave, as the parts of Köprü name it: told without a stack. */
const TOLD = new Set(['ProfileError', 'AssignError', 'SolverError', 'EmbedderError', 'SnapshotError']);

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read or written by you',
  EPERM: 'it may not be read or written by you',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk cannot be written to',
  EBUSY: 'another program holds it',
  ENAMETOOLONG: 'the name is too long',
};

/**
 * Tells an error on stderr: what is wrong and what to do about it; the stack only of a fault of ours,
 * and with `KOPRU_DEBUG`.
 *
 * @param json writes it to stdout as one line for programs instead.
 * @returns how the program is to end.
 */
export function writeError(error: unknown, io: Io, json = false): ExitCode {
  const { message, hint, exitCode } = asCliError(error);
  if (json) io.stdout.write(`${JSON.stringify({ error: { message, hint: hint ?? null, exitCode } })}\n`);
  else {
    io.stderr.write(`${io.colours.red('error')} ${message}\n`);
    if (hint !== undefined) io.stderr.write(`${io.colours.dim(hint)}\n`);
  }
  if (io.env.KOPRU_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return exitCode;
}

function asCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  if (!(error instanceof Error)) return fault(String(error));
  if (TOLD.has(error.name)) return new CliError(error.message, { cause: error });
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : SYSTEM[code];
  if (reason !== undefined && path !== undefined) return new CliError(`${path}: ${reason}.`, { cause: error });
  return fault(error.message);
}

const fault = (message: string): CliError =>
  new CliError(`This is a fault of kopru: ${message}`, {
    exitCode: EXIT.internal,
    hint: 'Run it again with KOPRU_DEBUG=1 and report what it says.',
  });
