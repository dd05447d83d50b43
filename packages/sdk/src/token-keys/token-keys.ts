import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery } from '../wire-types.ts';
import type { TokenKey, tokenKeyInputSchema, tokenKeyPageSchema } from './schema.ts';

/** The keys that sign viewer tokens: `kopru.tokenKeys`. */
export class TokenKeys extends Resource {
  /** Without the secrets. */
  list(query?: PageQuery, options?: RequestOptions): Pages<z.output<typeof tokenKeyPageSchema>, TokenKey> {
    return this.transport.list('/v1/token-keys', query, options);
  }

  /** Adds a key, or replaces the one of this `kid`. @param kid names the key in the header of the tokens that it signs. */
  put(kid: string, key: z.input<typeof tokenKeyInputSchema>, options?: WriteOptions): Call<TokenKey> {
    return this.transport.call({ method: 'PUT', path: path`/v1/token-keys/${kid}`, body: key }, options);
  }

  /** Its tokens are valid no more. */
  delete(kid: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/token-keys/${kid}` }, options);
  }
}
