/**
 * Your own function behind the embedder contract: what it gives is checked and brought to length 1, so
 * that a mistake shows at the first text and not as odd matches. The embedders over services stand on it too.
 *
 * ```ts
 * import { fromFunction } from '@kopru/sdk/embed/from-function';
 * import { createMatcher } from '@kopru/sdk/engine';
 *
 * const embedder = fromFunction({ id: 'my-model@1', dimensions: 384, embed: (texts) => myModel(texts) });
 * const matcher = createMatcher({ embedder });
 * ```
 *
 * @module
 */
import { type Embedder, EmbedderError } from '../engine/embedder.ts';

export interface FunctionOptions {
  /** Name and version of the model, `name@version`: vectors of different ids never mix. */
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /** One vector for each text, in order, of any length but 0. An error that it throws becomes a cause. */
  readonly embed: (texts: readonly string[]) => Promise<readonly ArrayLike<number>[]>;
  /** Most texts in a call of `embed`, 1 or more. @default all at once */
  readonly batchSize?: number | undefined;
  /** Characters of a text that `embed` is given, 1 or more; the rest is cut off. @default all */
  readonly maxCharacters?: number | undefined;
}

/**
 * Makes an embedder of a function. It embeds nothing by itself.
 *
 * @throws {RangeError} on options that mean nothing. The embedder throws `vectors_invalid` when the function
 *   gives another number of vectors, another length, or no direction, and `embedder_unavailable` when it fails.
 */
export function fromFunction({
  id,
  dimensions,
  embed,
  batchSize = Number.POSITIVE_INFINITY,
  maxCharacters = Number.POSITIVE_INFINITY,
}: FunctionOptions): Embedder {
  if (!/^[\w./-]+@[\w.-]+$/.test(id)) throw new RangeError(`the id "${id}" is not of the form name@version`);
  if (!Number.isInteger(dimensions)) throw new RangeError(`dimensions must be a whole number, not ${dimensions}`);
  for (const [name, value] of Object.entries({ dimensions, batchSize, maxCharacters }))
    if (!(value >= 1)) throw new RangeError(`${name} must be 1 or more, not ${value}`);

  async function embedBatch(texts: readonly string[]): Promise<Float32Array[]> {
    let vectors: readonly ArrayLike<number>[];
    try {
      vectors = await embed(texts);
    } catch (cause) {
      if (cause instanceof EmbedderError) throw cause;
      throw new EmbedderError('embedder_unavailable', `${id} failed to embed`, { cause });
    }
    if (vectors?.length !== texts.length)
      throw new EmbedderError('vectors_invalid', `${id} gave ${vectors?.length} vectors for ${texts.length} texts`);
    return vectors.map((vector) => toUnit(vector, id, dimensions));
  }

  return {
    id,
    dimensions,
    async embed(texts) {
      const index = texts.findIndex((text) => BLANK.test(text));
      if (index >= 0) throw new EmbedderError('text_empty', `text ${index} has nothing to embed`, { index });
      const cut = texts.map((text) => text.slice(0, maxCharacters).toWellFormed());
      const batches: Float32Array[][] = [];
      for (let from = 0; from < cut.length; from += batchSize)
        batches.push(await embedBatch(cut.slice(from, from + batchSize)));
      return batches.flat();
    },
  };
}

/** The id of a model that names no version: its name, in the letters that an id may have, and its dimensions. */
export const modelId = (model: string, dimensions: number): string =>
  `${model.replace(/^@/, '').replace(/[^\w./-]+/g, '-')}@${dimensions}`;

/** Nothing but spaces, control and format characters, and halves of surrogate pairs. */
const BLANK = /^[\s\p{C}\p{Z}]*$/u;

function toUnit(vector: ArrayLike<number>, id: string, dimensions: number): Float32Array {
  if (vector.length !== dimensions)
    throw new EmbedderError(
      'vectors_invalid',
      `${id} gave a vector of ${vector.length} dimensions, expected ${dimensions}`,
    );
  const length = Math.hypot(...Array.from(vector));
  if (!(length > 0 && length < Number.POSITIVE_INFINITY))
    throw new EmbedderError('vectors_invalid', `${id} gave a vector without a direction`);
  return Float32Array.from(vector, (x) => x / length);
}
