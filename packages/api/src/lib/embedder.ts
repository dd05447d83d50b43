import { centre, MODEL } from '@kopru/model/workerd';
import { type Embedder, EmbedderError } from '@kopru/sdk/engine/embedder';
import type { Bindings, Embedded } from '../env.ts';

/**
 * Texts of one call. The embedder works on one call at a time, so that a long import keeps nobody's single
 * text waiting for more than about a second; and 32 of the longest texts and their vectors are far below
 * the 32 MiB that a call between Workers may carry.
 */
const BATCH = 32;

/**
 * The embedded model, which the Worker behind the binding EMBEDDER holds (`embedder-worker.ts`). Nothing is
 * asked or loaded before the first text. What it throws beside `text_empty` is an outage, see {@link isOutage}.
 */
export const loadEmbedder = async ({ env }: { readonly env: Pick<Bindings, 'EMBEDDER'> }): Promise<Embedder> => ({
  id: MODEL.id,
  dimensions: MODEL.dimensions,
  centre,
  async embed(texts) {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += BATCH) {
      const batch = texts.slice(from, from + BATCH);
      vectors.push(...vectorsOf(await ask(env, batch), batch.length, from));
    }
    return vectors;
  },
});

/** Whether a failure is the embedder's and not of what it was given: the same may succeed later. */
export const isOutage = (error: unknown): error is EmbedderError =>
  error instanceof EmbedderError && error.code !== 'text_empty';

async function ask({ EMBEDDER }: Pick<Bindings, 'EMBEDDER'>, texts: readonly string[]): Promise<Embedded> {
  try {
    return await EMBEDDER.embed(texts);
  } catch (cause) {
    throw new EmbedderError('embedder_unavailable', 'The embedder does not answer.', { cause });
  }
}

/** @param from place of the first text of the batch. @throws {EmbedderError} when they are not what this code compares. */
function vectorsOf(embedded: Embedded, count: number, from: number): readonly Float32Array[] {
  // While one of the two Workers is deployed and the other not yet.
  if (embedded.model !== MODEL.id)
    throw new EmbedderError(
      'embedder_unavailable',
      `The embedder has the model ${embedded.model}, and the API works with ${MODEL.id}.`,
    );
  if ('error' in embedded) {
    const { code, message, index } = embedded.error;
    throw new EmbedderError(code, message, index === undefined ? {} : { index: from + index });
  }
  const { vectors } = embedded;
  if (vectors.length !== count || vectors.some(({ length }) => length !== MODEL.dimensions))
    throw new EmbedderError('vectors_invalid', 'The embedder gave vectors of another number or length.');
  return vectors;
}
