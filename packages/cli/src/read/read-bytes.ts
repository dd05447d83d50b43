import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CliError } from '../terminal/exit.ts';
import { named, nearest } from '../values/nearest.ts';

/**
 * The bytes of a file.
 *
 * @param path as the user wrote it; messages name it so.
 * @param cwd folder that a relative path starts from.
 * @throws {CliError} when there is no such file; it names those with a similar name.
 */
export async function readBytes(path: string, cwd: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(cwd, path));
  } catch (cause) {
    const error = cause as NodeJS.ErrnoException;
    // The system names no path for a folder.
    if (error.code !== 'ENOENT') throw Object.assign(error, { path });
    throw new CliError(`${path}: there is no such file.`, { hint: await similarTo(path, cwd), cause });
  }
}

async function similarTo(path: string, cwd: string): Promise<string | undefined> {
  const there = await readdir(resolve(cwd, dirname(path))).catch(() => []);
  const [name] = nearest(basename(path), named(there), 1);
  return name === undefined ? undefined : `Did you mean ${join(dirname(path), name)}?`;
}
