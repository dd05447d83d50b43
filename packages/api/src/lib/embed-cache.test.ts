import type { KVNamespace } from '@cloudflare/workers-types';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { cachedEmbedder, prefixOf } from './embed-cache.ts';
import { forgetKeys } from './forget-keys.ts';

const embedder = hashEmbedder();
const texts = ['Suvarma suyunu ölçürük.', 'Torpağı qoruyuruq.', 'Fermerlər az ödəyir.'];

/** The cache of the Worker, with a count of its operations. */
function counted(): { cache: KVNamespace; operations: string[] } {
  const operations: string[] = [];
  const cache = new Proxy(bindings.CACHE, {
    get: (target, name: keyof KVNamespace) => {
      operations.push(name);
      return (target[name] as (...args: unknown[]) => unknown).bind(target);
    },
  });
  return { cache, operations };
}

test('the texts of one call take one read and one write, and the model once', async () => {
  const { cache, operations } = counted();
  let loads = 0;
  const load = async () => {
    loads++;
    return embedder;
  };
  const fresh = await cachedEmbedder(cache, 'h1', embedder, load).embed(texts);
  expect(operations).toEqual(['get', 'put']);
  const again = await cachedEmbedder(cache, 'h1', embedder, load).embed(texts);
  expect(again).toEqual(fresh);
  expect(fresh).toEqual(await embedder.embed(texts));
  expect([operations, loads]).toEqual([['get', 'put', 'get'], 1]);
  await cachedEmbedder(cache, 'h2', embedder, load).embed(texts);
  expect(loads).toBe(2);
});

test('all that is kept under a hub can be forgotten, and nothing of another', async () => {
  for (const hub of ['h3', 'h4'])
    await cachedEmbedder(bindings.CACHE, hub, embedder, async () => embedder).embed(texts);
  await forgetKeys(bindings.CACHE, prefixOf('h3'));
  const kept = async (hub: string) => (await bindings.CACHE.list({ prefix: `embedding/${hub}/` })).keys.length;
  expect([await kept('h3'), await kept('h4')]).toEqual([0, 1]);
});

test('a cache that fails or holds something else costs only time', async () => {
  const broken = {
    get: async () => new ArrayBuffer(7),
    put: async () => {
      throw new Error('full');
    },
  } as unknown as KVNamespace;
  const vectors = await cachedEmbedder(broken, 'h5', embedder, async () => embedder).embed(texts);
  expect(vectors).toEqual(await embedder.embed(texts));
});
