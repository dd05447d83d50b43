import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { MODEL } from '@kopru/model/workerd';
import { embedderConformance, hashEmbedder } from '@kopru/sdk/engine/conformance';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import type { Bindings, EmbedderService } from '../env.ts';
import { runImportsJob } from '../imports/run/job.ts';
import worker from '../index.ts';
import { loadEmbedder } from './embedder.ts';

afterEach(() => vi.restoreAllMocks());

/** An embedder that answers at once, and counts the texts of each call. */
function counting(more: Partial<EmbedderService> = {}) {
  const calls: number[] = [];
  const EMBEDDER: EmbedderService = {
    async embed(texts) {
      calls.push(texts.length);
      return { model: MODEL.id, vectors: await hashEmbedder(MODEL.dimensions).embed(texts) };
    },
    model: async () => MODEL.id,
    ...more,
  };
  return { EMBEDDER, calls };
}

describe('the embedder behind the binding', () => {
  for (const { name, run } of embedderConformance(() => loadEmbedder({ env: bindings }))) test(name, run);

  test('takes many texts in calls of 32, in order, and names the text at fault by its place among all', async () => {
    const texts = Array.from({ length: 70 }, (_, i) => `${i} суғару сенсоры`);
    const { EMBEDDER, calls } = counting();
    const found = await (await loadEmbedder({ env: { EMBEDDER } })).embed(texts);
    expect(calls).toEqual([32, 32, 6]);
    expect(found).toEqual(await hashEmbedder(MODEL.dimensions).embed(texts));

    const real = await loadEmbedder({ env: bindings });
    await expect(real.embed(texts.with(40, ' '))).rejects.toMatchObject({ code: 'text_empty', index: 40 });
    const [last] = await real.embed(texts.slice(-1));
    expect((await real.embed(texts)).at(-1)).toEqual(last);
  });

  test.each([
    [[new Float32Array(MODEL.dimensions)], 2],
    [[new Float32Array(3)], 1],
  ])('gives no vectors of another number or length', async (vectors, count) => {
    const { EMBEDDER } = counting({ embed: async () => ({ model: MODEL.id, vectors }) });
    const { embed } = await loadEmbedder({ env: { EMBEDDER } });
    await expect(embed(Array(count).fill('su'))).rejects.toMatchObject({ code: 'vectors_invalid' });
  });
});

/** What is wrong with an embedder that cannot be asked. */
const AWAY: readonly (readonly [string, EmbedderService['embed'], RegExp])[] = [
  ['does not answer', () => Promise.reject(new Error('Network connection lost.')), /does not answer/],
  [
    'has a damaged model',
    async () => ({ model: MODEL.id, error: { code: 'model_invalid', message: 'layers.bin: truncated.' } }),
    /layers\.bin/,
  ],
  [
    'has another model, as during a deployment',
    async (texts) => ({ model: 'kopru-e5-small@2', vectors: await hashEmbedder(MODEL.dimensions).embed(texts) }),
    /kopru-e5-small@2.+kopru-e5-small@1/,
  ],
];

describe.each(AWAY)('while the embedder %s', (_, embed, told) => {
  const env = { ...bindings, EMBEDDER: { ...counting().EMBEDDER, embed } } as Bindings;
  const errors: string[] = [];

  async function ask(method: string, path: string, key: string, body?: unknown) {
    vi.spyOn(console, 'error').mockImplementation((line) => void errors.push(line));
    const context = createExecutionContext();
    const response = await worker.fetch(
      new Request(`https://kopru.test${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
      env,
      context,
    );
    await waitOnExecutionContext(context);
    // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what the tests are about
    return { status: response.status, headers: response.headers, json: (await response.json()) as any };
  }

  test('a write says so and leaves nothing; a list of a stored profile does not ask it', async () => {
    const { id, key } = await newHub();
    await call('PUT', '/v1/startups/there', { key, body: STARTUP });
    await call('PUT', '/v1/investors/fund', { key, body: INVESTOR });

    const refused = await ask('PUT', '/v1/startups/new', key, STARTUP);
    expect(refused).toMatchObject({ status: 503, json: { code: 'unavailable', detail: expect.stringMatching(told) } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.parse(errors.at(-1) ?? '')).toMatchObject({ name: 'EmbedderError', code: expect.any(String) });
    expect(await call('GET', '/v1/startups/new', { key })).toMatchObject({ status: 404 });

    const pasted = await ask('POST', '/v1/match', key, { kind: 'startup', profile: STARTUP });
    expect(pasted).toMatchObject({ status: 503, json: { code: 'unavailable' } });
    expect((await bindings.CACHE.list({ prefix: `embedding/${id}/` })).keys).toEqual([]);

    const list = await ask('GET', '/v1/startups/there/matches', key);
    expect(list).toMatchObject({ status: 200, json: { matches: [{ id: 'fund' }] } });
    expect(await ask('PUT', '/v1/startups/there', key, { ...STARTUP, name: 'New name' })).toMatchObject({
      status: 200,
    });
    expect(await call('PUT', '/v1/startups/new', { key, body: STARTUP })).toMatchObject({ status: 201 });
  });

  test('an import waits for it, however often it is tried, and is then done', async () => {
    const { key } = await newHub();
    const { json } = await call('POST', '/v1/imports?kind=startup', {
      key,
      body: JSON.stringify({ id: 'a', profile: STARTUP }),
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const run = (of: Bindings) =>
      runImportsJob.run({ env: of, db: bindings.DB.withSession('first-primary'), now: new Date() });
    for (let i = 0; i < 15; i++) await expect(run(env)).rejects.toThrow(told);
    const state = async () => (await call('GET', `/v1/imports/${json.id}`, { key })).json;
    expect(await state()).toMatchObject({ state: 'running', rows: { imported: 0, failed: 0 } });
    await run(bindings);
    expect(await state()).toMatchObject({ state: 'completed', rows: { imported: 1 } });
  });
});
