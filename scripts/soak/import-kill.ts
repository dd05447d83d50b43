/**
 * Kills the server at random moments while it receives and runs an import, and compares what is
 * stored in the end with an import that nothing interrupted.
 *
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../packages/api/demo/seed/random.ts';
import { bundleWorker } from '../../packages/api/dev/bundle.ts';
import { type SoakServer, startSoakServer } from './server.ts';

export interface ImportKillOptions {
  readonly rows: number;
  readonly kills: number;
  readonly seed: string;
  readonly model: 'hash' | 'real';
  /** After the first kill, wait until the lease of the run that was killed expires by itself (a minute). */
  readonly waitForLease: boolean;
}

const HUB = 'soak';
const CRON = '* * * * *';

/** What an import leaves, without random ids and times; each query has a whole order. */
const CONTENT = {
  profiles: 'SELECT kind, id, body, lang, name_key, version, sequence FROM profiles ORDER BY kind, id',
  vectors: 'SELECT kind, id, model, windows, sentences, names FROM vectors ORDER BY kind, id, model',
  hubs: 'SELECT id, sequence FROM hubs ORDER BY id',
  imports: 'SELECT state, received, imported, unchanged, superseded, failed FROM imports ORDER BY id',
  waiting: 'SELECT line, profile_id, body FROM import_rows ORDER BY line',
  issues: 'SELECT line, number, level, path, rule, message FROM import_issues ORDER BY line, number',
  events: "SELECT type, json_remove(data, '$.id'), json_extract(data, '$.sequence') FROM events ORDER BY number",
  audit: "SELECT action, iif(subject_kind = 'import', NULL, subject_id) FROM audit ORDER BY 1, 2",
} as const;

type Content = Record<keyof typeof CONTENT, { readonly rows: number; readonly sha256: string }>;

export async function importKill({ rows, kills, seed, model, waitForLease }: ImportKillOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-soak-'));
  try {
    const worker = await bundleWorker(join(folder, 'worker'), model);
    const body = rowsOf(rows, seed);
    const whole = await runWhole(worker, join(folder, 'whole'), body);
    const cut = await runCut(worker, join(folder, 'cut'), body, {
      // On average the kills fall into the first two fifths of the work, so that each finds some.
      moments: momentsOf(kills, (whole.seconds * 0.8) / kills, seed),
      waitForLease,
    });
    const differs = (Object.keys(CONTENT) as (keyof Content)[]).filter(
      (table) => whole.content[table].sha256 !== cut.content[table].sha256,
    );
    return {
      ok: differs.length === 0,
      differs,
      model,
      rows,
      kills: cut.kills,
      seed,
      secondsWhole: round(whole.seconds),
      rowsPerSecondWhole: Math.round(rows / whole.seconds),
      secondsCut: round(cut.seconds),
      content: Object.fromEntries(Object.entries(cut.content).map(([table, found]) => [table, found.rows])),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const round = (seconds: number): number => Math.round(seconds * 10) / 10;

/** How long the server lives each time, in milliseconds; `longest` is in seconds. */
function momentsOf(kills: number, longest: number, seed: string): number[] {
  const random = createRandom(`${seed} moments`);
  return Array.from({ length: kills }, () => random.next() * longest * 1000);
}

/** NDJSON with a few bad lines and a few ids that come twice. */
function rowsOf(count: number, seed: string): string {
  const random = createRandom(seed);
  const things = ['Topraq nəmliyi sensorları', 'Су сапасын өлшейтін құрал', 'Soğuk zincir takibi', 'Учёт воды в сетях'];
  const lines = Array.from({ length: count }, (_, i) => {
    if (random.chance(0.01)) return '{"id": "bad';
    const id = random.chance(0.01) ? random.whole(0, i) : i;
    const stage = random.chance(0.01) ? 'huge' : random.pick(['idea', 'pre_seed', 'seed']);
    const pitch = `${random.pick(things)}. ${random.pick(things)}, № ${i}.`;
    return JSON.stringify({
      id: `s-${id}`,
      profile: { name: `Firma ${i}`, pitch, stage, consent: { matching: true } },
    });
  });
  return lines.join('\n');
}

async function runWhole(worker: string, storage: string, body: string) {
  const server = await startSoakServer(worker, storage);
  try {
    const key = (await server.ask({ action: 'hub', id: HUB })) as string;
    const begun = Date.now();
    await completed(server, key, await upload(server, key, body));
    return { seconds: (Date.now() - begun) / 1000, content: await contentOf(server) };
  } finally {
    await server.kill();
  }
}

async function runCut(
  worker: string,
  storage: string,
  body: string,
  { moments, waitForLease }: { readonly moments: readonly number[]; readonly waitForLease: boolean },
) {
  const kills = { duringUpload: 0, duringRun: 0, afterwards: 0 };
  let server = await startSoakServer(worker, storage);
  const begun = Date.now();
  try {
    const key = (await server.ask({ action: 'hub', id: HUB })) as string;
    let id: string | undefined;
    let done = false;
    /** Takes the import up where it stands; the server may be killed under it. */
    const work = async (alive: SoakServer) => {
      id ??= await upload(alive, key, body);
      await completed(alive, key, id);
      done = true;
    };
    for (const [i, moment] of moments.entries()) {
      const working = work(server).catch(() => undefined);
      await Promise.race([working, sleep(moment)]);
      kills[done ? 'afterwards' : id ? 'duringRun' : 'duringUpload']++;
      await server.kill();
      await working;
      server = await startSoakServer(worker, storage);
      if (waitForLease && i === 0) await sleep(LEASE);
      else await server.ask({ action: 'query', sql: EXPIRE });
    }
    await work(server);
    return { kills, seconds: (Date.now() - begun) / 1000, content: await contentOf(server) };
  } finally {
    await server.kill();
  }
}

/** The lease of a run that was killed expires in a minute; for that a soak of many kills waits once. */
const LEASE = 61_000;
const EXPIRE = "UPDATE imports SET lease_until = NULL WHERE state = 'running'";

/** Under one Idempotency-Key, so that an upload that was killed is sent again. */
async function upload({ url }: SoakServer, key: string, body: string): Promise<string> {
  const answer = await fetch(`${url}/v1/imports?kind=startup`, {
    method: 'POST',
    headers: { ...authorized(key), 'content-type': 'application/x-ndjson', 'idempotency-key': 'soak' },
    body,
  });
  if (answer.status !== 202) throw new Error(`The upload was answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** Waits until an import is over. */
async function completed(server: SoakServer, key: string, id: string): Promise<void> {
  for (;;) {
    // The queue's ring died with the server; this is what the next minute would do. Not waited for: it lasts.
    server.ask({ action: 'cron', cron: CRON }).catch(() => undefined);
    for (let i = 0; i < 50; i++) {
      const answer = await fetch(`${server.url}/v1/imports/${id}`, { headers: authorized(key) });
      const { state } = (await answer.json()) as { state: string };
      if (state === 'completed') return;
      if (state === 'failed' || state === 'cancelled') throw new Error(`The import is ${state}.`);
      await sleep(100);
    }
  }
}

const authorized = (key: string) => ({ authorization: `Bearer ${key}` });

async function contentOf(server: SoakServer): Promise<Content> {
  const found: [string, unknown][] = [];
  for (const [table, sql] of Object.entries(CONTENT)) found.push([table, await server.ask({ action: 'digest', sql })]);
  return Object.fromEntries(found) as Content;
}
