import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  deliveryPageSchema,
  deliveryQuerySchema,
  pageQueryShape,
  rotationSchema,
  webhookInputSchema,
  webhookPageSchema,
  webhookPatchSchema,
  webhookSchema,
  webhookWithSecretSchema,
} from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { newId } from '../lib/ids.ts';
import { idParam, idSchema, jsonBody, jsonContent } from '../lib/openapi.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { SHOWN_ONCE } from '../lib/shown-once.ts';
import { access } from '../middleware/access.ts';
import { createWebhook, deleteWebhook, findWebhook, patchWebhook, replay, rotate, sendTest } from './service.ts';
import { listDeliveries, listEndpoints } from './store.ts';

const READ = { ...access({ secret: 'webhooks:read' }), tags: ['webhooks'] };
const WRITE = { ...access({ secret: 'webhooks:write' }), tags: ['webhooks'] };

const replayedSchema = z.object({ replayed: z.int() }).meta({ id: 'Replayed' });

/** Endpoints of a hub, what was sent to them, and sending it again. */
export function mountWebhooks(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      ...WRITE,
      method: 'post',
      path: '/v1/webhooks',
      operationId: 'create_webhook',
      summary: 'Hear of events at an endpoint',
      request: { body: jsonBody(webhookInputSchema) },
      responses: { 201: jsonContent(webhookWithSecretSchema, 'The endpoint and its secret') },
    }),
    async (c) => {
      const made = await createWebhook(c, await newId(c, 'whk'), c.req.valid('json'));
      return c.json(made, 201, { ...SHOWN_ONCE, location: `/v1/webhooks/${made.id}` });
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/webhooks',
      operationId: 'list_webhooks',
      summary: 'The endpoints of the hub',
      request: { query: z.strictObject(pageQueryShape) },
      responses: { 200: jsonContent(webhookPageSchema, 'Endpoints in the order of their ids') },
    }),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      const after = String(readCursor(cursor, 1)?.[0] ?? '');
      const rows = await listEndpoints(c.get('db'), c.get('hub').id, after, limit + 1);
      return c.json(
        toPage(rows, limit, ({ id }) => [id]),
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/webhooks/{id}',
      operationId: 'get_webhook',
      summary: 'Read an endpoint',
      request: { params: idParam },
      responses: { 200: jsonContent(webhookSchema, 'The endpoint') },
    }),
    async (c) => c.json(await findWebhook(c, c.req.valid('param').id), 200),
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'patch',
      path: '/v1/webhooks/{id}',
      operationId: 'update_webhook',
      summary: 'Change an endpoint, or enable it again',
      request: { params: idParam, body: jsonBody(webhookPatchSchema) },
      responses: { 200: jsonContent(webhookSchema, 'The endpoint') },
    }),
    async (c) => c.json(await patchWebhook(c, c.req.valid('param').id, c.req.valid('json')), 200),
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'delete',
      path: '/v1/webhooks/{id}',
      operationId: 'delete_webhook',
      summary: 'Delete an endpoint and what waits for it',
      request: { params: idParam },
      responses: { 204: { description: 'Deleted' } },
    }),
    async (c) => {
      await deleteWebhook(c, c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'post',
      path: '/v1/webhooks/{id}/rotate',
      operationId: 'rotate_webhook_secret',
      summary: 'Give an endpoint a new secret',
      description: 'Until the overlap is over, events are signed with both.',
      request: { params: idParam, body: jsonBody(rotationSchema) },
      responses: { 200: jsonContent(webhookWithSecretSchema, 'The endpoint and its new secret') },
    }),
    async (c) => c.json(await rotate(c, c.req.valid('param').id, c.req.valid('json').overlapHours), 200, SHOWN_ONCE),
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'post',
      path: '/v1/webhooks/{id}/test',
      operationId: 'test_webhook',
      summary: 'Send the event endpoint.test to an endpoint',
      request: { params: idParam },
      responses: { 202: { description: 'It is on its way' } },
    }),
    async (c) => {
      await sendTest(c, c.req.valid('param').id);
      return c.body(null, 202);
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/webhooks/{id}/deliveries',
      operationId: 'list_deliveries',
      summary: 'What was sent to an endpoint, and what waits',
      request: { params: idParam, query: deliveryQuerySchema },
      responses: { 200: jsonContent(deliveryPageSchema, 'Deliveries, newest event first') },
    }),
    async (c) => {
      const { limit, cursor, state } = c.req.valid('query');
      const { id } = await findWebhook(c, c.req.valid('param').id);
      const before = Number(readCursor(cursor, 1)?.[0] ?? Number.MAX_SAFE_INTEGER);
      const rows = await listDeliveries(c.get('db'), c.get('hub').id, id, { state, before, limit: limit + 1 });
      const page = toPage(rows, limit, ({ number }) => [number]);
      return c.json({ ...page, items: page.items.map(({ number: _, ...delivery }) => delivery) }, 200);
    },
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'post',
      path: '/v1/webhooks/{id}/replay',
      operationId: 'replay_dead_deliveries',
      summary: 'Send all dead letters of an endpoint again',
      request: { params: idParam },
      responses: { 202: jsonContent(replayedSchema, 'How many are due again') },
    }),
    async (c) => c.json({ replayed: await replay(c, c.req.valid('param').id, null) }, 202),
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'post',
      path: '/v1/webhooks/{id}/deliveries/{deliveryId}/replay',
      operationId: 'replay_delivery',
      summary: 'Send one delivery again',
      request: { params: idParam.extend({ deliveryId: idSchema.meta({ example: 'dlv_5f1c' }) }) },
      responses: { 202: jsonContent(replayedSchema, 'It is due again') },
    }),
    async (c) => {
      const { id, deliveryId } = c.req.valid('param');
      return c.json({ replayed: await replay(c, id, deliveryId) }, 202);
    },
  );
}
