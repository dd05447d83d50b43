/**
 * Any endpoint that speaks OpenAI's `POST /embeddings` behind the embedder contract: OpenAI itself, or
 * the servers that one runs oneself, such as vLLM, llama.cpp, Ollama or Text Embeddings Inference.
 *
 * ```ts
 * import { openaiCompatible } from '@kopru/sdk/embed/openai-compatible';
 * import { createMatcher } from '@kopru/sdk/engine';
 *
 * const embedder = openaiCompatible({
 *   baseUrl: 'http://127.0.0.1:11434/v1',
 *   model: 'bge-m3',
 *   dimensions: 1024,
 * });
 * const matcher = createMatcher({ embedder });
 * ```
 *
 * @module
 */
import { type Embedder, EmbedderError } from '../engine/embedder.ts';
import { EndpointError, postEmbeddings } from './endpoint.ts';
import { fromFunction, modelId } from './from-function.ts';

export { EndpointError };

export interface OpenaiCompatibleOptions {
  /** The URL that ends before `/embeddings`, with or without a slash. */
  readonly baseUrl: string;
  /** Sent as a bearer token; it is part of no error. @default none is sent */
  readonly apiKey?: string | undefined;
  readonly model: string;
  /** Length of the model's vectors. */
  readonly dimensions: number;
  /** Asks for vectors of that length, which a model that cannot shorten its own refuses. @default false */
  readonly shorten?: boolean | undefined;
  /** How vectors are asked for; `base64` is a quarter of the bytes, and not every server knows it. Either answer is read. @default 'float' */
  readonly encoding?: 'float' | 'base64' | undefined;
  /** Name and version, where the model's name does not tell. @default the model and its dimensions */
  readonly id?: string | undefined;
  /** Most texts in a request, 1 or more. @default 100 */
  readonly batchSize?: number | undefined;
  /** Characters of a text that are sent; the engine sends 300 at most. @default 8_000 */
  readonly maxCharacters?: number | undefined;
  /** How often a request is sent again after 429, 5xx or no answer, as `Retry-After` says or with growing pauses. @default 2 */
  readonly retries?: number | undefined;
  /** How long one attempt may take, in milliseconds. @default 60_000 */
  readonly timeout?: number | undefined;
  /** @default the global one */
  readonly fetch?: typeof fetch | undefined;
}

/**
 * Makes an embedder of an endpoint. It sends nothing by itself.
 *
 * @throws {RangeError} on options that mean nothing. The embedder throws `embedder_unavailable` with an
 *   {@link EndpointError} as its cause, and `vectors_invalid` when the answer is not what was asked for.
 */
export function openaiCompatible({
  baseUrl,
  apiKey,
  model,
  dimensions,
  shorten = false,
  encoding = 'float',
  id = modelId(model, dimensions),
  batchSize = 100,
  maxCharacters = 8_000,
  retries = 2,
  timeout = 60_000,
  fetch: send = (...args) => fetch(...args),
}: OpenaiCompatibleOptions): Embedder {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  // The words of fetch for these would repeat the secret.
  if (!base || base.username || base.password)
    throw new RangeError('baseUrl must be an absolute URL without a user name or password');
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey))
    throw new RangeError('apiKey must be printable ASCII without spaces');
  const endpoint = { url: `${baseUrl.replace(/\/+$/, '')}/embeddings`, apiKey, retries, timeout, fetch: send };
  const asked = { model, encoding_format: encoding, ...(shorten && { dimensions }) };

  return fromFunction({
    id,
    dimensions,
    batchSize,
    maxCharacters,
    async embed(texts) {
      const answer = await postEmbeddings(endpoint, { ...asked, input: texts }).catch((cause: EndpointError) => {
        throw new EmbedderError('embedder_unavailable', `${id}: ${cause.message}`, { cause });
      });
      return inOrder(answer, texts.length, id);
    },
  });
}

/** The vectors by the index that each carries: an endpoint may answer in any order. */
function inOrder(answer: unknown, count: number, id: string): ArrayLike<number>[] {
  const { data } = (answer ?? {}) as { data?: unknown };
  const invalid = (what: string) => new EmbedderError('vectors_invalid', `${id} answered ${what}`);
  if (!Array.isArray(data)) throw invalid('without data');
  if (data.length !== count) throw invalid(`with ${data.length} vectors for ${count} texts`);
  const vectors = new Map<unknown, ArrayLike<number>>();
  for (const item of data as ({ index?: unknown; embedding?: unknown } | null)[]) {
    const { index, embedding } = item ?? {};
    const vector = typeof embedding === 'string' ? fromBase64(embedding) : embedding;
    if (!Array.isArray(vector) && !(vector instanceof Float32Array)) throw invalid('with something that is no vector');
    vectors.set(index, vector);
  }
  return Array.from({ length: count }, (_, index) => {
    const vector = vectors.get(index);
    if (!vector) throw invalid(`without a vector of index ${index}`);
    return vector;
  });
}

/** Numbers of 32 bits, least byte first. Undefined where the text is not that. */
function fromBase64(text: string): Float32Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
  } catch {
    return undefined;
  }
}
