/**
 * The embedder contract: text in, unit vectors out.
 *
 * Every embedder (the embedded model, `@xenova/transformers`, Workers AI, your own function) is
 * one object of this shape and passes the suite in `conformance/embedder.ts`.
 *
 * @module
 */

/** Turns texts into vectors that are compared by dot product. */
export interface Embedder {
  /**
   * Model id and version, for example `kopru-e5-small@1`. Vectors of different ids never mix:
   * whatever stores a vector stores this id beside it.
   */
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /**
   * Embeds texts. One vector for each text, in order, of length 1 (within 1e-3) and of finite
   * numbers; the same text gives the same vector whatever stands beside it in the batch.
   * A text longer than the model's window is cut at its end: the engine splits before it calls.
   *
   * @throws {EmbedderError} on a text with nothing to embed (empty, only spaces or control characters),
   *   with the position of that text; nothing of the batch is returned.
   */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /**
   * Takes out of a vector of this model what it says of the language of its text, so that texts of one
   * language lie no nearer to each other than to those of another. Pure; length 1 again. Absent where
   * a model needs no such thing.
   *
   * @param lang ISO 639-1 code; one that is not known leaves the vector as it is.
   */
  centre?(vector: Float32Array, lang: string | undefined): Float32Array;
}

/** Why an embedder could not do its work. */
export type EmbedderErrorCode =
  /** A text has no letters, digits or signs that the model could read. */
  | 'text_empty'
  /** Weights, tokenizer or kernel are missing, truncated or do not match their checksum. */
  | 'model_invalid'
  /** The vectors have another length, model id or count than announced. */
  | 'vectors_invalid'
  /** The service or runtime behind the embedder failed; see `cause`. */
  | 'embedder_unavailable';

/** What an embedder throws. */
export class EmbedderError extends Error {
  override readonly name = 'EmbedderError';
  readonly code: EmbedderErrorCode;
  /** Position in the batch of the text at fault, if one text is at fault. */
  readonly index?: number;

  constructor(code: EmbedderErrorCode, message: string, options: { index?: number; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    if (options.index !== undefined) this.index = options.index;
  }
}
