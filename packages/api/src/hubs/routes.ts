import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  createdHubSchema,
  hubIdSchema,
  hubPageSchema,
  hubPatchSchema,
  hubSchema,
  newHubSchema,
  pageQueryShape,
} from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { jsonBody, jsonContent } from '../lib/openapi.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { SHOWN_ONCE } from '../lib/shown-once.ts';
import { access } from '../middleware/access.ts';
import { createHub, eraseHub, patchHub } from './service.ts';
import { listHubs } from './store.ts';

const OPERATOR = { ...access({ operator: true }), tags: ['operator'] };

/** A hub's own settings; and for the operator, who reads nothing of a hub, making and erasing hubs. */
export function mountHubs(app: OpenAPIHono<AppEnv>): void {
  const hub = jsonContent(hubSchema, 'The hub');

  app.openapi(
    createRoute({
      ...access({ secret: 'hub:read' }),
      method: 'get',
      path: '/v1/hub',
      operationId: 'get_hub',
      tags: ['hub'],
      summary: 'Read the hub of the key',
      responses: { 200: hub },
    }),
    (c) => c.json(c.get('hub') as never, 200),
  );

  app.openapi(
    createRoute({
      ...access({ secret: 'hub:write' }),
      method: 'patch',
      path: '/v1/hub',
      operationId: 'update_hub',
      tags: ['hub'],
      summary: 'Change the hub of the key',
      description:
        'A JSON Merge Patch (RFC 7396): null sets a part back to its default. Opening the anonymous search also needs `profiles:read`.',
      request: {
        body: {
          required: true,
          content: {
            'application/merge-patch+json': { schema: hubPatchSchema },
            'application/json': { schema: hubPatchSchema },
          },
        },
      },
      responses: { 200: hub },
    }),
    async (c) => c.json((await patchHub(c, c.req.valid('json'))) as never, 200),
  );

  app.openapi(
    createRoute({
      ...OPERATOR,
      method: 'get',
      path: '/v1/hubs',
      operationId: 'list_hubs',
      summary: 'The hubs of the deployment',
      request: { query: z.strictObject(pageQueryShape) },
      responses: { 200: jsonContent(hubPageSchema, 'Hubs in the order of their ids') },
    }),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      const rows = await listHubs(c.get('db'), String(readCursor(cursor, 1)?.[0] ?? ''), limit + 1);
      return c.json(toPage(rows, limit, ({ id }) => [id]) as never, 200);
    },
  );

  app.openapi(
    createRoute({
      ...OPERATOR,
      method: 'post',
      path: '/v1/hubs',
      operationId: 'create_hub',
      summary: 'Create a hub',
      request: { body: jsonBody(newHubSchema) },
      responses: { 201: jsonContent(createdHubSchema, 'The hub and its first secret key') },
    }),
    async (c) => {
      const { settings } = (await c.req.json()) as { settings?: unknown };
      const made = await createHub(c, { ...c.req.valid('json'), settings });
      return c.json(made as never, 201, SHOWN_ONCE);
    },
  );

  app.openapi(
    createRoute({
      ...OPERATOR,
      method: 'delete',
      path: '/v1/hubs/{hubId}',
      operationId: 'erase_hub',
      summary: 'Erase a hub and everything that it owns',
      description: 'For good: its id is not given out again.',
      request: { params: z.object({ hubId: hubIdSchema }) },
      responses: { 204: { description: 'Erased' } },
    }),
    async (c) => {
      await eraseHub(c, c.req.valid('param').hubId);
      return c.body(null, 204);
    },
  );
}
