/**
 * Any sentence-embedding model of transformers.js behind the embedder contract, in Node and the
 * browser. The library stays the caller's: `@xenova/transformers` and its successor
 * `@huggingface/transformers` both give such a pipeline.
 *
 * ```ts
 * import { pipeline } from '@xenova/transformers';
 * import { transformersEmbedder } from '@kopru/sdk/embed/transformers';
 *
 * const extractor = await pipeline('feature-extraction', 'Xenova/multilingual-e5-small');
 * const embedder = await transformersEmbedder({ id: 'multilingual-e5-small@1', extractor });
 * ```
 *
 * @module
 */
import { type Embedder, EmbedderError } from '../engine/embedder.ts';
import { fromFunction } from './from-function.ts';

/** A `feature-extraction` pipeline, as far as it is used here. */
export type FeatureExtractor = (
  text: string,
  options: { pooling: 'mean' | 'cls'; normalize: true },
) => Promise<{ readonly dims: readonly number[]; readonly data: ArrayLike<number> | unknown }>;

export interface TransformersOptions {
  /** Name and version of the model, `name@version`: vectors of different ids never mix. */
  readonly id: string;
  readonly extractor: FeatureExtractor;
  /** How token vectors become one. @default 'mean' */
  readonly pooling?: 'mean' | 'cls';
  /** Put before every text, for models that were trained with a prefix such as `query: `. @default '' */
  readonly prefix?: string;
}

/**
 * Makes an embedder of a pipeline; embeds one word to learn the number of dimensions.
 * @throws {EmbedderError} `embedder_unavailable` with the pipeline's error as its cause.
 */
export async function transformersEmbedder({
  id,
  extractor,
  pooling = 'mean',
  prefix = '',
}: TransformersOptions): Promise<Embedder> {
  // One text at a time: padding beside a longer text changes the vectors of quantised models.
  async function extract(text: string): Promise<Float32Array> {
    const { data } = await extractor(prefix + text, { pooling, normalize: true }).catch((cause: unknown) => {
      throw new EmbedderError('embedder_unavailable', `${id} failed to embed a text`, { cause });
    });
    return Float32Array.from(data as ArrayLike<number>);
  }

  const dimensions = (await extract('a')).length;
  return fromFunction({ id, dimensions, batchSize: 1, embed: async ([text = '']) => [await extract(text)] });
}
