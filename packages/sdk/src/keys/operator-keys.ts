import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery } from '../wire-types.ts';
import type { CreatedKey, KeyName, KeyPage } from './keys.ts';
import type { Key } from './schema.ts';

/** The keys of who runs the deployment: `kopru.operatorKeys`. */
export class OperatorKeys extends Resource {
  /** Those that were revoked too. The keys themselves are not in it. */
  list(query?: PageQuery, options?: RequestOptions): Pages<KeyPage, Key> {
    return this.transport.list('/v1/operator-keys', query, options);
  }

  /** The bootstrap token makes the first one and is used up with it. */
  create(name: KeyName = {}, options?: WriteOptions): Call<CreatedKey> {
    return this.transport.call({ method: 'POST', path: '/v1/operator-keys', body: name }, options);
  }

  /** It works no more, at once. */
  revoke(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/operator-keys/${id}` }, options);
  }
}
