import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker } from '../../packages/api/dev/bundle.ts';
import { startSoakServer } from '../../scripts/soak/server.ts';
import { profilesOf } from '../match/hub.ts';
import { createEmbedders, type Embedders } from './embedders.ts';
import { importInto, type Parts } from './server.ts';
import { textsOf } from './texts.ts';

const PROFILES = 192;
const ROUNDS = 3;

/**
 * An import over HTTP into workerd with D1 and the embedded model, until every profile is found, beside what does
 * nothing but embed the same texts. The same import with hashes in the place of vectors tells what is not embedding.
 */
export async function importProfiles(progress: (line: string) => void): Promise<object> {
  const rows = profilesOf('startup', 'pitch', PROFILES);
  const batches = await textsOf(rows);
  const embedders = await createEmbedders(progress);
  const folder = mkdtempSync(join(tmpdir(), 'kopru-bench-'));
  const start = async (model: 'real' | 'hash') =>
    startSoakServer(await bundleWorker(join(folder, model), model), join(folder, `${model}-storage`), {
      limit: 1_000_000_000,
    });
  const servers = { real: await start('real'), hash: await start('hash') };
  const imports: Record<keyof typeof servers, Parts[]> = { real: [], hash: [] };
  const alone: Record<string, number[]> = {};
  try {
    await embedAlone(embedders, batches.slice(0, 2));
    // In turns, so that what else the machine does falls on all of them alike.
    for (let round = 0; round < ROUNDS; round++) {
      progress(`round ${round + 1} of ${ROUNDS}`);
      for (const model of ['real', 'hash'] as const)
        imports[model].push(await importInto(servers[model], `bench-${round}`, rows));
      for (const [name, seconds] of Object.entries(await embedAlone(embedders, batches)))
        alone[name] = [...(alone[name] ?? []), seconds];
    }
  } finally {
    await embedders.close();
    for (const server of Object.values(servers)) await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  return report(imports, alone, batches.flat().length);
}

/** Seconds of each embedder for all texts. Threads are given all at once, as the command line does. */
async function embedAlone({ single, threads }: Embedders, batches: readonly string[][]) {
  const seconds: Record<string, number> = {};
  const time = async (name: string, work: () => Promise<unknown>) => {
    const begin = performance.now();
    await work();
    seconds[name] = (seconds[name] ?? 0) + (performance.now() - begin) / 1000;
  };
  for (const texts of batches) for (const [name, embed] of Object.entries(single)) await time(name, () => embed(texts));
  await time('embed_threads', () => threads(batches.flat()));
  return seconds;
}

function report(
  { real, hash }: Readonly<Record<'real' | 'hash', readonly Parts[]>>,
  alone: Readonly<Record<string, readonly number[]>>,
  texts: number,
): object {
  const part = (of: readonly Parts[], name: keyof Parts) => median(of.map((parts) => parts[name]));
  const whole = part(real, 'whole');
  const write = part(hash, 'run');
  const peers = Object.fromEntries(Object.entries(alone).map(([name, seconds]) => [name, median(seconds)]));
  const { embed_alone = Number.NaN, embed_threads = Number.NaN, ...others } = peers;
  return {
    ratios: rounded({
      'import.vs_embed_alone': whole / embed_alone,
      'import.vs_embed_threads': whole / embed_threads,
      ...Object.fromEntries(
        Object.entries(others).flatMap(([peer, seconds]) => [
          [`import.vs_${peer}`, seconds / whole],
          [`import.embed.vs_${peer}`, seconds / embed_alone],
        ]),
      ),
    }),
    profiles: PROFILES,
    texts,
    profilesPerSecond: rounded(
      Object.fromEntries(
        Object.entries({ import: whole, ...peers }).map(([name, seconds]) => [name, PROFILES / seconds]),
      ),
    ),
    seconds: rounded({
      whole,
      upload: part(real, 'upload'),
      wait: part(real, 'wait'),
      embed: part(real, 'run') - write,
      write,
      list: part(real, 'list'),
    }),
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const rounded = (values: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Math.round(value * 100) / 100]));
