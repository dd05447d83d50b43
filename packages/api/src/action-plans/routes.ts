import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  actionPlanHistorySchema,
  actionPlanInputSchema,
  actionPlanPageSchema,
  actionPlanQuerySchema,
  actionPlanSchema,
} from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { jsonBody, jsonContent } from '../lib/openapi.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { assertMatch, ifMatchHeader } from '../lib/preconditions.ts';
import { access } from '../middleware/access.ts';
import { historyOf } from './history.ts';
import { withStates } from './states.ts';
import {
  deleteActionPlan,
  getActionPlan,
  listActionPlans,
  MOST_PLANS,
  readVersions,
  type StoredActionPlan,
  writeActionPlan,
} from './store.ts';

const READ = { ...access({ secret: 'hub:read' }), tags: ['action plans'] };
const WRITE = { ...access({ secret: 'hub:write' }), tags: ['action plans'] };

const params = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .meta({ description: 'Your id of the plan', example: 'plan-2026' }),
});

/** Action plans: what a hub and its partners do by when, and what came of it. */
export function mountActionPlans(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      ...WRITE,
      method: 'put',
      path: '/v1/action-plans/{id}',
      operationId: 'upsert_action_plan',
      summary: 'Write an action plan as a whole',
      description:
        'Every write is kept as a version. With `If-Match` (the `version` in quotes) the write is refused where somebody else has written since. A public plan stands at `/action-plans/{hub}/{id}`, also as CSV, JSON and calendar.',
      request: { params, headers: ifMatchHeader, body: jsonBody(actionPlanInputSchema) },
      responses: { 200: jsonContent(actionPlanSchema, 'The plan'), 201: jsonContent(actionPlanSchema, 'The new plan') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const [db, hubId, now] = [c.get('db'), c.get('hub').id, new Date()];
      const before = await getActionPlan(db, hubId, id);
      assertMatch(c.req.valid('header')['if-match'], before && etagOf(before));
      const written = { id, version: before?.version ?? 0, plan: c.req.valid('json') };
      if (!(await writeActionPlan(db, hubId, written, actorOf(c), now))) {
        throw new ApiError(
          'conflict',
          `It was written by somebody else at the same moment, or the hub has ${MOST_PLANS} plans already.`,
        );
      }
      const stored = { ...written, version: written.version + 1, updatedAt: now.toISOString() };
      const answer = await withStates(db, hubId, stored, 'hub', now);
      return c.json(answer, before ? 200 : 201, { etag: etagOf(stored) });
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/action-plans',
      operationId: 'list_action_plans',
      summary: 'The action plans of the hub',
      request: { query: actionPlanQuerySchema },
      responses: { 200: jsonContent(actionPlanPageSchema, 'A page of plans by id, without their actions') },
    }),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      const [after = ''] = readCursor(cursor, 1) ?? [];
      const rows = await listActionPlans(c.get('db'), c.get('hub').id, String(after), limit + 1);
      const page = toPage(rows, limit, ({ id }) => [id]);
      const items = page.items.map(({ id, version, updatedAt, plan: { title, isPublic } }) => ({
        ...{ id, version, updatedAt, title, isPublic },
      }));
      return c.json({ ...page, items }, 200);
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/action-plans/{id}',
      operationId: 'get_action_plan',
      summary: 'An action plan, and how each action stands today',
      request: { params },
      responses: { 200: jsonContent(actionPlanSchema, 'The plan') },
    }),
    async (c) => {
      const stored = await find(c, c.req.valid('param').id);
      const answer = await withStates(c.get('db'), c.get('hub').id, stored, 'hub', new Date());
      // No entity tag: how actions stand changes with the day, and `version` is what a write is meant for.
      return c.json(answer, 200);
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/action-plans/{id}/history',
      operationId: 'get_action_plan_history',
      summary: 'Who changed what of an action plan, and when',
      request: { params },
      responses: { 200: jsonContent(actionPlanHistorySchema, 'The history, the newest first') },
    }),
    async (c) => {
      const { id } = await find(c, c.req.valid('param').id);
      const [db, hubId] = [c.get('db'), c.get('hub').id];
      return c.json(await historyOf((before, limit) => readVersions(db, hubId, id, before, limit)), 200);
    },
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'delete',
      path: '/v1/action-plans/{id}',
      operationId: 'delete_action_plan',
      summary: 'Delete an action plan with its history',
      request: { params },
      responses: { 204: { description: 'Deleted' } },
    }),
    async (c) => {
      const { id } = await find(c, c.req.valid('param').id);
      const db = c.get('db');
      await db.batch(deleteActionPlan(db, c.get('hub').id, id, actorOf(c), new Date()));
      return c.body(null, 204);
    },
  );
}

const etagOf = ({ version }: Pick<StoredActionPlan, 'version'>): string => `"${version}"`;

async function find(c: Context<AppEnv>, id: string): Promise<StoredActionPlan> {
  const stored = await getActionPlan(c.get('db'), c.get('hub').id, id);
  if (!stored) throw new ApiError('not_found', `This hub has no action plan "${id}".`);
  return stored;
}
