import { type Embedder, EmbedderError } from '@kopru/sdk/engine/embedder';

const DIMENSIONS = 64;

/** A small embedder for tests: letters in groups of three, hashed. It sees spelling, not meaning. */
export function createTestEmbedder(): Embedder & { readonly batches: readonly (readonly string[])[] } {
  const batches: (readonly string[])[] = [];
  return {
    id: 'test-trigrams@1',
    dimensions: DIMENSIONS,
    batches,
    async embed(texts) {
      batches.push(texts);
      return texts.map(embedOne);
    },
  };
}

function embedOne(text: string, index: number): Float32Array {
  const letters = text
    .toLowerCase()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  if (letters === '') throw new EmbedderError('text_empty', 'the text has nothing to embed', { index });
  const vector = new Float32Array(DIMENSIONS);
  for (let at = 0; at < letters.length; at++) {
    const hash = [...letters.slice(at, at + 3)].reduce((h, c) => (Math.imul(h, 31) + (c.codePointAt(0) ?? 0)) >>> 0, 7);
    vector[hash % DIMENSIONS] = (vector[hash % DIMENSIONS] as number) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}
