import { describe, expect, test } from 'vitest';
import { createVectorIndex } from '../vector-index.ts';
import { embedderConformance, hashEmbedder, vectorIndexConformance } from './index.ts';

describe('the hash embedder', () => {
  for (const { name, run } of embedderConformance(() => hashEmbedder())) test(name, run);
});

describe('the exact index', () => {
  for (const { name, run } of vectorIndexConformance(createVectorIndex)) test(name, run);
});

describe('the suites themselves', () => {
  test('fail an embedder that breaks its contract', async () => {
    const good = hashEmbedder();
    const broken = {
      'one vector short': { ...good, embed: async (texts: readonly string[]) => (await good.embed(texts)).slice(1) },
      'vectors not of length 1': {
        ...good,
        embed: async (texts: readonly string[]) => (await good.embed(texts)).map((v) => v.map((x) => 2 * x)),
      },
      'no version in the id': { ...good, id: 'hash' },
      'centres to another length': { ...good, centre: (vector: Float32Array) => vector.map((x) => 2 * x) },
      'takes an empty text': {
        ...good,
        embed: async (texts: readonly string[]) => good.embed(texts.map((t) => `a${t}`)),
      },
    };
    for (const [fault, embedder] of Object.entries(broken)) {
      const results = await Promise.allSettled(embedderConformance(() => embedder).map(({ run }) => run()));
      expect(
        results.some(({ status }) => status === 'rejected'),
        fault,
      ).toBe(true);
    }
  });

  test('fail an index that forgets a removal', async () => {
    const forgetful = (dimensions: number) => Object.assign(createVectorIndex(dimensions), { delete: () => undefined });
    const results = await Promise.allSettled(vectorIndexConformance(forgetful).map(({ run }) => run()));
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});
