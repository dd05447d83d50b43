import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { CreatedKey, KeyName } from '../keys/keys.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery } from '../wire-types.ts';
import type { createdHubSchema, hubPageSchema, newHubSchema } from './schema.ts';

/** A tenant, as the operator sees it. */
export type HubSummary = z.output<typeof hubPageSchema>['items'][number];

/** The hubs of a deployment: `kopru.hubs`, with an operator key. */
export class Hubs extends Resource {
  /** Every hub of the deployment. */
  list(query?: PageQuery, options?: RequestOptions): Pages<z.output<typeof hubPageSchema>, HubSummary> {
    return this.transport.list('/v1/hubs', query, options);
  }

  /** With its first secret key, which is shown this once. */
  create(hub: z.input<typeof newHubSchema>, options?: WriteOptions): Call<z.output<typeof createdHubSchema>> {
    return this.transport.call({ method: 'POST', path: '/v1/hubs', body: hub }, options);
  }

  /** Erases a hub and everything in it for good. */
  delete(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/hubs/${id}` }, options);
  }

  /** A secret key for a hub that has lost its own. */
  createKey(id: string, name: KeyName = {}, options?: WriteOptions): Call<CreatedKey> {
    return this.transport.call({ method: 'POST', path: path`/v1/hubs/${id}/keys`, body: name }, options);
  }
}
