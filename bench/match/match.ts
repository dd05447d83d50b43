import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorker } from '../../packages/api/dev/bundle.ts';
import { startSoakServer } from '../../scripts/soak/server.ts';
import { fillHub } from './hub.ts';
import { type Targets, type Times, timesOf } from './requests.ts';

const SIZES: Readonly<Record<string, number>> = { '1k': 1000, '10k': 10_000, '100k': 100_000 };
/** Of so many profiles each are the lists and the profiles that are asked for. */
const ASKED = 50;

const BARE = fileURLToPath(new URL('../../packages/api/dev/bare.ts', import.meta.url));

/**
 * A match list over HTTP, in workerd with D1, beside a stored profile, what does nothing of ours, and a Worker that
 * is nothing but Hono. The vectors are hashes: the list of a stored profile loads no model.
 */
export async function match(progress: (line: string) => void, sizes = SIZES): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'kopru-bench-'));
  const start = async (name: string, entry?: string) =>
    startSoakServer(await bundleWorker(join(folder, name), 'hash', entry), join(folder, `${name}-storage`), {
      limit: 1_000_000_000,
    });
  const servers = [await start('api'), await start('bare', BARE)] as const;
  try {
    const [api, bare] = servers;
    const ms: Record<string, Record<string, Times>> = {};
    const ratios: Record<string, number> = {};
    for (const [size, count] of Object.entries(sizes)) {
      const key = (await api.ask({ action: 'hub', id: `bench-${size}` })) as string;
      await fillHub(api.url, key, count, (line) => progress(`${size}: ${line}`));
      const targets: Targets = {
        bare: { url: () => `${bare.url}/v1/health` },
        health: { url: () => `${api.url}/v1/health` },
        profile: { key, url: (n) => `${api.url}/v1/startups/p${n % ASKED}` },
        match: { key, url: (n) => `${api.url}/v1/investors/p${n % ASKED}/matches?limit=20&explain=en` },
      };
      for (const concurrency of [1, 32]) {
        progress(`${size}: ${concurrency} at once`);
        const at = `match.${size}${concurrency === 1 ? '' : `.c${concurrency}`}`;
        const times = await timesOf(targets, concurrency);
        ms[at] = Object.fromEntries(Object.entries(times).map(([name, { p50, p99 }]) => [name, rounded(p50, p99)]));
        Object.assign(ratios, ratiosOf(at, times));
      }
    }
    const [ten, hundred] = [ms['match.10k']?.match, ms['match.100k']?.match];
    if (ten && hundred) ratios['match.100k.p50.vs_10k'] = round(hundred.p50 / ten.p50);
    return { ratios, ms };
  } finally {
    for (const server of servers) await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many times as long a list takes as each of the others, and `/v1/health` as nothing but Hono. */
function ratiosOf(at: string, times: Readonly<Record<string, Times>>): Record<string, number> {
  const ratio = (a: string, b: string, p: keyof Times) => round((times[a]?.[p] ?? 0) / (times[b]?.[p] ?? 0));
  const found: Record<string, number> = {};
  for (const p of ['p50', 'p99'] as const) {
    for (const other of ['profile', 'health', 'bare']) found[`${at}.${p}.vs_${other}`] = ratio('match', other, p);
    found[`${at}.health.${p}.vs_bare`] = ratio('health', 'bare', p);
  }
  return found;
}

const rounded = (p50: number, p99: number): Times => ({ p50: round(p50), p99: round(p99) });
const round = (value: number): number => Math.round(value * 100) / 100;
