import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { isKopruError, type Kopru, type Profiles } from '@kopru/sdk';
import { KINDS, type Kind } from '@kopru/sdk/schema';
import { createClient, credentials, type RemoteOptions } from './remote/client.ts';
import { remotely } from './remote/errors.ts';
import { CannotGoOn, forgetPart, type Place, writeText, writeWhole } from './remote/part-file.ts';
import { EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';

export interface ExportOptions extends RemoteOptions {
  /** `-` is stdout. */
  readonly output: string;
  /** Only the profiles of a kind, as `{ id, profile }`: what `import` and `match` read. @default all that the hub owns */
  readonly kind?: Kind | undefined;
  /** With a file. */
  readonly json?: boolean | undefined;
}

/** Profiles that are asked for at a time. */
const PAGE = 100;

/** How many times an export is begun before it is given up, where it cannot go on. */
const BEGINNINGS = 3;

/** What is written where, and what is told of each place from which it can go on. */
interface Copy {
  readonly kopru: Kopru;
  readonly to: Writable;
  readonly from: Place | undefined;
  readonly keep: (after: string, rows: number) => Promise<void>;
  readonly io: Io;
}

/**
 * Writes what a hub owns to a file, as NDJSON. The file is whole, or it is not there; one that was cut off goes on
 * when the same is asked for again. Each row is as it was when it was read. No part is gone on with since whose
 * beginning a profile was erased: it is begun anew, so that nothing erased before the last run is in the file.
 */
export async function runExport(options: ExportOptions, io: Io): Promise<ExitCode> {
  const { output, kind, json = false } = options;
  const given = await credentials(options, io);
  const kopru = createClient(given);
  const copy = kind === undefined ? copyHub : (work: Copy) => copyProfiles(kind, work);
  return remotely(async () => {
    if (output === '-') {
      const rows = await copy({ kopru, to: io.stdout, from: undefined, keep: async () => undefined, io });
      io.stderr.write(`${rows} rows.\n`);
      return EXIT.ok;
    }
    // Another hub, key or kind is another export.
    const of = createHash('sha256')
      .update(JSON.stringify([given, kind]))
      .digest('hex')
      .slice(0, 16);
    const path = resolve(io.cwd, output);
    const write = () =>
      writeWhole(path, of, async (to, from, keep) => {
        if (from) io.stderr.write(`Going on after ${from.rows} rows of ${output}.part.\n`);
        return copy({ kopru, to, from, keep, io });
      });
    const rows = await whole(write, async () => {
      io.stderr.write(`${output}.part cannot go on; beginning anew.\n`);
      await forgetPart(path);
    });
    if (json) writeJson(io, { file: output, rows });
    io.stderr.write(`${output}: ${rows} rows.\n`);
    return EXIT.ok;
  });
}

/** @param anew is called before each further beginning. */
async function whole(write: () => Promise<number>, anew: () => Promise<void>): Promise<number> {
  for (let begun = 1; ; begun++) {
    try {
      return await write();
    } catch (error) {
      // The API says it of a hub or a deployment that is there no more, of what is old, and of what was erased.
      const cannotGoOn = error instanceof CannotGoOn || isKopruError(error, 'invalid_request');
      if (!cannotGoOn || begun === BEGINNINGS) throw error;
      await anew();
    }
  }
}

/** @returns how many rows there are, with those of earlier runs. */
async function copyHub({ kopru, to, from, keep, io: { signal } }: Copy): Promise<number> {
  let rows = from?.rows ?? 0;
  for await (const line of kopru.exports.hub({ cursor: from?.after }, { signal })) {
    if (line.type === 'cursor') {
      await keep(String(line.cursor), rows);
      continue;
    }
    await writeText(to, `${JSON.stringify(line)}\n`);
    if ('data' in line) rows++;
  }
  return rows;
}

/** Goes on behind the last deletion that the hub knew when it was begun, and the cursor of the list. */
async function copyProfiles(kind: Kind, { kopru, to, from, keep, io: { signal } }: Copy): Promise<number> {
  const profiles: Profiles<'startup'> = kopru[KINDS[kind].path] as Profiles<Kind> as Profiles<'startup'>;
  const [begun, cursor] = from?.after.split(' ') ?? [];
  const erased = await lastDeletion(kopru, begun, signal);
  if (from && erased !== begun) throw new CannotGoOn();
  let rows = from?.rows ?? 0;
  for await (const page of profiles.list({ limit: PAGE, cursor }, { signal }).pages()) {
    for (const { id, profile } of page.items) await writeText(to, `${JSON.stringify({ id, profile })}\n`);
    rows += page.items.length;
    if (page.nextCursor !== null) await keep(`${erased} ${page.nextCursor}`, rows);
  }
  return rows;
}

/** Sequence of the last profile that was erased, from that of an earlier one on. */
async function lastDeletion(kopru: Kopru, from = '0', signal: AbortSignal): Promise<string> {
  let last = from;
  const feed = kopru.exports.deletions({ after: Number(from), limit: 1000 }, { signal });
  for await (const { after } of feed.pages()) last = String(after);
  return last;
}
