import { type Embedder, EmbedderError } from '../embedder.ts';

/**
 * A deterministic embedder without a model: hashed letter trigrams. Texts that share words are
 * near each other; it knows nothing of meaning. For tests that are about everything else.
 */
export function hashEmbedder(dimensions = 64): Embedder {
  return {
    id: `hash-${dimensions}@1`,
    dimensions,
    async embed(texts) {
      return texts.map((text, index) => {
        const letters = Array.from(
          text
            .toLowerCase()
            .replace(/[\s\p{C}\p{Z}]+/gu, ' ')
            .trim(),
        );
        if (letters.length === 0)
          throw new EmbedderError('text_empty', `text ${index} has nothing to embed`, { index });
        const vector = new Float32Array(dimensions);
        for (let i = 0; i < Math.max(1, letters.length - 2); i++) {
          const hash = fnv1a(letters.slice(i, i + 3).join(''));
          const d = hash % dimensions;
          vector[d] = (vector[d] as number) + (hash & 0x40000000 ? 1 : -1);
        }
        const length = Math.hypot(...vector);
        // Trigrams may cancel out; a unit vector is owed all the same.
        if (length === 0) vector[0] = 1;
        return vector.map((x) => x / (length || 1));
      });
    },
  };
}

/** FNV-1a, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
