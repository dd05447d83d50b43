import type { KVNamespace } from '@cloudflare/workers-types';
import type { Embedder } from '@kopru/sdk/engine';
import { sha256 } from './sha256.ts';

/** How long the vector of a pasted text is kept, in seconds. */
const LIFETIME = 3600;

/**
 * An embedder that keeps vectors in KV under the hub and a hash of the text, for texts that are
 * asked about and not stored: a list that is paged or shown in another language embeds once.
 * The model is loaded only for texts that are new.
 */
export function cachedEmbedder(
  cache: KVNamespace,
  hubId: string,
  { id, dimensions, centre }: Pick<Embedder, 'id' | 'dimensions' | 'centre'>,
  load: () => Promise<Embedder>,
): Embedder {
  return {
    id,
    dimensions,
    // Kept are the plain vectors; to centre one needs no model.
    ...(centre && { centre }),
    async embed(texts) {
      const keys = await Promise.all(texts.map(async (text) => `embedding/${hubId}/${id}/${await sha256(text)}`));
      const vectors = await Promise.all(
        keys.map(async (key) => toVector(await cache.get(key, 'arrayBuffer').catch(() => null), dimensions)),
      );
      const missing = texts.flatMap((_, i) => (vectors[i] ? [] : [i]));
      if (missing.length > 0) {
        const fresh = await (await load()).embed(missing.map((i) => texts[i] as string));
        for (const [j, i] of missing.entries()) vectors[i] = fresh[j];
        // What cannot be read or kept, as when two requests write one key, only costs time.
        await Promise.allSettled(
          missing.map((i) => cache.put(keys[i] as string, bytesOf(vectors[i]!), { expirationTtl: LIFETIME })),
        );
      }
      return vectors as Float32Array[];
    },
  };
}

const bytesOf = (vector: Float32Array): ArrayBuffer =>
  vector.buffer.slice(vector.byteOffset, vector.byteOffset + vector.byteLength) as ArrayBuffer;

const toVector = (bytes: ArrayBuffer | null, dimensions: number): Float32Array | undefined =>
  bytes?.byteLength === dimensions * 4 ? new Float32Array(bytes) : undefined;
