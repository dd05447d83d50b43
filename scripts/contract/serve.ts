/**
 * Serves the API on a folder of its own for schemathesis, and prints the command that runs it: with a
 * hub that holds the profiles that the examples name, limits that are out of the way, and a key that has
 * every scope but `hub:write`, so that it cannot revoke itself or change its hub.
 *
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { investorSchema, SCOPES, startupSchema } from '@kopru/sdk/schema';
import { startDevServer } from '../../packages/api/dev/index.ts';
import { insertHub } from '../../packages/api/src/hubs/store.ts';
import { makeKey } from '../../packages/api/src/keys/create.ts';
import { insertKey } from '../../packages/api/src/keys/store.ts';

const storage = await mkdtemp(join(tmpdir(), 'kopru-contract-'));
const server = await startDevServer({
  config: 'wrangler.toml',
  worker: process.argv[2] ?? 'packages/api/dist/worker/local.js',
  storage,
  migrations: 'packages/api/migrations',
  port: 0,
  limit: 1_000_000,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await server.stop();
    await rm(storage, { recursive: true, force: true });
    process.exit(0);
  });
}

const now = new Date();
const id = 'contract';
const { key, row } = await makeKey('secret', id, { scopes: SCOPES.filter((scope) => scope !== 'hub:write') });
await server.db.batch([
  insertHub(server.db, { id, name: 'Contract', country: 'KZ' }, now),
  insertKey(server.db, row, now),
]);
for (const [path, { example }] of [
  ['startups/agri-17', startupSchema.meta() ?? {}],
  ['startups/agri-18', startupSchema.meta() ?? {}],
  ['investors/agri-17', investorSchema.meta() ?? {}],
  ['investors/fund-3', investorSchema.meta() ?? {}],
] as const) {
  const { ok } = await fetch(`${server.url}/v1/${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(example),
  });
  if (!ok) throw new Error(`${path} was not taken.`);
}

console.log(`st --config-file scripts/contract/schemathesis.toml run ${server.url}/openapi.json \\
  -H "Authorization: Bearer ${key}" --checks all --exclude-checks positive_data_acceptance --seed 1`);
