/**
 * How one knows which writes queries see. Vectorize works mutations off in their order, some seconds to minutes
 * after it took them. Behind each batch goes a marker, a vector of the same namespace that carries the number of
 * the last write: once a query finds it with that number, it finds all that went before.
 *
 * @module
 */
import type { Vectorize } from '@cloudflare/workers-types';
import type { Model } from '../matches/stored-entry.ts';
import { markerId } from './layout.ts';
import type { Space } from './space-store.ts';

/** No kind of profile. */
const KIND = 'marker';

const valuesOf = ({ dimensions }: Model) => new Float32Array(dimensions).fill(1);

export async function sendMarker(vectors: Vectorize, model: Model, { namespace, epoch, sent }: Space): Promise<void> {
  const metadata = { kind: KIND, epoch, sequence: sent };
  await vectors.upsert([{ id: markerId(namespace), namespace, values: valuesOf(model), metadata }]);
}

/** Up to which write of this epoch queries see; undefined while they see no marker of it. */
export async function seenMarker(
  vectors: Vectorize,
  model: Model,
  { namespace, epoch }: Space,
): Promise<number | undefined> {
  const { matches } = await vectors.query(valuesOf(model), {
    namespace,
    topK: 1,
    filter: { kind: KIND },
    returnMetadata: 'all',
  });
  const { epoch: of, sequence } = (matches[0]?.metadata ?? {}) as { epoch?: string; sequence?: number };
  return of === epoch ? sequence : undefined;
}
