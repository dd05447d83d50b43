/**
 * A process of one size: `pack` packs so many profiles into parts, as the job does, `read` reads them, as a fresh
 * isolate does. Each by itself, so that what the one leaves behind is not measured with the other.
 *
 * @module
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL } from '@kopru/model/workerd';
import { createMatchIndex, embedProfiles, normaliseProfile } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { Kind } from '@kopru/sdk/schema';
import { lazySectors } from '../../packages/api/src/matches/stored-entry.ts';
import { type PartEntry, packPart, unpackPart } from '../../packages/api/src/snapshots/part.ts';
import { profilesOf } from '../match/hub.ts';
import type { Measured, Memory } from './memory.ts';

/** Profiles of a part, some 8 MB. */
const PART = 3500;
const embedder = { ...hashEmbedder(MODEL.dimensions), id: MODEL.id };

/** Packs the profiles of a hub, a fifth of them investors, into files. @returns how many there are. */
async function pack(folder: string, size: number): Promise<number> {
  let parts = 0;
  const kinds = [
    ['startup', 'pitch', size * 0.8],
    ['investor', 'thesis', size * 0.2],
  ] as const;
  for (const [kind, field, count] of kinds) {
    const profiles = profilesOf(kind, field, count);
    for (let from = 0; from < count; from += PART) {
      writeFileSync(
        join(folder, String(parts++)),
        packPart(MODEL, await entriesOf(kind, profiles.slice(from, from + PART))),
      );
    }
  }
  return parts;
}

async function entriesOf(kind: Kind, profiles: readonly { id: string; profile: object }[]): Promise<PartEntry[]> {
  const normal = profiles.map(({ id, profile }) => normaliseProfile(kind, id, profile as never, DEFAULT_RATES));
  return (await embedProfiles(normal, embedder)).map((entry, sequence) => ({ entry, sequence }));
}

const collect = (globalThis as unknown as { gc(): void }).gc;
const rounded = (bytes: number): number => Math.round(bytes / 100_000) / 10;

function memoryNow(before: NodeJS.MemoryUsage): Memory {
  collect();
  const now = process.memoryUsage();
  const heap = now.heapUsed - before.heapUsed;
  const arrayBuffers = now.arrayBuffers - before.arrayBuffers;
  // Beside array buffers, the memories of WebAssembly alone are external.
  const wasm = now.external - before.external - arrayBuffers;
  const total = rounded(heap + arrayBuffers + wasm);
  return { heap: rounded(heap), arrayBuffers: rounded(arrayBuffers), wasm: rounded(wasm), total };
}

/** Reads the parts one after the other. */
function measure(folder: string): Measured {
  const files = readdirSync(folder).map((name) => join(folder, name));
  collect();
  const before = process.memoryUsage();
  const index = createMatchIndex(MODEL);
  let peak: Memory | undefined;
  for (const [i, file] of files.entries()) {
    // The part that is read, and the one that is fetched ahead of it.
    const values = [file, files[i + 1]].flatMap((name) => (name ? [readFileSync(name)] : []));
    const entries = unpackPart(MODEL, values[0] as Uint8Array);
    for (const { entry } of entries) index.set(lazySectors(entry));
    if (i >= files.length - 2) {
      const now = memoryNow(before);
      if (!peak || now.total > peak.total) peak = now;
    }
    // They are alive until here.
    if (values.length + entries.length === 0) throw new Error('an empty part');
  }
  return { peak: peak as Memory, steady: memoryNow(before), reckoned: rounded(index.memoryBytes) };
}

const [role, folder = '', size] = process.argv.slice(2);
process.send?.(role === 'pack' ? await pack(folder, Number(size)) : measure(folder));
process.disconnect?.();
