import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker } from '../../packages/api/dev/bundle.ts';
import { CRONS } from '../../packages/api/src/jobs/job.ts';
import { type SoakServer, startSoakServer } from '../../scripts/soak/server.ts';
import { fillHub } from '../match/hub.ts';
import { ask } from '../match/requests.ts';

/** Profiles of the hub. */
const SIZE = 10_000;
/** How often each way is measured, in turns. */
const ROUNDS = 7;
/** Under which format the snapshot is put aside, where no code looks for it. */
const ASIDE = 'aside';

type Way = 'snapshot' | 'rows';

/**
 * The first match list of a process that has just begun: from the snapshot in KV, and from the rows of D1. Before it
 * the process answers a stored profile, so that D1 is open and the code is there in both ways.
 */
export async function cold(progress: (line: string) => void): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'kopru-bench-'));
  const worker = await bundleWorker(join(folder, 'api'), 'hash');
  const start = () => startSoakServer(worker, join(folder, 'storage'), { limit: 1_000_000_000 });
  let server = await start();
  try {
    const key = (await server.ask({ action: 'hub', id: 'bench-cold' })) as string;
    await fillHub(server.url, key, SIZE, progress);
    const { parts, format } = await writeSnapshot(server, progress);
    const ms: Record<Way, number[]> = { snapshot: [], rows: [] };
    while (ms.rows.length < ROUNDS) {
      for (const way of ['snapshot', 'rows'] as const) {
        if (way === 'rows') await query(server, `UPDATE snapshots SET format = '${ASIDE}'`);
        await server.kill();
        server = await start();
        await ask(`${server.url}/v1/startups/p0`, key);
        const taken = await ask(`${server.url}/v1/investors/p0/matches?limit=20&explain=en`, key);
        // A cron may have begun another snapshot just then: the time is not that of the rows alone.
        if (way === 'rows' && (await bringBack(server, format))) continue;
        ms[way].push(taken);
        progress(`${way}: ${taken.toFixed(0)} ms`);
      }
    }
    const [snapshot, rows] = [median(ms.snapshot), median(ms.rows)];
    return {
      ratios: { 'cold.10k.vs_rows': round2(rows / snapshot) },
      ms: { snapshot: round2(snapshot), rows: round2(rows) },
      parts,
    };
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

const query = <T>(server: SoakServer, sql: string) => server.ask({ action: 'query', sql }) as Promise<T[]>;

/** Has the job write the snapshot. @returns of how many parts it is, and of which format. */
async function writeSnapshot(server: SoakServer, progress: (line: string) => void) {
  for (;;) {
    await server.ask({ action: 'cron', cron: CRONS.minutely });
    const parts = await query<{ key: string; format: string }>(server, 'SELECT key, format FROM snapshots');
    const [first] = parts;
    if (first && parts.every(({ key }) => key !== '')) return { parts: parts.length, format: first.format };
    progress('the snapshot is being written');
  }
}

/** Puts the snapshot back. @returns whether there was another meanwhile. */
async function bringBack(server: SoakServer, format: string): Promise<boolean> {
  const others = await query(server, `DELETE FROM snapshots WHERE format <> '${ASIDE}' RETURNING key`);
  await query(server, `UPDATE snapshots SET format = '${format}'`);
  return others.length > 0;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const round2 = (value: number): number => Math.round(value * 100) / 100;
