/**
 * Stands in for `@kopru/model/workerd` in the Workers of the soaks: the vectors are the conformance
 * suite's hashes under the model's id, so that a run is about everything but the model.
 *
 * @module
 */
import { MODEL } from '@kopru/model/workerd';
import type { Embedder } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';

export { centre, MODEL, sectors } from '@kopru/model/workerd';

export const createEmbedder = async (): Promise<Embedder> => ({ ...hashEmbedder(MODEL.dimensions), id: MODEL.id });
