import type { z } from 'zod';
import type { Call } from '../call.ts';
import { PATHS } from '../kinds/paths.ts';
import { path, type RequestOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { ProfileRef } from '../wire-types.ts';
import type { exchangedSchema } from './schema.ts';

/** Cards of other hubs: `kopru.exchange`. */
export class Exchange extends Resource {
  /** By the id that the exchange gave, which begins with ~. */
  get({ kind, id }: ProfileRef, options?: RequestOptions): Call<z.output<typeof exchangedSchema>> {
    return this.transport.call({ method: 'GET', path: path`/v1/exchange/${PATHS[kind]}/${id}` }, options);
  }
}
