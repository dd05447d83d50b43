import { describe, expect, test } from 'vitest';
import { embedderConformance, hashEmbedder } from '../engine/conformance/index.ts';
import { createMatcher } from '../engine/matcher.ts';
import { fromFunction, modelId } from './from-function.ts';

const hash = hashEmbedder();
const options = { id: 'own@1', dimensions: 64, embed: (texts: readonly string[]) => hash.embed(texts) };

describe('an embedder of a function', () => {
  for (const { name, run } of embedderConformance(() => fromFunction({ ...options, batchSize: 2 }))) test(name, run);

  test('brings vectors to length 1 and calls with no more texts than a batch has', async () => {
    const calls: number[] = [];
    const embedder = fromFunction({
      id: 'own@1',
      dimensions: 2,
      batchSize: 2,
      embed: async (texts) => {
        calls.push(texts.length);
        return texts.map((text) => [3 * text.length, 4 * text.length]);
      },
    });
    const vectors = await embedder.embed(['a', 'bb', 'ccc', 'dddd', 'eeeee']);
    expect(calls).toEqual([2, 2, 1]);
    expect(vectors).toEqual(Array(5).fill(Float32Array.of(0.6, 0.8)));
  });

  test('cuts a longer text at its end and leaves no half of a pair', async () => {
    const seen: string[] = [];
    const embed = async (texts: readonly string[]) => {
      seen.push(...texts);
      return hash.embed(texts);
    };
    await fromFunction({ ...options, embed, maxCharacters: 4 }).embed(['tarla', 'ta🚜', 'tar🚜']);
    expect(seen).toEqual(['tarl', 'ta🚜', 'tar\ufffd']);
  });

  test.each([
    ['too few', [], 'own@1 gave 0 vectors for 1 texts'],
    ['another length', [[1, 2, 3]], 'own@1 gave a vector of 3 dimensions, expected 2'],
    ['zeros', [[0, 0]], 'own@1 gave a vector without a direction'],
    ['no number', [[Number.NaN, 1]], 'own@1 gave a vector without a direction'],
  ])('refuses vectors that are no vectors: %s', async (_, vectors, message) => {
    const embedder = fromFunction({ id: 'own@1', dimensions: 2, embed: async () => vectors });
    await expect(embedder.embed(['su'])).rejects.toMatchObject({ code: 'vectors_invalid', message });
  });

  test('says that the function failed, even at once, and why', async () => {
    const cause = new Error('no such model');
    const embed = () => {
      throw cause;
    };
    const embedder = fromFunction({ ...options, embed });
    await expect(embedder.embed(['su'])).rejects.toMatchObject({ code: 'embedder_unavailable', cause });
  });

  test.each([{ id: 'own' }, { dimensions: 0 }, { dimensions: 1.5 }, { batchSize: 0 }, { maxCharacters: Number.NaN }])(
    'refuses options that mean nothing: %o',
    (wrong) => {
      expect(() => fromFunction({ ...options, ...wrong })).toThrow(RangeError);
    },
  );

  test('names models in the letters of an id', () => {
    expect(modelId('@cf/baai/bge-m3', 1024)).toBe('cf/baai/bge-m3@1024');
    expect(modelId('nomic-embed-text:v1.5', 768)).toBe('nomic-embed-text-v1.5@768');
  });

  test('has a matcher refuse vectors of another id', async () => {
    let id = 'own@1';
    const embedder = {
      ...fromFunction(options),
      get id() {
        return id;
      },
    };
    const matcher = createMatcher({ embedder });
    id = 'own@2';
    const added = matcher.add('startup', 's', { name: 'Su', pitch: 'Su sayğacları.', consent: { matching: true } });
    await expect(added).rejects.toThrow('a vector of own@2 cannot be compared with vectors of own@1');
  });
});
