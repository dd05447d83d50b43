import { setImmediate } from 'node:timers/promises';
import { FEWEST_FOR_THREADS } from '@kopru/model/threads';
import {
  type EmbeddedProfile,
  type Embedder,
  embedProfiles,
  type NormalProfile,
  type SectorMapper,
} from '@kopru/sdk/engine';
import type { Io } from '../terminal/io.ts';
import { createProgress } from '../terminal/progress.ts';

/** The model, or what stands in for it. */
export interface Model {
  readonly embedder: Embedder;
  readonly sectors?: SectorMapper | undefined;
}

/** What was embedded, and how much work it was. */
export interface Embedded {
  readonly entries: readonly EmbeddedProfile[];
  /** Different texts: windows, sentences and names of sectors. */
  readonly texts: number;
}

/** Embeds profiles, each different text once, and shows how far it is. @throws the reason of `io.signal`. */
export async function embedWatched(profiles: readonly NormalProfile[], model: Model, io: Io): Promise<Embedded> {
  let texts = 0;
  const watched: Embedder = {
    ...model.embedder,
    embed(all) {
      texts = all.length;
      return embedInBatches(all, model.embedder, io);
    },
  };
  const entries = await embedProfiles(profiles, watched, model.sectors);
  return { entries, texts };
}

/** The least for which threads are used, so that progress is seen and Ctrl+C heard often. */
const BATCH = FEWEST_FOR_THREADS;
/** Batches under way at once, so that no thread waits for the end of one. */
const LANES = 2;

async function embedInBatches(texts: readonly string[], embedder: Embedder, io: Io): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  const progress = createProgress(io, { label: 'Reading texts', total: texts.length });
  const batches = batchesOf(texts);
  const lane = async () => {
    for (const { first, batch } of batches) {
      io.signal.throwIfAborted();
      for (const [i, vector] of (await embedder.embed(batch)).entries()) vectors[first + i] = vector;
      progress.advance(batch.length);
      // Without a thread the work never rests, and Ctrl+C would not be heard.
      await setImmediate();
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    progress.done();
  }
  return vectors;
}

function* batchesOf(texts: readonly string[]): Generator<{ first: number; batch: readonly string[] }, void> {
  for (let first = 0; first < texts.length; first += BATCH) yield { first, batch: texts.slice(first, first + BATCH) };
}
