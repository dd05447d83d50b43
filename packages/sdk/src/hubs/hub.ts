import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { RequestOptions, WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { MergePatch } from '../wire-types.ts';
import type { hubInputSchema, hubSchema } from './schema.ts';

export type Hub = z.output<typeof hubSchema>;

/** The hub of the key: `kopru.hub`. */
export class OwnHub extends Resource {
  /** With its settings, those that have their default too. */
  get(options?: RequestOptions): Call<Hub> {
    return this.transport.call({ method: 'GET', path: '/v1/hub' }, options);
  }

  /** Changes what is named; null for a part of the settings sets it back to its default. */
  update(patch: MergePatch<z.input<typeof hubInputSchema>>, options?: WriteOptions): Call<Hub> {
    return this.transport.call({ method: 'PATCH', path: '/v1/hub', body: patch }, options);
  }
}
