import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kopru } from '@kopru/sdk';
import { operatorKey, startDevServer } from '../packages/api/dev/index.ts';

export interface LocalHub {
  readonly url: string;
  /** The hub's secret key. */
  readonly key: string;
  /** The operator's key. */
  readonly operatorKey: string;
  readonly kopru: Kopru;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../', import.meta.url));

/** The built API on a free port with a new, empty hub: for tests of what talks to it. Stop it after use. */
export async function startHub(): Promise<LocalHub> {
  const storage = await mkdtemp(join(tmpdir(), 'kopru-hub-'));
  const server = await startDevServer({
    config: join(root, 'wrangler.toml'),
    worker: join(root, 'packages/api/dist/worker/local.js'),
    storage,
    migrations: join(root, 'packages/api/migrations'),
    port: 0,
  });
  const operator = await operatorKey(server.db, undefined);
  const { hubs } = new Kopru({ apiKey: operator, baseUrl: server.url });
  const { key } = await hubs.create({ id: 'local', name: 'Local', country: 'KZ' });
  return {
    url: server.url,
    key: key.key,
    operatorKey: operator,
    kopru: new Kopru({ apiKey: key.key, baseUrl: server.url }),
    async stop() {
      await server.stop();
      await rm(storage, { recursive: true, force: true });
    },
  };
}
