import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { isKopruError, type Kopru } from '@kopru/sdk';
import type { Kind } from '@kopru/sdk/schema';
import { connect, type RemoteOptions } from './remote/client.ts';
import { remotely } from './remote/errors.ts';
import { writeText, writeWhole } from './remote/part-file.ts';
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

/** How many times an export of a hub that was cut off is begun anew. */
const MOST_ATTEMPTS = 4;

/** Profiles that are asked for at a time. */
const PAGE = 100;

/** Writes what a hub owns to a file, as NDJSON. The file is whole, or it is not there. */
export async function runExport(options: ExportOptions, io: Io): Promise<ExitCode> {
  const { output, kind, json = false } = options;
  const kopru = await connect(options, io);
  return remotely(async () => {
    if (output === '-') {
      // What a pipe has taken cannot be taken back, so that a cut is an error at once.
      const rows = await copy(kopru, kind, io.stdout, io);
      io.stderr.write(`${rows} rows.\n`);
      return EXIT.ok;
    }
    const rows = await writeAgain(() => writeWhole(resolve(io.cwd, output), (to) => copy(kopru, kind, to, io)), io);
    if (json) writeJson(io, { file: output, rows });
    io.stderr.write(`${output}: ${rows} rows.\n`);
    return EXIT.ok;
  });
}

/** Begins anew when the connection was cut: the API cannot go on in the middle of an export. */
async function writeAgain(write: () => Promise<number>, io: Io): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      const cut = isKopruError(error, 'network', 'timeout', 'unexpected_answer') && !io.signal.aborted;
      if (!cut || attempt === MOST_ATTEMPTS) throw error;
      io.stderr.write(`The export was cut off; beginning anew (${attempt + 1} of ${MOST_ATTEMPTS}).\n`);
    }
  }
}

/** @returns how many rows were written. */
const copy = (kopru: Kopru, kind: Kind | undefined, to: Writable, io: Io): Promise<number> =>
  kind === undefined ? copyHub(kopru, to, io) : copyProfiles(kopru, kind, to, io);

async function copyHub(kopru: Kopru, to: Writable, { signal }: Io): Promise<number> {
  let rows = 0;
  for await (const line of kopru.exports.hub({ signal })) {
    await writeText(to, `${JSON.stringify(line)}\n`);
    if ('data' in line) rows++;
  }
  return rows;
}

async function copyProfiles(kopru: Kopru, kind: Kind, to: Writable, { signal }: Io): Promise<number> {
  const profiles = kind === 'startup' ? kopru.startups : kopru.investors;
  let rows = 0;
  for await (const { id, profile } of profiles.list({ limit: PAGE }, { signal })) {
    await writeText(to, `${JSON.stringify({ id, profile })}\n`);
    rows++;
  }
  return rows;
}
