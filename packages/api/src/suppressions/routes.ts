import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import {
  newSuppressionSchema,
  suppressionPageSchema,
  suppressionQuerySchema,
  suppressionSchema,
} from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { access } from '../middleware/access.ts';
import { keyOf } from '../subscriptions/service.ts';
import { add, remove } from './service.ts';
import { addressHash, getSuppression, listSuppressions } from './store.ts';

/** Addresses that get no more mail of a hub. */
export function mountSuppressions(app: OpenAPIHono<AppEnv>): void {
  const tags = ['subscriptions'];

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/suppressions',
      operationId: 'list_suppressions',
      tags,
      ...access({ secret: 'hub:read' }),
      summary: 'List addresses that get no mail',
      description:
        'Newest first. Addresses are not kept, only a hash of each: name one to find out whether it is there.',
      request: { query: suppressionQuerySchema },
      responses: { 200: jsonContent(suppressionPageSchema, 'A page of the list') },
    }),
    async (c) => {
      const { email, ...page } = c.req.valid('query');
      const [db, hubId] = [c.get('db'), c.get('hub').id];
      if (email === undefined) return c.json(await listSuppressions(db, hubId, page), 200);
      const found = await getSuppression(db, hubId, await addressHash(hubId, keyOf(email, { in: 'query' })));
      return c.json({ items: found ? [found] : [], nextCursor: null }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/suppressions',
      operationId: 'add_suppression',
      tags,
      ...access({ secret: 'hub:write' }),
      summary: 'Keep an address from all mail',
      description: 'Its subscriptions end at once, and no import or request brings it back.',
      request: { body: jsonBody(newSuppressionSchema) },
      responses: { 200: jsonContent(suppressionSchema, 'The address is on the list, now or before') },
    }),
    async (c) => c.json(await add(c, c.req.valid('json').email), 200),
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/v1/suppressions/{id}',
      operationId: 'remove_suppression',
      tags,
      ...access({ secret: 'hub:write' }),
      summary: 'Take an address off the list',
      description:
        'Only where staff put it there or it bounced. Who unsubscribed or complained comes back by a link of an earlier mail alone.',
      request: { params: idParam },
      responses: { 204: { description: 'Taken off' } },
    }),
    async (c) => {
      await remove(c, c.req.valid('param').id);
      return c.body(null, 204);
    },
  );
}
