import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery } from '../wire-types.ts';
import type { Agreement, agreementInputSchema, agreementPageSchema } from './schema.ts';

/** With which hubs cards flow: `kopru.agreements`. */
export class Agreements extends Resource {
  /** Proposes an agreement to another hub, in force once that accepts. The answer is the same whether there is such a hub or not. */
  propose(agreement: z.input<typeof agreementInputSchema>, options?: WriteOptions): Call<Agreement> {
    return this.transport.call({ method: 'POST', path: '/v1/agreements', body: agreement }, options);
  }

  /** Those in force, and the proposals to and from this hub. */
  list(query?: PageQuery, options?: RequestOptions): Pages<z.output<typeof agreementPageSchema>, Agreement> {
    return this.transport.list('/v1/agreements', query, options);
  }

  /** One of them. */
  get(id: string, options?: RequestOptions): Call<Agreement> {
    return this.transport.call({ method: 'GET', path: path`/v1/agreements/${id}` }, options);
  }

  /** By the hub that it was proposed to. From now on it is in force. */
  accept(id: string, options?: WriteOptions): Call<Agreement> {
    return this.transport.call({ method: 'POST', path: path`/v1/agreements/${id}/accept` }, options);
  }

  /** By either hub. Cards are withdrawn in both directions. */
  end(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/agreements/${id}` }, options);
  }
}
