import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery } from '../wire-types.ts';
import type { createdKeySchema, Key, keyNameSchema, keyPageSchema, newKeySchema, rollSchema } from './schema.ts';

/** A key together with the key itself, which is shown this once. */
export type CreatedKey = z.output<typeof createdKeySchema>;
export type KeyName = z.input<typeof keyNameSchema>;
export type KeyPage = z.output<typeof keyPageSchema>;

/** The keys of the hub: `kopru.keys`. */
export class Keys extends Resource {
  /** Those that were revoked too. The keys themselves are not in it. */
  list(query?: PageQuery, options?: RequestOptions): Pages<KeyPage, Key> {
    return this.transport.list('/v1/keys', query, options);
  }

  /** A secret key with its scopes, no more than those of the key that makes it; or a publishable key with its origins. */
  create(key: z.input<typeof newKeySchema>, options?: WriteOptions): Call<CreatedKey> {
    return this.transport.call({ method: 'POST', path: '/v1/keys', body: key }, options);
  }

  /** A new key in place of one, which still works for a while. */
  roll(id: string, roll: z.input<typeof rollSchema> = {}, options?: WriteOptions): Call<CreatedKey> {
    return this.transport.call({ method: 'POST', path: path`/v1/keys/${id}/roll`, body: roll }, options);
  }

  /** It works no more, at once. */
  revoke(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/keys/${id}` }, options);
  }
}
