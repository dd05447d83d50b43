import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { RequestOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { Limits, limitsRequestSchema } from './schema.ts';

/** What the limits of a profile cost it, before it is stored: `kopru.limits`. */
export class LimitCosts extends Resource {
  /** How many candidates pass, and how many more would if each limit alone were lifted. */
  count(request: z.input<typeof limitsRequestSchema>, options?: RequestOptions): Call<Limits> {
    return this.transport.call({ method: 'POST', path: '/v1/limits', body: request, reads: true }, options);
  }
}
