import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { pageQueryShape, planInputSchema, planPageSchema, planSchema, planSummarySchema } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf, record } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { ring } from '../jobs/doorbell.ts';
import { newId } from '../lib/ids.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { access } from '../middleware/access.ts';
import { toCsv } from './csv.ts';
import { createPlan } from './service.ts';
import { deletePlan, getPlan, listPlans, readMeetings, type StoredPlan, summaryOf } from './store.ts';

const READ = { ...access({ secret: 'matches:read' }), tags: ['plans'] };
const WRITE = { ...access({ secret: 'matches:write' }), tags: ['plans'] };

/** Meeting plans of demo days. */
export function mountPlans(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      ...WRITE,
      method: 'post',
      path: '/v1/plans',
      operationId: 'create_plan',
      summary: 'Plan the meetings of a demo day',
      description:
        'The plan of greatest total score in which every capacity, absence, table and blocked pair is respected, with a proven bound. It is made after the request: ask for it until `state` is `done`. Only pairs that pass every gate meet. At most 20,000 startups × investors; `assign` of `@kopru/sdk/assign` plans larger days in Node.',
      request: { body: jsonBody(planInputSchema) },
      responses: { 202: jsonContent(planSummarySchema, 'The plan, which will be made') },
    }),
    async (c) => {
      const id = await newId(c, 'pln');
      const input = c.req.valid('json');
      const stored = await createPlan(c.get('db'), c.get('hub').id, actorOf(c), { id, input }, new Date());
      c.executionCtx.waitUntil(ring(c.env, 'make-plans'));
      return c.json(summaryOf(stored), 202, { location: `/v1/plans/${id}` });
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/plans',
      operationId: 'list_plans',
      summary: 'The plans of the hub',
      request: { query: z.strictObject(pageQueryShape) },
      responses: { 200: jsonContent(planPageSchema, 'Plans, the newest first') },
    }),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      const rows = await listPlans(c.get('db'), c.get('hub').id, readCursor(cursor, 2), limit);
      const page = toPage(rows, limit, (row) => [row.created_at, row.id]);
      return c.json({ ...page, items: page.items.map(summaryOf) }, 200);
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/plans/{id}',
      operationId: 'get_plan',
      summary: 'A plan with its meetings',
      description: 'JSON, or the meetings as CSV when the header Accept names `text/csv`.',
      request: { params: idParam },
      responses: {
        200: {
          description: 'The plan',
          content: { 'application/json': { schema: planSchema }, 'text/csv': { schema: z.string() } },
        },
      },
    }),
    async (c) => {
      const stored = await find(c, c.req.valid('param').id);
      const made = await readMeetings(c.get('db'), stored.id);
      if (!c.req.header('accept')?.includes('text/csv')) return c.json({ ...summaryOf(stored), ...made }, 200);
      return c.body(toCsv(made.meetings), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${stored.id}.csv"`,
      });
    },
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'delete',
      path: '/v1/plans/{id}',
      operationId: 'delete_plan',
      summary: 'Delete a plan, made or not',
      request: { params: idParam },
      responses: { 204: { description: 'Deleted' } },
    }),
    async (c) => {
      const { id } = await find(c, c.req.valid('param').id);
      const [db, hubId] = [c.get('db'), c.get('hub').id];
      const entry = { action: 'plan.deleted', subject: { kind: 'plan', id } };
      await db.batch([deletePlan(db, hubId, id), record(db, hubId, actorOf(c), entry, new Date())]);
      return c.body(null, 204);
    },
  );
}

async function find(c: Context<AppEnv>, id: string): Promise<StoredPlan> {
  const stored = await getPlan(c.get('db'), c.get('hub').id, id);
  if (!stored) throw new ApiError('not_found', `This hub has no plan "${id}".`);
  return stored;
}
