import type { VectorizeVector } from '@cloudflare/workers-types';
import { bytesOf, LIMITS, VectorizeFailure } from './limits.ts';

/** @throws {VectorizeFailure} on ids that are too many or too long. */
export function checkIds(operation: 'DELETE' | 'GET', ids: readonly string[]): void {
  const most = operation === 'DELETE' ? LIMITS.deleteBatch : LIMITS.getBatch;
  if (ids.length > most)
    throw new VectorizeFailure(operation, 40007, `too many ids in payload; max id count is ${most}, got ${ids.length}`);
  for (const id of ids) checkId(operation, id);
}

function checkId(operation: 'INSERT' | 'UPSERT' | 'DELETE' | 'GET', id: string): void {
  const size = bytesOf(id);
  if (size > LIMITS.idBytes)
    throw new VectorizeFailure(operation, 40008, `id too long; max is ${LIMITS.idBytes} bytes, got ${size} bytes`);
}

/** @throws {VectorizeFailure} on vectors that are too many, or of which one breaks a limit; none is taken then. */
export function checkVectors(
  operation: 'INSERT' | 'UPSERT',
  vectors: readonly VectorizeVector[],
  dimensions: number,
): void {
  if (vectors.length > LIMITS.upsertBatch)
    throw new VectorizeFailure(operation, 0, `too many vectors; max is ${LIMITS.upsertBatch}, got ${vectors.length}`);
  for (const vector of vectors) checkVector(operation, vector, dimensions);
}

function checkVector(
  operation: 'INSERT' | 'UPSERT',
  { id, values, namespace, metadata = {} }: VectorizeVector,
  dimensions: number,
): void {
  checkId(operation, id);
  if (values.length !== dimensions)
    throw new VectorizeFailure(
      operation,
      40012,
      `invalid vector for id="${id}", expected ${dimensions} dimensions, and got ${values.length} dimensions`,
    );
  if (!Array.from(values).every(Number.isFinite)) throw new VectorizeFailure(operation, 40023, 'failed to parse');
  if (namespace !== undefined && bytesOf(namespace) > LIMITS.namespaceBytes)
    throw new VectorizeFailure(operation, 0, `namespace too long; max is ${LIMITS.namespaceBytes} bytes`);
  // developers.cloudflare.com/vectorize/best-practices/insert-vectors: keys are not empty, hold no dot or quote, begin with no $.
  const badKey = Object.keys(metadata).find((key) => key === '' || key.startsWith('$') || /[."]/.test(key));
  if (badKey !== undefined) throw new VectorizeFailure(operation, 0, `invalid metadata key "${badKey}"`);
  const size = bytesOf(JSON.stringify(metadata));
  if (size > LIMITS.metadataBytes)
    throw new VectorizeFailure(
      operation,
      40016,
      `metadata too large; max is ${LIMITS.metadataBytes} bytes, got ${size}`,
    );
}
