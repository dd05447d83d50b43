/**
 * The commands of who runs a deployment: deploy, backup, restore.
 *
 * @module
 */
import { createWriteStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { startDevServer } from '../../packages/api/dev/index.ts';
import { build } from '../build.ts';
import { dump } from './backup.ts';
import { type Database, localDatabase, remoteDatabase } from './database.ts';
import { DEPLOYED_CONFIG, deploy } from './deploy.ts';
import { restore } from './restore.ts';
import { wrangler } from './wrangler.ts';

const say = (line: string): void => console.error(line);

export async function runDeploy(args: string[]): Promise<void> {
  const options = { 'dry-run': { type: 'boolean', default: false }, origin: { type: 'string' } } as const;
  const { values } = parseArgs({ args, options });
  const { origin } = values;
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).origin === origin && /^https:/.test(origin)))
    fail('--origin must be an origin such as https://api.hub.example.');
  await build();
  await deploy({ wrangler, origin, dryRun: values['dry-run'], say });
}

export async function runBackup(args: string[]): Promise<void> {
  const { file, remote } = fileOf(args, 'npm run backup -- FILE [--remote]');
  if (existsSync(file)) fail(`${file} is there already; a backup overwrites nothing.`);
  await withDatabase(remote, async (db) => {
    let statements = 0;
    const lines = async function* () {
      for await (const sql of dump(db)) {
        statements++;
        yield `${sql};\n`;
      }
    };
    // Readable by who made it alone: it holds every profile of every hub.
    await pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
    say(`${statements} statements in ${file}.`);
  });
}

export async function runRestore(args: string[]): Promise<void> {
  const { file, remote } = fileOf(args, 'npm run restore -- FILE [--remote]');
  const sql = await readFile(file, 'utf8');
  await withDatabase(remote, async (db) => {
    const { tables, kept } = await restore(db, sql);
    say(
      `${tables} tables restored; ${kept} noes of before stand. What was erased since is erased again within the hour.`,
    );
    if (remote) say('Now run "npm run deploy": no isolate may go on with what it held before.');
  });
}

function fileOf(args: string[], usage: string): { file: string; remote: boolean } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { remote: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  return file && positionals.length === 1 ? { file, remote: values.remote } : fail(`Usage: ${usage}`);
}

/** The deployed database, or that of `npm start`, which must not run meanwhile. */
async function withDatabase(remote: boolean, work: (db: Database) => Promise<void>): Promise<void> {
  if (remote) return work(remoteDatabase(wrangler, DEPLOYED_CONFIG));
  const server = await startDevServer({
    config: 'wrangler.toml',
    worker: 'packages/api/dist/worker/local.js',
    storage: '.kopru/storage',
    migrations: 'packages/api/migrations',
    port: 0,
  });
  try {
    await work(localDatabase(server.db));
  } finally {
    await server.stop();
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
