import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmbedder } from '../src/index.ts';
import { bundle } from './bundle.ts';
import { REFERENCE, readWeights } from './fixtures.ts';

describe('in workerd', () => {
  let worker: Miniflare;

  beforeAll(async () => {
    const kernel = new Uint8Array(await readWeights('kernel.wasm'));
    worker = new Miniflare({
      workers: [
        {
          config: {
            name: 'embedder',
            compatibilityDate: '2026-08-01',
            manifest: {
              mainModule: 'test/worker.js',
              modulesRoot: '/',
              modules: {
                'test/worker.js': { type: 'esm', contents: await bundle('worker.ts') },
                'weights/kernel.wasm': { type: 'wasm', contents: kernel },
              },
            },
            env: { ASSETS: { type: 'assets' } },
            assets: {
              directory: fileURLToPath(new URL('../weights', import.meta.url)),
              hasUserWorker: true,
              runWorkerFirst: true,
            },
          },
        },
      ],
    });
    await worker.ready;
  }, 60_000);

  afterAll(() => worker?.dispose());

  test('gives the same vectors as in Node, with the weights from static assets', { timeout: 60_000 }, async () => {
    const texts = REFERENCE.slice(0, 5).map(({ text }) => text);
    const response = await worker.dispatchFetch('https://worker.local/', {
      method: 'POST',
      body: JSON.stringify(texts),
    });
    const answer = await response.text();
    const vectors = await (await createEmbedder()).embed(texts);
    expect(JSON.parse(answer)).toEqual(vectors.map((vector) => [...vector]));
  });
});
