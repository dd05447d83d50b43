import { EmbedderError } from '@kopru/sdk/engine';
import { embedderConformance } from '@kopru/sdk/engine/conformance';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmbedder } from './index.ts';
import { createThreadedEmbedder, FEWEST_FOR_THREADS, type ThreadedEmbedder } from './threads.ts';

/** Texts that differ, enough of them for threads. */
const texts = (count: number): string[] => Array.from({ length: count }, (_, i) => `Sulama sensörü ${i}`);

describe('the model in threads', () => {
  let embedder: ThreadedEmbedder;

  beforeAll(() => {
    embedder = createThreadedEmbedder({ threads: 2 });
  });
  afterAll(() => embedder.close());

  // The suite gives a few texts at a time, which need no thread; each is asked among many others as well.
  for (const { name, run } of embedderConformance(() => createThreadedEmbedder({ threads: 2 }))) test(name, run);
  for (const { name, run } of embedderConformance(() => amongOthers(embedder))) test(`${name}, in a thread`, run);

  test('gives many texts the vectors that one model alone gives, in order', async () => {
    const many = texts(FEWEST_FOR_THREADS + 16);
    const alone = await (await createEmbedder()).embed(many);
    expect(await embedder.embed(many)).toEqual(alone);
  });

  test('answers calls that overlap each with its own', async () => {
    const [some, others] = [texts(FEWEST_FOR_THREADS), texts(FEWEST_FOR_THREADS).map((text) => `${text} metre`)];
    const [a, b] = await Promise.all([embedder.embed(some), embedder.embed(others)]);
    expect([a.length, b.length]).toEqual([FEWEST_FOR_THREADS, FEWEST_FOR_THREADS]);
    expect(a).toEqual(await embedder.embed(some));
    expect(b).toEqual(await embedder.embed(others));
    expect(b).not.toEqual(a);
  });

  test('names the first of several texts with nothing to embed by its position in the whole batch', async () => {
    const bad = texts(FEWEST_FOR_THREADS + 26).map((text, i) =>
      i === 21 || i === 41 || i === FEWEST_FOR_THREADS + 25 ? ' ' : text,
    );
    const error = await embedder.embed(bad).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EmbedderError);
    expect(error).toMatchObject({ code: 'text_empty', index: 21, message: 'text 21 has nothing to embed' });
  });

  test('rejects what waits when it is closed, and starts anew when it is asked again', async () => {
    const waits = expect(embedder.embed(texts(FEWEST_FOR_THREADS + 26))).rejects.toMatchObject({
      code: 'embedder_unavailable',
      message: 'the embedder was closed',
    });
    await embedder.close();
    await waits;
    expect(await embedder.embed(texts(FEWEST_FOR_THREADS))).toHaveLength(FEWEST_FOR_THREADS);
  });
});

test('refuses a number of threads that is none', () => {
  for (const threads of [0, 5, 1.5, Number.NaN]) expect(() => createThreadedEmbedder({ threads })).toThrow(RangeError);
});

/** The same embedder, which is given each batch behind so many other texts that it goes to threads. */
function amongOthers(embedder: ThreadedEmbedder): ThreadedEmbedder {
  const others = texts(FEWEST_FOR_THREADS);
  return {
    ...embedder,
    async embed(batch) {
      if (batch.length === 0) return [];
      const vectors = await embedder.embed([...others, ...batch]).catch((error: unknown) => {
        const { code, message, index } = error as EmbedderError;
        throw new EmbedderError(code, message, index === undefined ? {} : { index: index - others.length });
      });
      return vectors.slice(others.length);
    },
  };
}
