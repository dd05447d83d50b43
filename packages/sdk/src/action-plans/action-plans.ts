import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery } from '../wire-types.ts';
import type {
  ActionPlan,
  ActionPlanHistory,
  ActionPlanSummary,
  actionPlanInputSchema,
  actionPlanPageSchema,
} from './schema.ts';

/** Action plans with their actions and indicators: `kopru.actionPlans`. */
export class ActionPlans extends Resource {
  /** Writes a plan as a whole. @param options `ifMatch` with its version keeps another's write. */
  upsert(
    id: string,
    plan: z.input<typeof actionPlanInputSchema>,
    { ifMatch, ...options }: WriteOptions & { readonly ifMatch?: number } = {},
  ): Call<ActionPlan> {
    const headers = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` };
    return this.transport.call({ method: 'PUT', path: path`/v1/action-plans/${id}`, body: plan, headers }, options);
  }

  /** Those of the hub by id, without their actions. */
  list(query?: PageQuery, options?: RequestOptions): Pages<z.output<typeof actionPlanPageSchema>, ActionPlanSummary> {
    return this.transport.list('/v1/action-plans', query, options);
  }

  /** With how each action stands today, and what each indicator says. */
  get(id: string, options?: RequestOptions): Call<ActionPlan> {
    return this.transport.call({ method: 'GET', path: path`/v1/action-plans/${id}` }, options);
  }

  /** Who changed what and when. */
  history(id: string, options?: RequestOptions): Call<ActionPlanHistory> {
    return this.transport.call({ method: 'GET', path: path`/v1/action-plans/${id}/history` }, options);
  }

  /** With its history. */
  delete(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/action-plans/${id}` }, options);
  }
}
