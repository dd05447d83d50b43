import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DevServer, operatorKey, startDevServer } from '@kopru/api/dev';
import { Kopru } from '@kopru/sdk';
import type { Io } from '../src/terminal/io.ts';
import { testIo } from './test-io.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The built Worker on this machine with a hub of its own, and a folder to run commands in. */
export interface TestHub {
  readonly server: DevServer;
  readonly kopru: Kopru;
  /** A secret key with every scope. */
  readonly key: string;
  readonly folder: string;
  /** Puts a file into the folder. */
  write(name: string, text: string): Promise<void>;
  /** An Io in the folder that finds the hub by its environment. */
  io(given?: Partial<Io>): ReturnType<typeof testIo>;
  stop(): Promise<void>;
}

export async function startHub(id: string): Promise<TestHub> {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-cli-'));
  const server = await startDevServer({
    config: join(root, 'wrangler.toml'),
    worker: join(root, 'packages/api/dist/worker/local.js'),
    storage: join(folder, '.storage'),
    migrations: join(root, 'packages/api/migrations'),
    port: 0,
  });
  const operator = new Kopru({ apiKey: await operatorKey(server.db, undefined), baseUrl: server.url });
  const { key } = await operator.hubs.create({ id, name: id, country: 'AZ' });
  const env = { KOPRU_URL: server.url, KOPRU_API_KEY: key.key };
  return {
    server,
    kopru: new Kopru({ apiKey: key.key, baseUrl: server.url }),
    key: key.key,
    folder,
    write: (name, text) => writeFile(join(folder, name), text),
    io: (given) => testIo({ cwd: folder, env, ...given }),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
