import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { RequestOptions, WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { Weights, weightsUpdateSchema } from './schema.ts';

/** What counts in a match of this hub, and why: `kopru.weights`. */
export class HubWeights extends Resource {
  /** How much each signal counts, with its default, its range, and what moved it. */
  get(options?: RequestOptions): Call<Weights> {
    return this.transport.call({ method: 'GET', path: '/v1/weights' }, options);
  }

  /** Sets weights by hand, in place of those that were set before; the others are learned. */
  set(update: z.input<typeof weightsUpdateSchema>, options?: WriteOptions): Call<Weights> {
    return this.transport.call({ method: 'PUT', path: '/v1/weights', body: update }, options);
  }

  /** From now on answers move nothing. */
  freeze(options?: WriteOptions): Call<Weights> {
    return this.transport.call({ method: 'POST', path: '/v1/weights/freeze' }, options);
  }

  /** From now on answers move the weights again. */
  unfreeze(options?: WriteOptions): Call<Weights> {
    return this.transport.call({ method: 'POST', path: '/v1/weights/unfreeze' }, options);
  }

  /** Back to the defaults: nothing learned, nothing set. */
  reset(options?: WriteOptions): Call<Weights> {
    return this.transport.call({ method: 'POST', path: '/v1/weights/reset' }, options);
  }
}
