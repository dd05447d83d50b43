import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { Query } from '../wire-types.ts';
import type { createdFeedSchema, FeedView, feedPageSchema, feedQuerySchema, newFeedSchema } from './schema.ts';

/** A feed together with its secret addresses, which are shown this once. */
export type CreatedFeed = z.output<typeof createdFeedSchema>;

/** Secret addresses at which feed readers and calendars follow a profile: `kopru.feeds`. */
export class Feeds extends Resource {
  /** A feed of a profile's matches in Atom and JSON Feed, and the calendar of its meetings. */
  create(feed: z.input<typeof newFeedSchema>, options?: WriteOptions): Call<CreatedFeed> {
    return this.transport.call({ method: 'POST', path: '/v1/feeds', body: feed }, options);
  }

  /** Those that were revoked too, without their addresses. A viewer finds those of its own profile alone. */
  list(
    query?: Query<typeof feedQuerySchema>,
    options?: RequestOptions,
  ): Pages<z.output<typeof feedPageSchema>, FeedView> {
    return this.transport.list('/v1/feeds', query, options);
  }

  /** Its addresses answer nothing more, at once. */
  revoke(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/feeds/${id}` }, options);
  }
}
