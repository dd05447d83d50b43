import { once } from 'node:events';
import { createWriteStream, fdatasync, type WriteStream } from 'node:fs';
import { readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { CliError } from '../terminal/exit.ts';

/** How far a file has come that is written over several runs. */
export interface Place {
  /** What was asked for, and of whom: only the same goes on. */
  readonly of: string;
  /** Bytes of the part that are kept. */
  readonly bytes: number;
  readonly rows: number;
  /** Where the next rows begin, as who fills the file has it. */
  readonly after: string;
}

/** Thrown by who fills a file from a place that is there no more. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn';

  constructor() {
    super('What the part holds is no longer so.');
  }
}

/** Fills a file from a place on, or from its beginning. */
type Fill<T> = (
  to: Writable,
  from: Place | undefined,
  keep: (after: string, rows: number) => Promise<void>,
) => Promise<T>;

/**
 * Writes a file that is there whole or not at all: lines go to `FILE.part`, which takes the name of the file once
 * `fill` has ended. What `fill` has kept is there for the next run, in the part and its place in `FILE.part.json`,
 * whenever this one ends. Readable by its owner alone, since it holds contacts of people.
 *
 * @param of what is asked for, and of whom. A part of something else is begun anew.
 * @throws {CliError} when it cannot be written; else what `fill` throws.
 */
export async function writeWhole<T>(path: string, of: string, fill: Fill<T>): Promise<T> {
  const [part, mark] = [`${path}.part`, `${path}.part.json`];
  const from = await readPlace(part, mark, of);
  let kept = from !== undefined;
  let to: WriteStream | undefined;
  try {
    if (from) await truncate(part, from.bytes);
    else await rm(mark, { force: true });
    const begin = from?.bytes ?? 0;
    to = createWriteStream(part, { mode: 0o600, ...(from && { flags: 'r+', start: begin }) });
    await once(to, 'open');
    const file = to as WriteStream & { readonly fd: number };
    const result = await fill(to, from, async (after, rows) => {
      await written(file);
      // The place may not be on the disk before the rows that it counts.
      await promisify(fdatasync)(file.fd);
      const place: Place = { of, bytes: begin + file.bytesWritten, rows, after };
      await writeFile(`${mark}.new`, JSON.stringify(place), { mode: 0o600, flush: true });
      await rename(`${mark}.new`, mark);
      kept = true;
    });
    to.end();
    await finished(to);
    await rename(part, path);
    await rm(mark, { force: true });
    return result;
  } catch (error) {
    to?.destroy();
    if (!kept) await rm(part, { force: true }).catch(() => undefined);
    throw isSystemError(error) ? new CliError(`${path} cannot be written: ${error.message}`, { cause: error }) : error;
  }
}

/** The place of a part that may go on. */
async function readPlace(part: string, mark: string, of: string): Promise<Place | undefined> {
  try {
    const place = JSON.parse(await readFile(mark, 'utf8')) as Place;
    const whole = place.of === of && Number.isInteger(place.rows) && typeof place.after === 'string';
    return whole && (await stat(part)).size >= place.bytes ? place : undefined;
  } catch {
    return undefined;
  }
}

/** Has the next run begin anew. */
export const forgetPart = (path: string): Promise<void> => rm(`${path}.part.json`, { force: true });

/** Writes a text and waits while the reader is slower than we are. */
export async function writeText(to: Writable, text: string): Promise<void> {
  if (!to.write(text)) await once(to, 'drain');
}

/** Waits until all that was given to a stream is written. */
const written = (to: Writable): Promise<void> =>
  new Promise((resolve, reject) => to.write('', (error) => (error ? reject(error) : resolve())));

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
