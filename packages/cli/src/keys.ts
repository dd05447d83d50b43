import type { CreatedKey } from '@kopru/sdk';
import { type Key, SCOPES, type Scope } from '@kopru/sdk/schema';
import { connect, type RemoteOptions } from './remote/client.ts';
import { remotely } from './remote/errors.ts';
import { CliError, EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';
import { printTable } from './terminal/table.ts';

interface KeyOptions extends RemoteOptions {
  readonly json?: boolean | undefined;
}

export interface CreateKeyOptions extends KeyOptions {
  readonly name?: string | undefined;
  /** What a secret key may do. Either these or `origin`. */
  readonly scope?: readonly string[] | undefined;
  /** Pages that a publishable key is for. */
  readonly origin?: readonly string[] | undefined;
}

export interface RollKeyOptions extends KeyOptions {
  readonly id: string;
  /** How long the old key still works, 0 to 168. @default 24 */
  readonly overlapHours?: number | undefined;
}

export interface RevokeKeyOptions extends KeyOptions {
  readonly id: string;
}

/** The keys of the hub; never a key itself. */
export async function runKeysList(options: KeyOptions, io: Io): Promise<ExitCode> {
  const kopru = await connect(options, io);
  return remotely(async () => {
    const keys: Key[] = [];
    for await (const key of kopru.keys.list({ limit: 100 }, { signal: io.signal })) keys.push(key);
    if (options.json) writeJson(io, { keys });
    else
      printTable(io, {
        columns: ['Id', 'Kind', 'Name', 'Key', 'For', 'Last used', 'State'],
        rows: keys.map((key) => [
          key.id,
          key.kind,
          key.name,
          key.hint,
          (key.origins ?? key.scopes ?? []).join(' '),
          key.lastUsedAt?.slice(0, 10) ?? 'never',
          stateOf(key),
        ]),
      });
    return EXIT.ok;
  });
}

const stateOf = ({ revokedAt, expiresAt }: Key): string =>
  revokedAt ? `revoked ${revokedAt.slice(0, 10)}` : expiresAt ? `until ${expiresAt.slice(0, 16)}Z` : 'active';

/** A new key, which alone goes to stdout: `KEY=$(kopru keys create --scope profiles:write)`. */
export async function runKeysCreate(options: CreateKeyOptions, io: Io): Promise<ExitCode> {
  const input = { ...(options.name !== undefined && { name: options.name }), ...purposeOf(options) };
  const kopru = await connect(options, io);
  return remotely(async () => show(await kopru.keys.create(input, { signal: io.signal }), options, io));
}

function purposeOf({ scope = [], origin = [] }: CreateKeyOptions) {
  if ((scope.length === 0) === (origin.length === 0))
    throw new CliError('A key has either scopes or origins.', {
      hint: `--scope profiles:write for a server (${SCOPES.join(', ')}), or --origin https://hub.example for a page`,
    });
  if (origin.length > 0) return { kind: 'publishable' as const, origins: [...origin] };
  const unknown = scope.find((name) => !(SCOPES as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new CliError(`There is no scope "${unknown}".`, { hint: `Scopes are ${SCOPES.join(', ')}` });
  return { kind: 'secret' as const, scopes: scope as Scope[] };
}

/** A new key in place of one, which still works for a while. */
export async function runKeysRoll(options: RollKeyOptions, io: Io): Promise<ExitCode> {
  const { id, overlapHours } = options;
  const kopru = await connect(options, io);
  return remotely(async () => {
    const roll = overlapHours === undefined ? {} : { overlapHours };
    return show(await kopru.keys.roll(id, roll, { signal: io.signal }), options, io);
  });
}

/** Ends a key at once. One that was revoked before stays so. */
export async function runKeysRevoke(options: RevokeKeyOptions, io: Io): Promise<ExitCode> {
  const kopru = await connect(options, io);
  return remotely(async () => {
    await kopru.keys.revoke(options.id, { signal: io.signal });
    if (options.json) writeJson(io, { id: options.id, revoked: true });
    io.stderr.write(`${options.id} is revoked.\n`);
    return EXIT.ok;
  });
}

function show(created: CreatedKey, { json }: KeyOptions, io: Io): ExitCode {
  if (json) writeJson(io, created);
  else io.stdout.write(`${created.key}\n`);
  io.stderr.write(`${created.id} (${created.kind}): the key is shown this once and cannot be read again.\n`);
  return EXIT.ok;
}
