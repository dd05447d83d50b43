import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openTarget } from '../output/target.ts';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import type { CalendarFile } from './calendar.ts';

/** Makes the folder of the calendars where it is not there. @throws {CliError} when it cannot be made. */
export async function makeFolder(folder: string, { cwd }: Io): Promise<void> {
  await mkdir(resolve(cwd, folder), { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    const isFile = cause.code === 'EEXIST' || cause.code === 'ENOTDIR';
    throw new CliError(`${folder} cannot be made: ${isFile ? 'there is a file of that name' : cause.message}.`, {
      hint: 'Name another folder for --ics.',
      cause,
    });
  });
}

/** Writes each calendar into the folder, in place of one of its name. Other files stay. */
export async function writeCalendars(folder: string, calendars: readonly CalendarFile[], io: Io): Promise<void> {
  for (const { name, content } of calendars) {
    const target = await openTarget(join(folder, name), io);
    try {
      await target.write(content);
    } finally {
      await target.discard();
    }
  }
}
