/**
 * Reads and writes at many connections for minutes, and looks for errors, for answers that are older
 * than what was acknowledged, for writes that are lost and for memory that grows.
 *
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoProfiles } from '../../packages/api/demo/profiles.ts';
import { createRandom } from '../../packages/api/demo/seed/random.ts';
import { bundleWorker } from '../../packages/api/dev/bundle.ts';
import { type Client, createClient } from './load-client.ts';
import { type Hub, nextRequest } from './load-mix.ts';
import { figuresOf, memoryOf } from './load-report.ts';
import { type SoakServer, startSoakServer } from './server.ts';

export interface LoadOptions {
  readonly seconds: number;
  readonly connections: number;
  readonly seed: string;
  readonly model: 'hash' | 'real';
  /** Profiles of the hub. @default all of the demo */
  readonly profiles?: number;
}

const LIMIT = 1_000_000_000;

/**
 * On this machine each request runs through isolates of workerd with small heaps, which hardly ever
 * collect what they hold outside of them: an empty Worker takes 11 KB more for each request. So every
 * collection is a whole one, and what still grows is a leak.
 */
const V8_FLAGS = '--gc-global --min-semi-space-size=4 --max-semi-space-size=4';

/** Match lists that are compared with those of a server that starts anew. */
const LISTS = 40;

/** Growth of workerd that counts as none, in MB per minute. */
const FLAT = 2;

export async function load({ seconds, connections, seed, model, profiles }: LoadOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-soak-'));
  const worker = await bundleWorker(join(folder, 'worker'), model);
  const start = () => startSoakServer(worker, join(folder, 'storage'), { limit: LIMIT, v8Flags: V8_FLAGS });
  let server = await start();
  try {
    const key = (await server.ask({ action: 'hub', id: 'soak' })) as string;
    const hub = hubOf(profiles);
    const client = createClient(() => server.url, key);
    await fill(client, hub, connections);

    const random = createRandom(seed);
    // Caches and compiled code fill for about two minutes; what grows after that does not end.
    const warm = Date.now() + Math.min(180, seconds * 0.3) * 1000;
    const end = warm + seconds * 1000;
    const memory = sampleMemory(server, end);
    await inParallel(connections, async () => {
      while (Date.now() < end) await client.send(nextRequest(hub, random));
    });
    const figures = figuresOf(client.answers, { from: warm, to: end });
    const workerd = memoryOf(await memory, { from: warm, to: end });

    const lost = await client.lost();
    const before = await listsOf(client, hub);
    await server.kill();
    server = await start();
    const after = await listsOf(client, hub);
    const listsDiffer = before.filter((list, i) => list !== after[i]).length;
    const { stale } = client;
    const flat = workerd === null || workerd.slope < FLAT;
    return {
      ok: figures.share429 < 0.01 && figures.errors.length === 0 && lost + stale + listsDiffer === 0 && flat,
      model,
      seconds,
      connections,
      seed,
      ...figures,
      lost,
      stale,
      listsDiffer,
      memory: workerd,
    };
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

function hubOf(count = Number.POSITIVE_INFINITY): Hub {
  const profiles = demoProfiles().slice(0, count);
  return {
    startups: profiles.filter(({ kind }) => kind === 'startup') as unknown as Hub['startups'],
    investors: profiles.filter(({ kind }) => kind === 'investor'),
    serial: 0,
  };
}

async function fill(client: Client, { startups, investors }: Hub, connections: number): Promise<void> {
  const puts = [
    ...startups.map(({ id, profile }) => ({ path: `/v1/startups/${id}`, body: profile })),
    ...investors.map(({ id, profile }) => ({ path: `/v1/investors/${id}`, body: profile })),
  ];
  await inParallel(connections, async () => {
    for (let put = puts.shift(); put; put = puts.shift()) {
      await client.send({ name: 'write', group: 'writes', method: 'PUT', ...put, expects: put.path });
    }
  });
}

const inParallel = (count: number, work: () => Promise<void>) => Promise.all(Array.from({ length: count }, work));

async function listsOf(client: Client, { startups, investors }: Hub): Promise<string[]> {
  const paths = [
    ...startups.slice(0, LISTS / 2).map(({ id }) => `/v1/startups/${id}/matches`),
    ...investors.slice(0, LISTS / 2).map(({ id }) => `/v1/investors/${id}/matches`),
  ];
  const lists: string[] = [];
  for (const path of paths) lists.push(await client.read(path));
  return lists;
}

/** Resident memory of workerd every two seconds. */
async function sampleMemory(server: SoakServer, end: number) {
  const samples: { at: number; megabytes: number }[] = [];
  while (Date.now() < end) {
    const megabytes = (await server.ask({ action: 'memory' })) as number | null;
    if (megabytes !== null) samples.push({ at: Date.now(), megabytes });
    await sleep(2000);
  }
  return samples;
}
