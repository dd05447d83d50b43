import { generateKeyPairSync } from 'node:crypto';
import { access, appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CliError, EXIT, type ExitCode } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { configOf, ENTRY, KOPRU_MODULE, linesToAdd } from './worker-files.ts';

export interface InitWorkerOptions {
  /** A folder with a Worker, or an empty one. @default the one the command runs in */
  readonly folder?: string | undefined;
  /** Id of the hub. */
  readonly hub: string;
  /** Name of the deployment of the API, as the tokens have to say. @default local */
  readonly deployment?: string | undefined;
  /** Writes over files that are there. @default false */
  readonly force?: boolean | undefined;
}

const CONFIGS = ['wrangler.toml', 'wrangler.jsonc', 'wrangler.json'] as const;

/** Secrets of `wrangler dev`, which wrangler itself reads. */
const SECRETS = '.dev.vars';

/**
 * Writes a route that signs viewer tokens into a Worker, makes the key that signs, and tells what is left
 * to do. A folder that is empty gets a Worker with nothing else.
 *
 * @param now names the key and the day of compatibility.
 */
export async function initWorker(options: InitWorkerOptions, io: Io, now = new Date()): Promise<ExitCode> {
  const { hub, deployment = 'local', force = false } = options;
  if (!/^[a-z0-9-]+$/.test(hub))
    throw new CliError(`"${hub}" is not the id of a hub.`, { hint: 'It is of a–z, 0–9 and -, as in --hub baku' });
  const folder = resolve(io.cwd, options.folder ?? '.');
  const day = now.toISOString().slice(0, 10);
  const config = await configIn(folder);
  const entry = config ? await entryOf(folder, config) : 'src/index.ts';

  const files: Record<string, string> = { [join(dirname(entry), 'kopru.ts')]: KOPRU_MODULE };
  if (!config) {
    files[entry] = ENTRY;
    files['wrangler.toml'] = configOf(hub, deployment, day);
    files['.gitignore'] = `node_modules/\n.wrangler/\n${SECRETS}\n`;
  }
  if (!force) await refuseExisting(folder, Object.keys(files));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    io.stderr.write(`wrote ${name}\n`);
  }
  const key = makeKey(day);
  const added = await addSecret(join(folder, SECRETS), `KOPRU_SIGNING_KEY='${JSON.stringify(key.signing)}'\n`);
  io.stderr.write(
    added
      ? `wrote the signing key to ${SECRETS}, which must stay out of git\n`
      : `${SECRETS} has a signing key already; it stays\n`,
  );
  io.stderr.write(
    `\n${config ? `${linesToAdd(hub, deployment, config)}\n` : ''}${added ? registering(key.kid, key.publicKey) : ''}`,
  );
  return EXIT.ok;
}

async function configIn(folder: string): Promise<(typeof CONFIGS)[number] | undefined> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new CliError(`${folder} cannot be read: ${error.message}`, { cause: error });
  });
  const config = CONFIGS.find((name) => names.includes(name));
  if (config || names.filter((name) => !name.startsWith('.')).length === 0) return config;
  throw new CliError('The folder is neither empty nor that of a Worker: it has no wrangler.toml or wrangler.jsonc.', {
    hint: 'Name the folder of the Worker, as in: kopru init worker my-worker --hub baku',
  });
}

/** Path of the entry from the folder, as the configuration names it. */
async function entryOf(folder: string, config: string): Promise<string> {
  const text = await readFile(join(folder, config), 'utf8');
  const main = /^\s*"?main"?\s*[=:]\s*["']([^"']+)["']/m.exec(text)?.[1];
  if (main !== undefined) return main;
  throw new CliError(`${config} names no entry (main), so that there is no code to add the route to.`);
}

async function refuseExisting(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const there = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (there) throw new CliError(`${name} is there already.`, { hint: 'Write over it with --force.' });
  }
}

function makeKey(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    kid,
    signing: { ...privateKey.export({ format: 'jwk' }), kid },
    publicKey: publicKey.export({ format: 'jwk' }),
  };
}

/** @returns false when a signing key was there, which tokens may be valid by. */
async function addSecret(path: string, line: string): Promise<boolean> {
  const there = await readFile(path, 'utf8').catch(() => '');
  if (/^KOPRU_SIGNING_KEY=/m.test(there)) return false;
  await appendFile(path, there === '' || there.endsWith('\n') ? line : `\n${line}`, { mode: 0o600 });
  return true;
}

/** How the API learns the public half. */
const registering = (kid: string, publicKey: object): string =>
  [
    'Tell the API the public half of the key, with a secret key of the hub that has the scope hub:write:',
    `  curl -X PUT "$KOPRU_URL/v1/token-keys/${kid}" -H "Authorization: Bearer $KOPRU_API_KEY" \\`,
    `    -H 'Content-Type: application/json' -d '${JSON.stringify({ alg: 'EdDSA', publicKey })}'`,
    'Before it is deployed: npx wrangler secret put KOPRU_SIGNING_KEY, with the value from .dev.vars',
    '',
  ].join('\n');
