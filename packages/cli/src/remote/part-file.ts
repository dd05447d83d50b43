import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CliError } from '../terminal/exit.ts';

/**
 * Writes a file that is there whole or not at all: lines go to `FILE.part`, which takes the name of the
 * file once `fill` has ended, and is removed if it fails. Readable by its owner alone, since it holds
 * contacts of people.
 *
 * @throws {CliError} when it cannot be written; else what `fill` throws.
 */
export async function writeWhole<T>(path: string, fill: (to: Writable) => Promise<T>): Promise<T> {
  const part = `${path}.part`;
  const to = createWriteStream(part, { mode: 0o600 });
  try {
    await once(to, 'open');
    const result = await fill(to);
    to.end();
    await finished(to);
    await rename(part, path);
    return result;
  } catch (error) {
    to.destroy();
    await rm(part, { force: true }).catch(() => undefined);
    throw isSystemError(error) ? new CliError(`${path} cannot be written: ${error.message}`, { cause: error }) : error;
  }
}

/** Writes a text and waits while the reader is slower than we are. */
export async function writeText(to: Writable, text: string): Promise<void> {
  if (!to.write(text)) await once(to, 'drain');
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
