import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { migrate } from './migrate.ts';

export interface DevServerOptions {
  /** Path of wrangler.toml, the one place where bindings are declared. */
  readonly config: string;
  /** Path of the bundled Worker; the .wasm modules that it imports lie beside it. */
  readonly worker: string;
  /** Folder that keeps D1 and KV between runs. */
  readonly storage: string;
  /** Folder of the D1 migrations. */
  readonly migrations: string;
  /** Port on the loopback interface; 0 takes a free one. */
  readonly port: number;
}

export interface DevServer {
  readonly url: string;
  readonly db: D1Database;
  stop(): Promise<void>;
}

/** Runs the Worker in workerd on this machine, with D1 and KV in a folder and no network, and migrates its database. */
export async function startDevServer({
  config,
  worker,
  storage,
  migrations,
  port,
}: DevServerOptions): Promise<DevServer> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
  const { modulesRules: _, ...bindings } = workerOptions;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...bindings,
      name: 'kopru',
      modules: await readModules(worker),
      modulesRoot: dirname(worker),
      host: '127.0.0.1',
      port,
      cf: false,
      log: new Log(LogLevel.WARN),
      resourcePersistencePath: storage,
    }),
  );
  try {
    const url = await miniflare.ready;
    const db = (await miniflare.getD1Database('DB')) as unknown as D1Database;
    await migrate(db, migrations);
    return { url: url.href.replace(/\/$/, ''), db, stop: () => miniflare.dispose() };
  } catch (error) {
    await miniflare.dispose();
    throw error;
  }
}

/** The bundle and the .wasm files that it imports. */
async function readModules(worker: string) {
  const contents = await readFile(worker, 'utf8');
  const imported = new Set(
    Array.from(contents.matchAll(/from\s*["']\.\/([^"']+\.wasm)["']/g), ([, name]) => name as string),
  );
  const wasm = await Promise.all(
    [...imported].map(async (name) => {
      const path = join(dirname(worker), name);
      return { type: 'CompiledWasm' as const, path, contents: await readFile(path) };
    }),
  );
  return [{ type: 'ESModule' as const, path: worker, contents }, ...wasm];
}
