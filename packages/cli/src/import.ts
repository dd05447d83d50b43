import type { ImportRow } from '@kopru/sdk';
import type { Import, Kind } from '@kopru/sdk/schema';
import { requireMapUsed } from './columns/map.ts';
import type { ProfileFile, RowIssue } from './profiles/profile-file.ts';
import { type ProfileOptions, readProfiles } from './profiles/read-profiles.ts';
import { writeIssues, writeMapping } from './profiles/write-issues.ts';
import { connect, type RemoteOptions } from './remote/client.ts';
import { remotely } from './remote/errors.ts';
import { madeId } from './remote/made-id.ts';
import { type Origin, readReport } from './remote/report.ts';
import { send, wait } from './remote/watch.ts';
import { CliError, EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';

export interface ImportOptions extends ProfileOptions, RemoteOptions {
  /** May be left out with `resume`: the report then counts the lines of the upload. */
  readonly file?: string | undefined;
  readonly kind: Kind;
  /** Says that every owner in a file without a column for it has consented to matching. @default false */
  readonly consent?: boolean | undefined;
  /** Id of an import to wait for, and to go on with if it failed. */
  readonly resume?: string | undefined;
  /** Ends when the upload has, and prints the id of the import. @default false */
  readonly detach?: boolean | undefined;
  /** Reads and checks the file, and sends nothing. @default false */
  readonly dryRun?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** Issues that are printed; `--json` has them all. */
const MOST_ISSUES = 20;

/** Sends a file of profiles to a hub, waits until it is imported, and tells what could not be. */
export async function runImport(options: ImportOptions, io: Io): Promise<ExitCode> {
  const { file: path, kind, resume, json = false } = options;
  if (path === undefined && resume === undefined)
    throw new CliError('No file is given.', { hint: 'As in: kopru import startups.csv --kind startup' });
  const file = path === undefined ? undefined : await readProfiles(path, kind, options, io);
  if (file) requireMapUsed(options.map, [file]);
  const own = file?.issues ?? [];
  const rows = file ? rowsOf(file, options.consent ?? false) : [];
  if (file) tell(file, rows, options, io);
  if (options.dryRun || (file && rows.length === 0)) {
    if (json) writeJson(io, { import: null, rows: rows.length, issues: own });
    io.stderr.write(`${rows.length} ${rows.length === 1 ? 'row' : 'rows'} to be sent; nothing was sent.\n`);
    return own.some(isError) ? EXIT.findings : EXIT.ok;
  }

  const kopru = await connect(options, io);
  return remotely(async () => {
    const id = resume ?? (await send(kopru, kind, rows, io)).id;
    if (options.detach) {
      if (json) writeJson(io, { import: await kopru.imports.get(id), issues: own });
      else io.stdout.write(`${id}\n`);
      io.stderr.write(
        `The import runs on the server. See how it went with: kopru import ${path ?? ''} --kind ${kind} --resume ${id}\n`,
      );
      return EXIT.ok;
    }
    const done = await wait(kopru, id, io);
    const origin: Origin = {
      file: path ?? id,
      lines: file?.rows.map(({ line }) => line) ?? [],
      columns: file?.columns ?? [],
    };
    const issues = await readReport(kopru, id, origin, io.signal);
    if (json) writeJson(io, { import: done, issues: [...own, ...issues] });
    writeIssues(issues, io, { limit: MOST_ISSUES });
    summarise(done, io);
    return own.some(isError) || done.rows.failed > 0 ? EXIT.findings : EXIT.ok;
  });
}

const isError = ({ severity }: RowIssue): boolean => severity === 'error';

/** Whether the file itself says who has consented. */
const tellsConsent = ({ format, columns }: ProfileFile): boolean =>
  format === 'ndjson' || columns.some(({ field }) => field === 'consent/matching');

/** Whether the file itself names its profiles for good; else the reader took their names. */
const tellsIds = ({ format, columns }: ProfileFile): boolean =>
  format === 'ndjson' || columns.some(({ field }) => field === 'id');

/**
 * The rows as the API takes them. Who gives a file to `match` may match it; a hub keeps what its owners
 * have said, so that nothing is stored as a consent that nobody stated.
 */
function rowsOf(file: ProfileFile, consent: boolean): ImportRow<Kind>[] {
  const stated = tellsConsent(file);
  const ownIds = tellsIds(file);
  return file.rows.map(({ id, profile }) => {
    const { consent: read, ...rest } = profile;
    const kept = stated ? read : consent ? { ...read, matching: true } : undefined;
    return { id: ownIds ? id : madeId(id), profile: { ...rest, ...(kept && { consent: kept }) } } as ImportRow<Kind>;
  });
}

function tell(file: ProfileFile, rows: readonly unknown[], { consent }: ImportOptions, io: Io): void {
  writeMapping([file], io);
  writeIssues(file.issues, io, { limit: MOST_ISSUES });
  if (rows.length > 0 && !tellsIds(file))
    io.stderr.write(
      'No column holds ids: each profile gets one made of its name, so that a changed name is another profile. ' +
        'If a column does, add --map "Column=id".\n',
    );
  if (rows.length > 0 && !tellsConsent(file) && !consent)
    io.stderr.write(
      'No column says who has consented to matching: the profiles are stored, and nobody is shown them. ' +
        'If all owners in this file have consented, add --consent.\n',
    );
}

function summarise({ id, rows, rowsPerSecond }: Import, io: Io): void {
  const parts = [
    `${rows.imported} imported`,
    `${rows.unchanged} there already`,
    ...(rows.superseded > 0 ? [`${rows.superseded} left out for a later row of the same id`] : []),
    `${rows.failed} failed`,
  ];
  const rate = rowsPerSecond === null ? '' : ` (${rowsPerSecond} rows a second)`;
  io.stderr.write(`${id}: ${parts.join(', ')}${rate}.\n`);
}
