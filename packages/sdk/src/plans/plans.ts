import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery } from '../wire-types.ts';
import type { Plan, PlanSummary, planInputSchema, planPageSchema } from './schema.ts';

/** Meeting plans of demo days: `kopru.plans`. */
export class Plans extends Resource {
  /** Is made after the answer; `get` tells when it is done. */
  create(plan: z.input<typeof planInputSchema>, options?: WriteOptions): Call<PlanSummary> {
    return this.transport.call({ method: 'POST', path: '/v1/plans', body: plan }, options);
  }

  /** The newest first, without their meetings. */
  list(query?: PageQuery, options?: RequestOptions): Pages<z.output<typeof planPageSchema>, PlanSummary> {
    return this.transport.list('/v1/plans', query, options);
  }

  /** With its meetings once it is done. */
  get(id: string, options?: RequestOptions): Call<Plan> {
    return this.transport.call({ method: 'GET', path: path`/v1/plans/${id}` }, options);
  }

  /** The meetings as CSV. */
  csv(id: string, options?: RequestOptions): Call<string> {
    return this.transport.text(
      { method: 'GET', path: path`/v1/plans/${id}`, headers: { accept: 'text/csv' } },
      options,
    );
  }

  /** Made or not. */
  delete(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/plans/${id}` }, options);
  }
}
