import { type Embedder, EmbedderError } from '@kopru/sdk/engine/embedder';
import type { EvaluationContext } from './evaluation.ts';

const BATCH = 32;
/** Milliseconds between two lines of progress. */
const PROGRESS_EVERY = 3000;

/**
 * Gives one vector for each text, in order.
 *
 * @throws {EmbedderError} whose `index`, if any, is the position in `texts`.
 */
export type EmbedTexts = (texts: readonly string[]) => Promise<Float32Array[]>;

/** An embedder that meets each different text once in its life, takes 32 at a time and says how far it is. */
export function embedOnce(embedder: Embedder, progress: EvaluationContext['progress']): EmbedTexts {
  const vectors = new Map<string, Float32Array>();
  return async (texts) => {
    const unknown = [...new Set(texts)].filter((text) => !vectors.has(text));
    const started = performance.now();
    let reported = started;
    for (let at = 0; at < unknown.length; at += BATCH) {
      const batch = unknown.slice(at, at + BATCH);
      const embedded = await embedder.embed(batch).catch((error: unknown) => {
        throw atPositionIn(texts, batch, error);
      });
      for (const [i, text] of batch.entries()) vectors.set(text, embedded[i] as Float32Array);
      const now = performance.now();
      const done = at + batch.length;
      if (now - reported > PROGRESS_EVERY || done === unknown.length) {
        reported = now;
        progress(`embedded ${done}/${unknown.length} texts, ${((done / (now - started)) * 1000).toFixed(1)} a second`);
      }
    }
    return texts.map((text) => vectors.get(text) as Float32Array);
  };
}

function atPositionIn(texts: readonly string[], batch: readonly string[], error: unknown): unknown {
  if (!(error instanceof EmbedderError) || error.index === undefined) return error;
  const index = texts.indexOf(batch[error.index] as string);
  return new EmbedderError(error.code, error.message, { index, cause: error });
}
