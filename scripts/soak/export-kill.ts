/**
 * Kills `kopru export` at random moments behind a proxy that lets requests go wrong, while profiles are written and
 * erased, runs the same command until the file is there, and looks what the file holds.
 *
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kopru } from '@kopru/sdk';
import { createRandom } from '../../packages/api/demo/seed/random.ts';
import { bundleWorker } from '../../packages/api/dev/bundle.ts';
import { COMMAND } from '../../packages/cli/test/run-bin.ts';
import { type ExportedFile, judge } from './export-kill-judge.ts';
import { startFaultyProxy } from './faulty-proxy.ts';
import { startSoakServer } from './server.ts';

export interface ExportKillOptions {
  /** Rows of the audit log; a tenth as many profiles. */
  readonly rows: number;
  readonly kills: number;
  /** After every so manyth kill a profile is erased, so that the export is begun anew. */
  readonly eraseEach: number;
  /** Of the requests that go wrong. */
  readonly share: number;
  readonly seed: string;
}

const HUB = 'soak';

export async function exportKill({ rows, kills, eraseEach, share, seed }: ExportKillOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-soak-'));
  const random = createRandom(seed);
  const worker = await bundleWorker(join(folder, 'worker'), 'hash');
  const server = await startSoakServer(worker, join(folder, 'storage'), { limit: 1_000_000 });
  const proxy = await startFaultyProxy(server.url, share, random);
  try {
    const key = (await server.ask({ action: 'hub', id: HUB })) as string;
    for (const sql of [acts(rows), profiles(rows / 10), `UPDATE hubs SET sequence = ${rows}`])
      await server.ask({ action: 'query', sql });
    const { startups } = new Kopru({ apiKey: key, baseUrl: server.url });
    const target = join(folder, 'hub.ndjson');
    const env = { PATH: process.env.PATH ?? '', KOPRU_URL: proxy.url, KOPRU_API_KEY: key };
    const runs = { killed: 0, failed: 0, wentOn: 0, begunAnew: 0 };
    const hub = { rows, versions: new Map<string, Set<string>>(), made: [] as string[], erased: new Set<string>() };

    const run = async (kept: number): Promise<boolean> => {
      const { code, err } = await runExport(target, env, kept, random.next() * 4);
      if (err.includes('Going on after')) runs.wentOn++;
      runs.begunAnew += err.split('beginning anew').length - 1;
      if (code === null) runs.killed++;
      else if (code !== 0) runs.failed++;
      return code === 0;
    };
    const live = async (i: number) => {
      const id = `p${random.whole(0, rows / 10 - 1)}`;
      if (i % eraseEach === 0) {
        await startups.delete(id);
        hub.erased.add(id);
      } else if (!hub.erased.has(id)) {
        await startups.upsert(id, { name: `Changed ${i}`, pitch: 'Су.' });
        hub.versions.set(id, (hub.versions.get(id) ?? new Set()).add(`Changed ${i}`));
      }
      const made = `new-${i}`;
      await startups.upsert(made, { name: made, pitch: 'Су.' });
      hub.made.push(made);
    };

    let there = false;
    for (let i = 1; runs.killed < kills && !there; i++) {
      there = await run(random.whole(1, 4));
      if (!there) await live(i);
    }
    const early = there || existsSync(target);
    for (let tries = 0; !there && tries < 10; tries++) there = await run(Number.POSITIVE_INFINITY);
    const file: ExportedFile = (await readFile(target, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const faults = judge(file, hub);
    const left = existsSync(`${target}.part`) || existsSync(`${target}.part.json`);
    const ok = !early && !left && Object.values(faults).every((found) => found === 0);
    return {
      ok,
      rows: file.length,
      seed,
      ...runs,
      early,
      left,
      ...faults,
      erased: hub.erased.size,
      faults: proxy.faults,
    };
  } finally {
    await proxy.stop();
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the command, and kills it so many milliseconds after it has kept its place so many times. */
async function runExport(target: string, env: Record<string, string>, kept: number, wait: number) {
  const [node = '', ...before] = COMMAND;
  const child = spawn(node, [...before, 'export', '-o', target], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const exited = once(child, 'close') as Promise<[number | null]>;
  let ended = false;
  exited.then(() => {
    ended = true;
  });
  const place = () => readFile(`${target}.part.json`, 'utf8').catch(() => undefined);
  let last = await place();
  for (let seen = 0; !ended && seen < kept; await sleep(1)) {
    const now = await place();
    if (now === undefined || now === last) continue;
    last = now;
    seen++;
  }
  await sleep(wait);
  if (!ended) child.kill('SIGKILL');
  const [code] = await exited;
  return { code, err };
}

const numbers = (count: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`;

const acts = (count: number) =>
  `${numbers(count)} INSERT INTO audit (id, hub_id, at, action, actor)
   SELECT 'aud_' || i, '${HUB}', '2026-01-01T00:00:00.000Z', 'test', '{"kind":"job","id":"test"}' FROM n`;

const profiles = (count: number) =>
  `${numbers(count)} INSERT INTO profiles (hub_id, kind, id, body, sequence, created_at, updated_at)
   SELECT '${HUB}', 'startup', 'p' || i, '{"name":"First"}', i + 1, '2026', '2026' FROM n`;
