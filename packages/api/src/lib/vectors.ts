/**
 * Vectors as text: base64 of int8, one vector after the other.
 *
 * @module
 */
import type { Vector } from '@kopru/sdk/engine';

export function encodeVectors(vectors: readonly Vector[]): string {
  const dimensions = vectors[0]?.length ?? 0;
  const bytes = new Uint8Array(vectors.length * dimensions);
  for (const [i, vector] of vectors.entries())
    bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, dimensions), i * dimensions);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** @throws {RangeError} when the text does not hold whole vectors of this many dimensions. */
export function decodeVectors(text: string, dimensions: number): Vector[] {
  const binary = atob(text);
  if (binary.length % dimensions !== 0) {
    throw new RangeError(`${binary.length} bytes are not whole vectors of ${dimensions}`);
  }
  const bytes = Int8Array.from(binary, (c) => c.charCodeAt(0));
  return Array.from({ length: binary.length / dimensions }, (_, i) =>
    bytes.subarray(i * dimensions, (i + 1) * dimensions),
  );
}
