import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Fault, startEmbeddingsServer } from '../../test/embeddings-server.ts';
import { embedderConformance, hashEmbedder } from '../engine/conformance/index.ts';
import { type OpenaiCompatibleOptions, openaiCompatible } from './openai-compatible.ts';

const KEY = 'sk-secret-0123456789';
const hash = hashEmbedder();

let server: Awaited<ReturnType<typeof startEmbeddingsServer>>;
beforeAll(async () => {
  server = await startEmbeddingsServer(hash, KEY);
});
afterAll(() => server.stop());
beforeEach(() => {
  server.requests.length = 0;
  server.faults.length = 0;
});

const embedder = (options: Partial<OpenaiCompatibleOptions> = {}) =>
  openaiCompatible({ baseUrl: server.baseUrl, apiKey: KEY, model: 'hash', dimensions: 64, ...options });

/** The error of an embedder that meets these faults. */
async function failing(faults: Fault[], options: Partial<OpenaiCompatibleOptions> = {}): Promise<Error> {
  server.faults.push(...faults);
  const error = await embedder(options)
    .embed(['su'])
    .catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Error);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
  return error as Error;
}

describe.each(['float', 'base64'] as const)(
  'an embedder of an endpoint that answers in any order, in %s',
  (encoding) => {
    for (const { name, run } of embedderConformance(() => embedder({ encoding }))) test(name, run);

    test('gives the vectors of the endpoint, whatever the batches', async () => {
      const texts = Array.from({ length: 7 }, (_, i) => `suvarma ${i}`);
      const [given, expected] = [await embedder({ encoding, batchSize: 3 }).embed(texts), await hash.embed(texts)];
      expect(server.requests.map(({ input }) => input.length)).toEqual([3, 3, 1]);
      for (const [i, vector] of given.entries())
        for (const [d, x] of vector.entries()) expect(x).toBeCloseTo(expected[i]![d]!, 6);
    });
  },
);

describe('what is asked', () => {
  test('names the model, and asks for its dimensions only when it is to shorten', async () => {
    await embedder().embed(['su']);
    await embedder({ shorten: true, baseUrl: `${server.baseUrl}/` }).embed(['su']);
    expect(server.requests).toEqual([
      { model: 'hash', encoding_format: 'float', input: ['su'] },
      { model: 'hash', encoding_format: 'float', input: ['su'], dimensions: 64 },
    ]);
  });

  test('goes through the fetch that is given', async () => {
    const urls: unknown[] = [];
    const own: typeof fetch = (url, init) => {
      urls.push(url);
      return fetch(url, init);
    };
    await embedder({ fetch: own }).embed(['su']);
    expect(urls).toEqual([`${server.baseUrl}/embeddings`]);
  });
});

describe('what goes wrong', () => {
  test('a wrong key: status and code, once, and never the key', async () => {
    const wrong = embedder({ apiKey: `${KEY}-wrong` });
    const error = await wrong.embed(['su']).catch((e: unknown) => e);
    expect(error).toMatchObject({
      code: 'embedder_unavailable',
      message: 'hash@64: the endpoint answered 401 (invalid_api_key)',
      cause: { name: 'EndpointError', status: 401, code: 'invalid_api_key' },
    });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
  });

  test('a code that repeats the key is left out', async () => {
    const error = await failing([{ status: 403, body: { error: { code: KEY } } }]);
    expect(error.message).toBe('hash@64: the endpoint answered 403');
  });

  test('429 and 503 are asked again after the time that they name', async () => {
    const later = { headers: { 'retry-after': '0' } };
    server.faults.push({ status: 429, ...later }, { status: 503, ...later });
    expect(await embedder().embed(['su'])).toHaveLength(1);
    expect(server.requests).toHaveLength(3);
  });

  test('what stays so is told, with the time to come back', async () => {
    const later = { status: 429, body: { error: { type: 'rate_limit_exceeded' } }, headers: { 'retry-after': '0' } };
    const error = await failing([later, later, later]);
    expect(error.cause).toMatchObject({ status: 429, code: 'rate_limit_exceeded', retryAfter: 0 });
    expect(server.requests).toHaveLength(3);
  });

  test('a time too long to wait is told at once', async () => {
    const error = await failing([{ status: 429, headers: { 'retry-after': '3600' } }]);
    expect(error.cause).toMatchObject({ status: 429, retryAfter: 3600 });
    expect(server.requests).toHaveLength(1);
  });

  test('no server at all', async () => {
    const error = await failing([], { baseUrl: 'http://127.0.0.1:1', retries: 0 });
    expect(error).toMatchObject({ code: 'embedder_unavailable', message: 'hash@64: no answer' });
  });

  test('an answer that is not JSON, of which no word is repeated', async () => {
    const error = await failing([{ body: `<html>${KEY}` }], { retries: 0 });
    expect(error.message).toBe('hash@64: the answer is not JSON');
  });

  const vector = Array(64).fill(1);
  test.each([
    ['with vectors of another length', { data: [{ index: 0, embedding: [1, 2] }] }],
    ['with base64 of another length', { data: [{ index: 0, embedding: 'AACAPw==' }] }],
    ['with what is not base64', { data: [{ index: 0, embedding: '*' }] }],
    ['without data', { object: 'list' }],
    ['with too many vectors', { data: [vector, vector].map((embedding, index) => ({ index, embedding })) }],
    ['with an index that nobody asked for', { data: [{ index: 1, embedding: vector }] }],
    ['with nothing in data', { data: [null] }],
  ])('an answer %s', async (_, body) => {
    expect(await failing([{ body }])).toMatchObject({ code: 'vectors_invalid' });
  });

  test('options that mean nothing, without repeating a secret', () => {
    for (const options of [
      { baseUrl: 'v1' },
      { baseUrl: `http://user:${KEY}@127.0.0.1/` },
      { apiKey: `${KEY}\n` },
      { batchSize: 0 },
    ]) {
      expect(() => embedder(options)).toThrow(RangeError);
      expect(() => embedder(options)).not.toThrow(KEY);
    }
  });
});
