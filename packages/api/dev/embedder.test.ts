import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createEmbedder, MODEL } from '@kopru/model';
import { convertV4MiniflareOptions, Miniflare, Response } from 'miniflare';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { embedderWorker } from './worker-options.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const WEIGHTS = join(root, 'packages/model/weights');
const TEXTS = ['Muğan düzündə torpağın duzluluğunu ölçən zondlar', 'Тоо жайытындагы койлорго моюнча тагабыз'];

/** What asks the embedder, as the API does: so many calls at once, or one for whose answer it does not wait. */
const CALLER = `export default {
  async fetch(request, { EMBEDDER }) {
    const { texts, calls, wait, model } = await request.json();
    if (model) return Response.json(await EMBEDDER.model().catch(({ message }) => ({ message })));
    const asked = Promise.all(Array.from({ length: calls }, () => EMBEDDER.embed(texts)));
    if (!wait) return Response.json([]);
    const answers = await asked;
    return Response.json(answers.map(({ vectors, ...rest }) => ({ ...rest, vectors: vectors?.map((v) => [...v]) })));
  },
};`;

interface Answer {
  readonly model: string;
  readonly vectors?: readonly number[][];
  readonly error?: { readonly code: string; readonly message: string };
}

/** The built embedder, with what it reads of its weights. */
let read: string[];
/** What stands in the place of a file that is read next. */
let damaged: Record<string, Uint8Array>;
let miniflare: Miniflare;

beforeEach(async () => {
  [read, damaged] = [[], {}];
  const embedder = await embedderWorker(root, join(root, 'packages/api/dist/worker'));
  const ASSETS = async ({ url }: { readonly url: string }) => {
    const name = new URL(url).pathname.slice(1);
    read.push(name);
    await sleep(20);
    return new Response(damaged[name] ?? (await readFile(join(WEIGHTS, name))));
  };
  miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      workers: [
        {
          name: 'caller',
          modules: true,
          script: CALLER,
          compatibilityDate: '2026-10-15',
          serviceBindings: { EMBEDDER: 'kopru-embedder' },
        },
        { ...embedder, assets: undefined, serviceBindings: { ASSETS } },
      ],
    } as Parameters<typeof convertV4MiniflareOptions>[0]),
  );
});
afterEach(() => miniflare.dispose());

async function ask(body: object): Promise<readonly Answer[]> {
  const response = await miniflare.dispatchFetch('http://caller/', {
    method: 'POST',
    body: JSON.stringify({ texts: TEXTS, calls: 1, wait: true, ...body }),
  });
  return (await response.json()) as Answer[];
}

test('calls that come at once share one load, and get the vectors that Node makes, to the bit', async () => {
  const answers = await ask({ calls: 8 });
  const expected = await (await createEmbedder()).embed(TEXTS);
  expect(answers).toEqual(Array(8).fill({ model: MODEL.id, vectors: expected.map((vector) => [...vector]) }));
  expect(read.toSorted()).toEqual(['embeddings.bin', 'layers.bin', 'manifest.json', 'tokenizer.bin']);
  await ask({});
  expect(read).toHaveLength(4);
});

test('a load goes on for the others when the call that began it goes away', async () => {
  expect(await ask({ wait: false })).toEqual([]);
  while (read.length === 0) await sleep(1);
  const [answer] = await ask({});
  expect(answer?.vectors).toHaveLength(2);
  expect(read).toHaveLength(4);
});

test('a file that is damaged fails all that wait, and is read again by the next call', async () => {
  damaged = { 'layers.bin': new Uint8Array(10) };
  const answers = await ask({ calls: 3 });
  expect(answers.map(({ error }) => error)).toEqual(
    Array(3).fill({ code: 'model_invalid', message: expect.stringContaining('layers.bin') }),
  );
  damaged = {};
  expect((await ask({}))[0]?.vectors).toHaveLength(2);
});

test('it names its model without loading it, and says where the weights are of another', async () => {
  expect(await ask({ model: true })).toBe(MODEL.id);
  expect(read).toEqual(['manifest.json']);
  damaged = { 'manifest.json': new TextEncoder().encode('{"id":"kopru-e5-small@2"}') };
  expect(await ask({ model: true })).toEqual({ message: 'the weights are of another model' });
});
