import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery } from '../wire-types.ts';
import type { Agreement, agreementInputSchema, agreementPageSchema } from './schema.ts';

/** With which hubs cards flow: `kopru.agreements`. */
export class Agreements extends Resource {
  propose(agreement: z.input<typeof agreementInputSchema>, options?: WriteOptions): Call<Agreement> {
    return this.transport.call({ method: 'POST', path: '/v1/agreements', body: agreement }, options);
  }

  list(query?: PageQuery, options?: RequestOptions): Pages<z.output<typeof agreementPageSchema>, Agreement> {
    return this.transport.list('/v1/agreements', query, options);
  }

  get(id: string, options?: RequestOptions): Call<Agreement> {
    return this.transport.call({ method: 'GET', path: path`/v1/agreements/${id}` }, options);
  }

  accept(id: string, options?: WriteOptions): Call<Agreement> {
    return this.transport.call({ method: 'POST', path: path`/v1/agreements/${id}/accept` }, options);
  }

  /** By either hub. Cards are withdrawn in both directions. */
  end(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/agreements/${id}` }, options);
  }
}
