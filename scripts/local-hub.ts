import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kopru } from '@kopru/sdk';
import { type DevServer, operatorKey, startDevServer } from '../packages/api/dev/index.ts';

export interface LocalHub {
  readonly url: string;
  /** The hub's secret key. */
  readonly key: string;
  /** The operator's key. */
  readonly operatorKey: string;
  readonly kopru: Kopru;
  readonly server: DevServer;
  /** Where the server keeps its data, and the mails that it sent. */
  readonly folder: string;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../', import.meta.url));

export interface LocalHubOptions {
  /** @default 'local' */
  readonly id?: string;
  /** Requests of a key in a minute. @default those of wrangler.toml */
  readonly limit?: number | undefined;
}

/** The built API on a free port with a new, empty hub: for tests of what talks to it. Stop it after use. */
export async function startHub({ id = 'local', limit }: LocalHubOptions = {}): Promise<LocalHub> {
  const storage = await mkdtemp(join(tmpdir(), 'kopru-hub-'));
  const server = await startDevServer({
    config: join(root, 'wrangler.toml'),
    worker: join(root, 'packages/api/dist/worker/local.js'),
    storage,
    migrations: join(root, 'packages/api/migrations'),
    port: 0,
    limit,
  });
  const operator = await operatorKey(server.db, undefined);
  const { hubs } = new Kopru({ apiKey: operator, baseUrl: server.url });
  const { key } = await hubs.create({ id, name: id, country: 'KZ' });
  return {
    url: server.url,
    key: key.key,
    operatorKey: operator,
    server,
    folder: storage,
    kopru: new Kopru({ apiKey: key.key, baseUrl: server.url }),
    async stop() {
      await server.stop();
      await rm(storage, { recursive: true, force: true });
    },
  };
}
