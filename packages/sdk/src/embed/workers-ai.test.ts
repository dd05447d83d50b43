import type { Ai } from '@cloudflare/workers-types';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { embedderConformance, hashEmbedder } from '../engine/conformance/index.ts';
import { type WorkersAiBinding, workersAi } from './workers-ai.ts';

const hash = hashEmbedder(1024);

/** What the platform documents of the binding; the real one needs an account. */
function bindingOf(calls: { model: string; texts: number }[] = []): WorkersAiBinding {
  return {
    async run(model, { text }) {
      calls.push({ model, texts: text.length });
      if (text.length > 100) throw new Error('5006: maxItems');
      const data = (await hash.embed(text)).map((vector) => Array.from(vector));
      return { shape: [data.length, 1024], data };
    },
  };
}

describe('an embedder of Workers AI', () => {
  for (const { name, run } of embedderConformance(() => workersAi({ ai: bindingOf() }))) test(name, run);

  test('takes the binding that the platform types', () => {
    expectTypeOf<Ai>().toExtend<WorkersAiBinding>();
  });

  test('asks bge-m3, with 100 texts a call', async () => {
    const calls: { model: string; texts: number }[] = [];
    const embedder = workersAi({ ai: bindingOf(calls) });
    expect(embedder.id).toBe('cf/baai/bge-m3@1024');
    expect(await embedder.embed(Array.from({ length: 250 }, (_, i) => `su ${i}`))).toHaveLength(250);
    expect(calls.map(({ texts }) => texts)).toEqual([100, 100, 50]);
    expect(new Set(calls.map(({ model }) => model))).toEqual(new Set(['@cf/baai/bge-m3']));
  });

  test('says that the binding failed, and why', async () => {
    const cause = new Error('3040: Capacity temporarily exceeded');
    const embedder = workersAi({ ai: { run: () => Promise.reject(cause) } });
    await expect(embedder.embed(['su'])).rejects.toMatchObject({ code: 'embedder_unavailable', cause });
  });

  test.each([{ request_id: 'queued' }, { response: 'a chat model' }, null])(
    'refuses an answer of %o',
    async (answer) => {
      const embedder = workersAi({ ai: { run: async () => answer } });
      await expect(embedder.embed(['su'])).rejects.toMatchObject({
        code: 'vectors_invalid',
        message: '@cf/baai/bge-m3 answered without data; is it an embedding model?',
      });
    },
  );
});
