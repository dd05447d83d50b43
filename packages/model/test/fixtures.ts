import { readFile } from 'node:fs/promises';
import referenceRows from './reference.json' with { type: 'json' };
import spellingRows from './spellings.json' with { type: 'json' };

const parseIds = (ids: string): number[] => ids.split(' ').map(Number);

/** Texts with the ids and vectors that the reference (NumPy, the unquantised float16 weights) gives. */
export const REFERENCE = referenceRows.map(({ text, ids, vector }) => ({
  text,
  ids: parseIds(ids),
  vector: Float32Array.from(new Float16Array(new Uint8Array(Buffer.from(vector, 'base64')).buffer)),
}));

/** Random strings of letters, signs and marks that spelling folds touch, with what the reference makes of them. */
export const SPELLINGS = spellingRows.map(({ text, normal, ids }) => ({ text, normal, ids: parseIds(ids) }));

/** A file of `weights/`. */
export async function readWeights(name: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(new URL(`../weights/${name}`, import.meta.url))).buffer;
}

/** Cosine of the angle between two vectors. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    aa += a[i]! ** 2;
    bb += b[i]! ** 2;
  }
  return dot / Math.sqrt(aa * bb);
}
