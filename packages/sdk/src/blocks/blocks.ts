import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { Query } from '../wire-types.ts';
import type { BlockView, blockPageSchema, blockQuerySchema, blockRequestSchema } from './schema.ts';

/** Whose requests a profile does not want: `kopru.blocks`. */
export class Blocks extends Resource {
  /** Its requests no longer reach the owner. It never learns so: they are not answered, and expire. */
  create(request: z.input<typeof blockRequestSchema>, options?: WriteOptions): Call<BlockView> {
    return this.transport.call({ method: 'POST', path: '/v1/blocks', body: request }, options);
  }

  /** Those of the hub, or of one profile. A viewer finds those of its own profile alone. */
  list(
    query?: Query<typeof blockQuerySchema>,
    options?: RequestOptions,
  ): Pages<z.output<typeof blockPageSchema>, BlockView> {
    return this.transport.list('/v1/blocks', query, options);
  }

  /** Lets requests through again. */
  delete(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/blocks/${id}` }, options);
  }
}
