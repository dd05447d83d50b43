import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SIZES: Readonly<Record<string, number>> = { '10k': 10_000, '50k': 50_000, '100k': 100_000 };
/** Megabytes of the isolate's 128 that an index may take at the peak of a reload. */
const MOST = 96;

/** Megabytes of 1,000,000 bytes. */
export interface Memory {
  /** Held by JavaScript: profiles, texts, marks. */
  readonly heap: number;
  /** Of vectors outside the scan. */
  readonly arrayBuffers: number;
  /** Of the scan. */
  readonly wasm: number;
  readonly total: number;
}

export interface Measured {
  readonly steady: Memory;
  /** While the last part of the snapshot is read, with what is fetched ahead of it. */
  readonly peak: Memory;
  /** What the index itself reckons that it takes. */
  readonly reckoned: number;
}

/** What the index of a hub takes in memory, each size in a process of its own. */
export async function memory(progress: (line: string) => void): Promise<object> {
  const mb: Record<string, Measured> = {};
  for (const [name, size] of Object.entries(SIZES)) {
    const folder = mkdtempSync(join(tmpdir(), 'kopru-bench-'));
    try {
      progress(`${name}: packing`);
      await answerOf('pack', folder, String(size));
      const measured = (await answerOf('read', folder)) as Measured;
      mb[name] = measured;
      progress(`${name}: ${measured.steady.total} MB, ${measured.peak.total} MB at the peak`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { mostProfiles: mostProfiles(mb), mb };
}

/** What a process of `child.ts` answers. */
async function answerOf(...args: readonly string[]): Promise<unknown> {
  const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), args, {
    execArgv: ['--conditions=@kopru/source', '--experimental-wasm-modules', '--expose-gc', '--max-old-space-size=4096'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the process ended with ${code}`)));
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [unknown];
  ended.catch(() => undefined);
  return answer;
}

/** How many profiles an index may have so that its peak is `MOST`: on the line through the two smallest sizes. */
function mostProfiles(mb: Readonly<Record<string, Measured>>): number {
  const [[a, pa], [b, pb]] = Object.entries(SIZES).map(([name, size]) => [size, mb[name]?.peak.total ?? 0]) as [
    [number, number],
    [number, number],
  ];
  const perProfile = (pb - pa) / (b - a);
  return Math.floor((a + (MOST - pa) / perProfile) / 100) * 100;
}
