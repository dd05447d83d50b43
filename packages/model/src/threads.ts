/**
 * The embedded model on all cores, in Node: for thousands of texts at once.
 *
 * ```ts
 * import { createThreadedEmbedder } from '@kopru/model/threads';
 *
 * const embedder = createThreadedEmbedder();
 * const vectors = await embedder.embed(texts);
 * await embedder.close();
 * ```
 *
 * @module
 */
import { availableParallelism } from 'node:os';
import { type Embedder, EmbedderError } from '@kopru/sdk/engine/embedder';
import { centre } from './centre.ts';
import { createEmbedder } from './from-files.ts';
import { MODEL } from './model.ts';
import { startThread, type Thread } from './threads-thread.ts';

/** Beyond this the memory of one more, 42 MB, buys little time on the machines that people have. */
const MOST_THREADS = 4;

/** Fewest texts of one call for which threads are used: fewer are ready before a thread has loaded the model. */
export const FEWEST_FOR_THREADS = 64;

/** Texts that a thread is given at once: few, so that no thread is left with much to do when the others are done. */
const CHUNK = 4;

export interface ThreadsOptions {
  /** How many threads, 1 to 4; with 1 all is done in the thread that asks. @default one for each core */
  readonly threads?: number | undefined;
}

/** An embedder that holds threads. */
export interface ThreadedEmbedder extends Embedder {
  /**
   * Ends the threads. What waits for one is rejected; a later `embed` starts them anew. Idle threads
   * do not keep a process alive.
   */
  close(): Promise<void>;
}

/**
 * The embedder of `@kopru/model`, which shares the texts of a call out over threads, each with a model of
 * its own. They are started by the first call that has many texts; few are embedded without one. The
 * vectors are the same.
 *
 * `embed` rejects with `model_invalid` if a file of the package is missing, truncated or damaged, and with
 * `embedder_unavailable` if a thread ends of itself; the next call starts another.
 *
 * @throws {RangeError} on a number of threads other than 1 to 4.
 */
export function createThreadedEmbedder({ threads = coresOf() }: ThreadsOptions = {}): ThreadedEmbedder {
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS)
    throw new RangeError(`threads must be a whole number from 1 to ${MOST_THREADS}, not ${threads}`);
  const pool: (Thread | undefined)[] = Array.from({ length: threads });
  let own: Promise<Embedder> | undefined;

  /** The thread of a place; one that has ended is replaced. */
  function thread(place: number): Thread {
    const found = pool[place];
    if (found && !found.ended) return found;
    const started = startThread();
    pool[place] = started;
    return started;
  }

  return {
    id: MODEL.id,
    dimensions: MODEL.dimensions,
    centre,
    async embed(texts) {
      if (threads === 1 || texts.length < FEWEST_FOR_THREADS) {
        own ??= createEmbedder().catch((error: unknown) => {
          // What failed once may be readable the next time.
          own = undefined;
          throw error;
        });
        return (await own).embed(texts);
      }
      const vectors: Float32Array[] = [];
      const chunks = chunksOf(texts);
      // A lane that fails closes the generator, and so ends the others after the chunk that they are at.
      const lane = async (place: number) => {
        for (const { first, chunk } of chunks) {
          const embedded = await thread(place).embed(chunk).catch(atPosition(first));
          for (const [i, vector] of embedded.entries()) vectors[first + i] = vector;
        }
      };
      const lanes = await Promise.allSettled(pool.map((_, place) => lane(place)));
      const failures = lanes.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
      if (failures.length > 0) throw firstOf(failures);
      return vectors;
    },
    async close() {
      const running = [...pool];
      pool.fill(undefined);
      await Promise.all(running.map((one) => one?.close()));
    },
  };
}

const coresOf = (): number => Math.min(MOST_THREADS, availableParallelism());

function* chunksOf(texts: readonly string[]): Generator<{ first: number; chunk: readonly string[] }, void> {
  for (let first = 0; first < texts.length; first += CHUNK) {
    yield { first, chunk: texts.slice(first, first + CHUNK) };
  }
}

/** Puts the position in the whole batch in place of that in the chunk. */
const atPosition = (first: number) => (error: unknown) => {
  if (!(error instanceof EmbedderError) || error.index === undefined) throw error;
  const index = first + error.index;
  throw new EmbedderError(error.code, `text ${index} has nothing to embed`, { index, cause: error });
};

/**
 * Of several failures the one that embedding in one thread would have met. Chunks are given out in order, so
 * that all before the first bad text were tried.
 */
const firstOf = (failures: readonly unknown[]): unknown => {
  const position = (error: unknown) => (error instanceof EmbedderError ? error.index : undefined) ?? -1;
  return failures.reduce((a, b) => (position(b) < position(a) ? b : a));
};
