/**
 * `kopru applications`: the applications to the programmes of a hub, as a table.
 *
 * @module
 */
import type { ApplicationState } from '@kopru/sdk/schema';
import { openTarget } from './output/target.ts';
import { csvOf } from './output/write-rows.ts';
import { connect, type RemoteOptions } from './remote/client.ts';
import { remotely } from './remote/errors.ts';
import { EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';

export interface ApplicationsOptions extends RemoteOptions {
  /** `-` is stdout. */
  readonly output: string;
  readonly programme?: string | undefined;
  readonly state?: ApplicationState | undefined;
  readonly excel?: boolean | undefined;
  /** With a file. */
  readonly json?: boolean | undefined;
}

const COLUMNS = [
  'id',
  'startup',
  'programme',
  'call',
  'state',
  'stage',
  'raised',
  'currency',
  'createdAt',
  'updatedAt',
] as const;

/** Writes applications as CSV, the newest first. */
export async function runApplications(options: ApplicationsOptions, io: Io): Promise<ExitCode> {
  const { output, programme, state, excel = false, json = false } = options;
  const kopru = await connect(options, io);
  const rows: Record<(typeof COLUMNS)[number], string | number>[] = [];
  await remotely(async () => {
    const query = { limit: 100, ...(programme !== undefined && { programme }), ...(state && { state }) };
    for await (const { stage, raised, ...row } of kopru.applications.list(query, { signal: io.signal }))
      rows.push({ ...row, stage: stage ?? '', raised: raised?.amount ?? '', currency: raised?.currency ?? '' });
  });
  const csv = csvOf(rows, COLUMNS, { excel });
  if (output === '-') io.stdout.write(csv);
  else {
    await (await openTarget(output, io)).write(csv);
    if (json) writeJson(io, { file: output, rows: rows.length });
    io.stderr.write(`${output}: ${rows.length} rows.\n`);
  }
  return EXIT.ok;
}
