import type { KVNamespace } from '@cloudflare/workers-types';
import type { Embedder } from '@kopru/sdk/engine';
import { sha256 } from './sha256.ts';

/** How long the vectors of a pasted text are kept, in seconds. */
export const LIFETIME = 3600;

/** Under what the vectors of a hub stand in KV. */
export const prefixOf = (hubId: string): string => `embedding/${hubId}/`;

/**
 * An embedder that keeps vectors in KV under the hub and a hash of the texts, for profiles that are
 * asked about and not stored: a list that is paged or shown in another language embeds once. The texts
 * of one call share a key, so that a profile takes one operation and not one for each of its
 * sentences. The embedder is asked only for texts that are new.
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
      const key = `${prefixOf(hubId)}${id}/${await sha256(JSON.stringify(texts))}`;
      // What cannot be read or kept, as when two requests write one key, only costs time.
      const kept = toVectors(await cache.get(key, 'arrayBuffer').catch(() => null), texts.length, dimensions);
      if (kept) return kept;
      const vectors = await (await load()).embed(texts);
      await cache.put(key, bytesOf(vectors, dimensions), { expirationTtl: LIFETIME }).catch(() => undefined);
      return vectors;
    },
  };
}

function bytesOf(vectors: readonly Float32Array[], dimensions: number): ArrayBuffer {
  const all = new Float32Array(vectors.length * dimensions);
  for (const [i, vector] of vectors.entries()) all.set(vector, i * dimensions);
  return all.buffer;
}

/** None when the bytes are not those of so many vectors. */
function toVectors(bytes: ArrayBuffer | null, count: number, dimensions: number): Float32Array[] | undefined {
  if (bytes?.byteLength !== count * dimensions * 4) return undefined;
  return Array.from({ length: count }, (_, i) => new Float32Array(bytes, i * dimensions * 4, dimensions));
}
