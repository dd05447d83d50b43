import { randomBytes } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';

/** A file that is to be written once its content is known. */
export interface Target {
  /** As it was given. */
  readonly path: string;
  /** Writes all of it and puts it in its place. @throws {CliError} when that is not possible. */
  write(content: string): Promise<void>;
  /** Leaves everything as it was, unless it was written. */
  discard(): Promise<void>;
}

/**
 * Makes sure that a file can be written before the work begins. Until all of it is written it stands
 * under another name beside it, so that nobody finds half a file, and one that was there stays until then.
 *
 * @throws {CliError} that says why it cannot be written.
 */
export async function openTarget(path: string, { cwd }: Pick<Io, 'cwd'>): Promise<Target> {
  const place = await realpath(resolve(cwd, path)).catch(() => resolve(cwd, path));
  const found = await stat(place).catch(() => undefined);
  // A pipe or a device cannot be replaced by a file.
  if (found && !found.isFile() && !found.isDirectory()) return direct(path, place);
  const temporary = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.tmp`);
  let file: FileHandle;
  try {
    // Fails on a folder, on a file that is read-only, and on Windows on one that Excel holds open.
    if (found) await (await open(place, 'r+')).close();
    file = await open(temporary, 'wx');
  } catch (cause) {
    throw unwritable(path, cause);
  }
  return {
    path,
    async write(content) {
      try {
        await file.writeFile(content);
        await file.close();
        await rename(temporary, place);
      } catch (cause) {
        throw unwritable(path, cause);
      }
    },
    async discard() {
      await file.close().catch(() => undefined);
      await rm(temporary, { force: true });
    },
  };
}

async function direct(path: string, place: string): Promise<Target> {
  const file = await open(place, 'w').catch((cause: unknown) => {
    throw unwritable(path, cause);
  });
  return {
    path,
    write: async (content) => {
      await file.writeFile(content);
      await file.close();
    },
    discard: () => file.close().catch(() => undefined),
  };
}

const WHY: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOENT: ['its folder does not exist', 'Make the folder first, or name another place.'],
  ENOTDIR: ['a part of its path is a file, not a folder', 'Name another place.'],
  EISDIR: ['it is a folder', 'Name a file in it, such as matches.csv.'],
  EACCES: ['you may not write there', 'Name a place that you may write to.'],
  EPERM: ['you may not write there', 'If another program has it open, close it there; else name another place.'],
  EBUSY: ['another program has it open', 'Close it there.'],
  EROFS: ['its disk is read-only', 'Name another place.'],
  ENOSPC: ['its disk is full', 'Make room, or name another place.'],
};

function unwritable(path: string, cause: unknown): CliError {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const [what, hint] = WHY[code] ?? [message, undefined];
  return new CliError(`${path} cannot be written: ${what}.`, { hint, cause });
}
