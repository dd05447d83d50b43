/**
 * `npm run deploy`: creates what is missing in the account, applies the migrations, deploys, and prints
 * the bootstrap token once. Every step finds out what is there, so that it may be run again.
 *
 * @module
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL } from '@kopru/model';
import { makeKey } from '../../packages/api/src/keys/create.ts';
import { METADATA_INDEXES } from '../../packages/api/src/vectorize/layout.ts';
import { jsonIn, type Wrangler } from './wrangler.ts';

/** The configuration with the ids of the account filled in; not committed. */
export const DEPLOYED_CONFIG = 'wrangler.deployed.toml';

const PLACEHOLDER = 'set by npm run deploy';
const ENV = ['--env', 'production', '--config', DEPLOYED_CONFIG];
/** The embedder has nothing of an account in its configuration. */
const EMBEDDER = ['--config', 'wrangler.embedder.toml'];
/** What is served by each of the two Workers. */
const ASSETS = ['packages/api/dist/assets', 'packages/model/weights'];
/** Largest static asset that a Worker may have, in bytes. */
const LARGEST_ASSET = 25 * 1024 * 1024;

export interface DeployOptions {
  readonly wrangler: Wrangler;
  /**
   * Where the API is reached, such as `https://api.hub.example`: links in mails and feeds begin with it.
   *
   * @default that of the deployment before, or else the address that the platform gives
   */
  readonly origin?: string | undefined;
  /** Checks everything that needs no account, and says what a deployment would do. */
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
}

export async function deploy({ wrangler, origin = originBefore(), dryRun, say }: DeployOptions): Promise<void> {
  for (const folder of ASSETS) checkAssets(folder);
  if (dryRun) {
    writeConfig('00000000-0000-0000-0000-000000000000', '0'.repeat(32), origin ?? UNKNOWN);
    for (const worker of [EMBEDDER, ENV]) say(wrangler(['deploy', '--dry-run', ...worker]).trim());
    say(
      'A deployment would: make D1 "kopru", KV "kopru-cache", queue "kopru-jobs" and Vectorize index "kopru" where they are missing,',
    );
    say('apply the migrations, deploy the embedder and then the API, make its keyring, and print a bootstrap token.');
    return;
  }
  wrangler(['whoami']);
  const [database, cache] = [findOrMakeDatabase(wrangler, say), findOrMakeCache(wrangler, say)];
  writeConfig(database, cache, origin ?? UNKNOWN);
  findOrMakeQueue(wrangler, say);
  findOrMakeVectors(wrangler, say);
  say('Applying the migrations …');
  wrangler(['d1', 'migrations', 'apply', 'DB', '--remote', ...ENV]);
  say('Deploying the embedder …');
  // Before the API, which is bound to it and takes vectors of its own model alone.
  say(wrangler(['deploy', ...EMBEDDER]).trim());
  say('Deploying the API …');
  const deployed = wrangler(['deploy', ...ENV]).trim();
  say(deployed);
  if (!origin) {
    // Only now it is known, and links need it.
    const given = /https:\/\/[\w.-]+\.workers\.dev\b/.exec(deployed)?.[0];
    if (!given) throw new Error('Say where the API is reached: npm run deploy -- --origin https://api.hub.example');
    writeConfig(database, cache, given);
    wrangler(['deploy', ...ENV]);
  }
  makeKeyring(wrangler, say);
  await bootstrap(wrangler, say);
}

function checkAssets(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const { size } = statSync(join(folder, name));
    if (size > LARGEST_ASSET) throw new Error(`${name} has ${size} bytes; a static asset may have ${LARGEST_ASSET}.`);
  }
}

/** Where the API is reached before that is known. */
const UNKNOWN = 'https://kopru.invalid';

/** Where the API was said to be reached at the deployment before. */
function originBefore(): string | undefined {
  if (!existsSync(DEPLOYED_CONFIG)) return undefined;
  const [, origin] = /^KOPRU_ORIGIN = "(https:[^"]+)"/m.exec(readFileSync(DEPLOYED_CONFIG, 'utf8')) ?? [];
  return origin === UNKNOWN ? undefined : origin;
}

function writeConfig(database: string, cache: string, origin: string): void {
  const text = readFileSync('wrangler.toml', 'utf8')
    // What was built and tested is deployed, not built anew in another way.
    .replace('main = "packages/api/src/index.ts"', 'main = "packages/api/dist/worker/index.js"')
    .replace(`KOPRU_ORIGIN = "${PLACEHOLDER}"`, `KOPRU_ORIGIN = "${origin}"`)
    .replace(`database_id = "${PLACEHOLDER}"`, `database_id = "${database}"`)
    .replace(`id = "${PLACEHOLDER}"`, `id = "${cache}"`);
  if (text.includes(PLACEHOLDER)) throw new Error('wrangler.toml has a binding that npm run deploy does not make.');
  writeFileSync(DEPLOYED_CONFIG, text);
}

function findOrMakeDatabase(wrangler: Wrangler, say: DeployOptions['say']): string {
  const find = () =>
    (jsonIn(wrangler(['d1', 'list', '--json'])) as { name: string; uuid: string }[]).find(
      ({ name }) => name === 'kopru',
    );
  const found = find();
  if (found) return found.uuid;
  say('Making the D1 database "kopru" …');
  wrangler(['d1', 'create', 'kopru']);
  return required(find()).uuid;
}

function findOrMakeCache(wrangler: Wrangler, say: DeployOptions['say']): string {
  const title = 'kopru-cache';
  const find = () =>
    (jsonIn(wrangler(['kv', 'namespace', 'list'])) as { id: string; title: string }[]).find((kv) => kv.title === title);
  const found = find();
  if (found) return found.id;
  say(`Making the KV namespace "${title}" …`);
  wrangler(['kv', 'namespace', 'create', title]);
  return required(find()).id;
}

function findOrMakeQueue(wrangler: Wrangler, say: DeployOptions['say']): void {
  if (/\bkopru-jobs\b/.test(wrangler(['queues', 'list']))) return;
  say('Making the queue "kopru-jobs" …');
  wrangler(['queues', 'create', 'kopru-jobs']);
}

/** Its metadata indexes come before the first vector: what is there before them is not found by them. */
function findOrMakeVectors(wrangler: Wrangler, say: DeployOptions['say']): void {
  const indexes = jsonIn(wrangler(['vectorize', 'list', '--json'])) as { name: string }[];
  if (!indexes.some(({ name }) => name === 'kopru')) {
    say('Making the Vectorize index "kopru" …');
    wrangler(['vectorize', 'create', 'kopru', '--dimensions', String(MODEL.dimensions), '--metric', 'cosine']);
  }
  const listed = jsonIn(wrangler(['vectorize', 'list-metadata-index', 'kopru', '--json']));
  const there = new Set((listed as { propertyName: string }[]).map(({ propertyName }) => propertyName));
  for (const { name, type } of METADATA_INDEXES.filter((index) => !there.has(index.name)))
    wrangler(['vectorize', 'create-metadata-index', 'kopru', '--propertyName', name, '--type', type]);
}

/** A keyring that is there is never replaced: what is sealed under it would be lost. */
function makeKeyring(wrangler: Wrangler, say: DeployOptions['say']): void {
  const secrets = jsonIn(wrangler(['secret', 'list', ...ENV])) as { name: string }[];
  if (secrets.some(({ name }) => name === 'KOPRU_KEYRING')) return;
  say('Making the keyring …');
  const keyring = { current: '1', keys: { 1: randomBytes(32).toString('base64') } };
  wrangler(['secret', 'put', 'KOPRU_KEYRING', ...ENV], JSON.stringify(keyring));
}

/** Prints a token for the first operator key, unless there is one or a token still waits. */
async function bootstrap(wrangler: Wrangler, say: DeployOptions['say']): Promise<void> {
  const query = (sql: string) =>
    jsonIn(wrangler(['d1', 'execute', 'DB', '--remote', '--yes', '--json', '--command', sql, ...ENV])) as {
      results: { n?: number }[];
    }[];
  const [count] = query(
    "SELECT count(*) AS n FROM keys WHERE kind IN ('operator', 'bootstrap') AND revoked_at IS NULL",
  );
  if (count?.results[0]?.n !== 0) {
    say('There is an operator key, or a bootstrap token that was not used; none is made.');
    return;
  }
  const { key, row } = await makeKey('bootstrap', null);
  // Ids and hashes are hexadecimal and the hint is of the key's alphabet: nothing here needs quoting.
  query(
    `INSERT INTO keys (id, hash, kind, hint, created_at) VALUES ('${row.id}', '${row.hash}', 'bootstrap', '${row.hint}', '${new Date().toISOString()}')`,
  );
  say(`\nBootstrap token, shown this once. It makes the first operator key and then is worth nothing:\n  ${key}\n`);
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('wrangler made it and then did not list it.');
  return value;
}
