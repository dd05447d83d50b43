/**
 * The child process of a soak: the API on this machine, which the soak may kill at any moment. What
 * the soak asks beside HTTP comes as messages, see `server.ts`.
 *
 * @module
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { startDevServer } from '../../packages/api/dev/index.ts';
import { insertHub } from '../../packages/api/src/hubs/store.ts';
import { makeKey } from '../../packages/api/src/keys/create.ts';
import { insertKey } from '../../packages/api/src/keys/store.ts';
import type { Ask } from './server.ts';

const [worker = '', storage = '', limit] = process.argv.slice(2);
const server = await startDevServer({
  config: 'wrangler.toml',
  worker,
  storage,
  migrations: 'packages/api/migrations',
  port: 0,
  limit: limit ? Number(limit) : undefined,
});

/** Rows that are read at a time. */
const PAGE = 2_000;

const ANSWERS: { [A in Ask['action']]: (ask: Extract<Ask, { action: A }>) => Promise<unknown> } = {
  /** Answers the hub's secret key. */
  async hub({ id }) {
    const now = new Date();
    const { key, row } = await makeKey('secret', id);
    await server.db.batch([insertHub(server.db, { id, name: id }, now), insertKey(server.db, row, now)]);
    return key;
  },
  async query({ sql }) {
    return (await server.db.prepare(sql).all()).results;
  },
  /** Answers how many rows a query has, and their SHA-256. */
  async digest({ sql }) {
    const hash = createHash('sha256');
    let rows = 0;
    for (let read = PAGE; read === PAGE; rows += read) {
      const { results } = await server.db.prepare(`${sql} LIMIT ${PAGE} OFFSET ${rows}`).all();
      for (const row of results) hash.update(`${JSON.stringify(row)}\n`);
      read = results.length;
    }
    return { rows, sha256: hash.digest('hex') };
  },
  async cron({ cron, at }) {
    await server.fireCron(cron, at === undefined ? undefined : new Date(at));
  },
  /** Answers the resident memory of workerd, in MB; null where `ps` does not tell it. */
  async memory() {
    const listed = spawnSync('ps', ['-A', '-o', 'pgid=,rss=,comm='], { encoding: 'utf8' }).stdout ?? '';
    const sizes = listed.split('\n').flatMap((line) => {
      const [group, kilobytes, name] = line.trim().split(/\s+/);
      return Number(group) === process.pid && name?.endsWith('workerd') ? [Number(kilobytes) / 1024] : [];
    });
    return sizes.length > 0 ? sizes.reduce((a, b) => a + b) : null;
  },
};

process.on('message', async ({ number, ask }: { number: number; ask: Ask }) => {
  const answer = ANSWERS[ask.action] as (ask: Ask) => Promise<unknown>;
  await answer(ask).then(
    (value) => process.send?.({ number, value }),
    (error) => process.send?.({ number, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.({ url: server.url });
