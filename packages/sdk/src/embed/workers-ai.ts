/**
 * Text embeddings of Workers AI behind the embedder contract, through the `AI` binding of a Worker.
 *
 * ```ts
 * import { workersAi } from '@kopru/sdk/embed/workers-ai';
 * import { createMatcher } from '@kopru/sdk/engine';
 * import scan from '@kopru/sdk/engine/scan.wasm';
 *
 * const matcher = createMatcher({ embedder: workersAi({ ai: env.AI }), scan });
 * ```
 *
 * @module
 */
import { type Embedder, EmbedderError } from '../engine/embedder.ts';
import { fromFunction, modelId } from './from-function.ts';

/** The `AI` binding, as far as it is used here. */
export interface WorkersAiBinding {
  /** Runs a model of the catalogue. */
  run(model: string, input: { text: string[] }): Promise<unknown>;
}

export interface WorkersAiOptions {
  readonly ai: WorkersAiBinding;
  /** A text embedding model of Workers AI. @default '@cf/baai/bge-m3', which reads all nine languages */
  readonly model?: string | undefined;
  /** Length of the model's vectors. @default 1024, that of bge-m3 */
  readonly dimensions?: number | undefined;
  /** Name and version, for when a model changes under its name. @default the model and its dimensions */
  readonly id?: string | undefined;
  /** Characters of a text that are sent; the engine sends 300 at most, unless a single word is longer. @default 8_000, within the window of bge-m3 */
  readonly maxCharacters?: number | undefined;
}

/** The platform takes so many texts in a call. */
const MOST_TEXTS = 100;

/**
 * Makes an embedder of the binding.
 *
 * @throws {RangeError} as `fromFunction` does. The embedder throws `embedder_unavailable` with what the
 *   binding threw as its cause, and `vectors_invalid` when its answer is not what was asked for.
 */
export const workersAi = ({
  ai,
  model = '@cf/baai/bge-m3',
  dimensions = 1024,
  id = modelId(model, dimensions),
  maxCharacters = 8_000,
}: WorkersAiOptions): Embedder =>
  fromFunction({
    id,
    dimensions,
    batchSize: MOST_TEXTS,
    maxCharacters,
    async embed(texts) {
      const answer = (await ai.run(model, { text: [...texts] })) as { data?: readonly number[][] } | null;
      if (!Array.isArray(answer?.data))
        throw new EmbedderError('vectors_invalid', `${model} answered without data; is it an embedding model?`);
      return answer.data;
    },
  });
