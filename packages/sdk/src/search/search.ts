import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { RequestOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { SearchResult, searchRequestSchema } from './schema.ts';

/** The search of a hub's site, for visitors who are not known: `kopru.search`, with a publishable key. */
export class Search extends Resource {
  /** At most ten, best first, each with how well the texts agree; only what the owners show to everyone. */
  find(request: z.input<typeof searchRequestSchema>, options?: RequestOptions): Call<SearchResult> {
    return this.transport.call({ method: 'POST', path: '/v1/search', body: request, reads: true }, options);
  }
}
