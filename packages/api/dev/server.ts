import { dirname, join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { isDue } from './cron.ts';
import { createMailbox } from './mailbox.ts';
import { migrate } from './migrate.ts';
import { bindingsOf, embedderWorker, modulesOf } from './worker-options.ts';

export interface DevServerOptions {
  /** Path of wrangler.toml, the one place where bindings are declared; wrangler.embedder.toml lies beside it. */
  readonly config: string;
  /** Path of the bundled Worker; its embedder and the .wasm modules that they import lie beside it. */
  readonly worker: string;
  /** Folder that keeps D1 and KV between runs. */
  readonly storage: string;
  /** Folder of the model's weights. @default that of wrangler.embedder.toml */
  readonly weights?: string | undefined;
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
 * Runs the API and its embedder in workerd on this machine, with D1 and KV in a folder and no network,
 * migrates the database and fires the crons, which nothing else would.
 */
export async function startDevServer({
  config,
  worker,
  storage,
  weights,
  migrations,
  port,
  limit,
}: DevServerOptions): Promise<DevServer> {
  const bindings = bindingsOf(config);
  if (limit) setLimit(bindings as unknown as Limited, limit);
  // Links in mails lead here.
  if (port !== 0) (bindings as unknown as Located).bindings.KOPRU_ORIGIN = `http://127.0.0.1:${port}`;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          ...bindings,
          name: 'kopru',
          ...(await modulesOf(worker)),
          serviceBindings: {
            ...(bindings.serviceBindings as object),
            MAILBOX: createMailbox(join(storage, 'mailbox')),
          },
        },
        await embedderWorker(dirname(config), dirname(worker), weights),
      ],
      host: '127.0.0.1',
      port,
      cf: false,
      // Mail that comes in is posted to /cdn-cgi/local/email.
      unsafeTriggerHandlers: true,
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
