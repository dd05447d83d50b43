import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { isDue } from './cron.ts';
import { createMailbox } from './mailbox.ts';
import { migrate } from './migrate.ts';

export interface DevServerOptions {
  /** Path of wrangler.toml, the one place where bindings are declared. */
  readonly config: string;
  /** Path of the bundled Worker; the .wasm modules that it imports lie beside it. */
  readonly worker: string;
  /** Folder that keeps D1 and KV between runs. */
  readonly storage: string;
  /** Folder of the files that are served. @default that of `config` */
  readonly assets?: string | undefined;
  /** Folder of the D1 migrations. */
  readonly migrations: string;
  /** Port on the loopback interface; 0 takes a free one. */
  readonly port: number;
  /** Requests of a key in 60 seconds of every route class. @default those of wrangler.toml */
  readonly limit?: number | undefined;
}

export interface DevServer {
  readonly url: string;
  readonly db: D1Database;
  /** Fires a cron of wrangler.toml, beside those that fire at their time. @param at what its jobs take for now. @default now */
  fireCron(cron: string, at?: Date): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the Worker in workerd on this machine, with D1 and KV in a folder and no network, migrates its
 * database and fires its crons, which nothing else would.
 */
export async function startDevServer({
  config,
  worker,
  storage,
  assets,
  migrations,
  port,
  limit,
}: DevServerOptions): Promise<DevServer> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(
    config,
    undefined,
    assets === undefined ? {} : { overrides: { assets: { directory: assets } } },
  );
  const { modulesRules: _, ...bindings } = workerOptions;
  if (limit) setLimit(bindings as unknown as Limited, limit);
  // Links in mails lead here.
  if (port !== 0) (bindings as unknown as Located).bindings.KOPRU_ORIGIN = `http://127.0.0.1:${port}`;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...bindings,
      name: 'kopru',
      modules: await readModules(worker),
      modulesRoot: dirname(worker),
      host: '127.0.0.1',
      port,
      cf: false,
      // Mail that comes in is posted to /cdn-cgi/local/email.
      unsafeTriggerHandlers: true,
      serviceBindings: { MAILBOX: createMailbox(join(storage, 'mailbox')) },
      log: new Log(LogLevel.WARN),
      resourcePersistencePath: storage,
    }),
  );
  try {
    const url = await miniflare.ready;
    const db = (await miniflare.getD1Database('DB')) as unknown as D1Database;
    await migrate(db, migrations);
    const { scheduled } = (await miniflare.getWorker()) as unknown as Scheduled;
    const fireCron = async (cron: string, at?: Date) =>
      void (await scheduled({ cron, ...(at && { scheduledTime: at }) }));
    let timer: NodeJS.Timeout;
    const wait = () => {
      // Shortly after the minute begins.
      timer = setTimeout(tick, MINUTE - (Date.now() % MINUTE) + 100);
    };
    const tick = () => {
      const now = new Date();
      for (const cron of (bindings.cronTriggers ?? []) as readonly string[]) {
        // A job that fails is logged by the Worker; at its next time it finds the same work.
        if (isDue(cron, now)) fireCron(cron).catch(() => undefined);
      }
      wait();
    };
    wait();
    const stop = () => {
      clearTimeout(timer);
      return miniflare.dispose();
    };
    return { url: url.href.replace(/\/$/, ''), db, fireCron, stop };
  } catch (error) {
    await miniflare.dispose();
    throw error;
  }
}

interface Located {
  readonly bindings: { KOPRU_ORIGIN: string };
}

interface Limited {
  readonly bindings: { KOPRU_LIMITS: Record<string, number> };
  readonly ratelimits: Record<string, { simple: { limit: number } }>;
}

function setLimit({ bindings, ratelimits }: Limited, limit: number): void {
  for (const name of Object.keys(bindings.KOPRU_LIMITS)) bindings.KOPRU_LIMITS[name] = limit;
  for (const { simple } of Object.values(ratelimits)) simple.limit = limit;
}

const MINUTE = 60_000;

interface Scheduled {
  scheduled(options: { readonly cron: string; readonly scheduledTime?: Date }): Promise<unknown>;
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
