import { embedderConformance } from '@kopru/sdk/engine/conformance';
import { beforeAll, describe, expect, test } from 'vitest';
import { createEmbedder } from '../src/index.ts';
import { createTokeniser, type Tokenise } from '../src/tokenise.ts';
import { cosine, REFERENCE, readWeights, SPELLINGS } from './fixtures.ts';

let embedder: Awaited<ReturnType<typeof createEmbedder>>;
let tokenise: Tokenise;

beforeAll(async () => {
  embedder = await createEmbedder();
  tokenise = createTokeniser(await readWeights('tokenizer.bin'));
});

describe('parity with the reference in NumPy', () => {
  test.each(REFERENCE)('the token ids are equal: $text', ({ text, ids }) => {
    expect(tokenise(text)).toEqual(ids);
  });

  test.each(SPELLINGS)('the token ids are equal after spelling folds: $normal', ({ text, ids }) => {
    expect(tokenise(text)).toEqual(ids);
  });

  test('the vectors point the same way as those of the unquantised weights', async () => {
    const vectors = await embedder.embed(REFERENCE.map(({ text }) => text));
    const cosines = REFERENCE.map(({ vector }, i) => cosine(vector, vectors[i]!)).sort((a, b) => a - b);
    // measured: 0.9983 and 0.9931
    expect(cosines[cosines.length >> 1]).toBeGreaterThan(0.998);
    expect(cosines[0]).toBeGreaterThan(0.992);
  });
});

describe('the conformance suite of embedders', () => {
  for (const { name, run } of embedderConformance(() => embedder)) test(name, run);
});
