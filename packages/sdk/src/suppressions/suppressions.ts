import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { Query } from '../wire-types.ts';
import type { newSuppressionSchema, Suppression, suppressionPageSchema, suppressionQuerySchema } from './schema.ts';

/** Addresses that get no more mail of the hub, whatever is subscribed or imported: `kopru.suppressions`. */
export class Suppressions extends Resource {
  /** Newest first; with `email` the one of an address, since only a hash of each is kept. */
  list(
    query?: Query<typeof suppressionQuerySchema>,
    options?: RequestOptions,
  ): Pages<z.output<typeof suppressionPageSchema>, Suppression> {
    return this.transport.list('/v1/suppressions', query, options);
  }

  /** Ends the subscriptions of an address, and keeps it from all mail of the hub. */
  add(suppression: z.input<typeof newSuppressionSchema>, options?: WriteOptions): Call<Suppression> {
    return this.transport.call({ method: 'POST', path: '/v1/suppressions', body: suppression }, options);
  }

  /**
   * Takes an address off the list, where staff put it there or it bounced. Who unsubscribed or complained comes back
   * by a link of an earlier mail alone.
   */
  remove(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/suppressions/${id}` }, options);
  }
}
