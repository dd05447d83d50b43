import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { createdKeySchema, hubIdSchema, keyNameSchema, keyPageSchema, pageQueryShape } from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { SHOWN_ONCE } from '../lib/shown-once.ts';
import { access } from '../middleware/access.ts';
import { keyPage } from './page.ts';
import { createHubKey, createOperatorKey, revoke } from './service.ts';

const OPERATOR = { ...access({ operator: true }), tags: ['operator'] };

/** The keys of who runs the deployment, and a new key for a hub that has lost its own. */
export function mountOperatorKeys(app: OpenAPIHono<AppEnv>): void {
  const created = jsonContent(createdKeySchema, 'The key, shown this once');

  app.openapi(
    createRoute({
      ...OPERATOR,
      method: 'get',
      path: '/v1/operator-keys',
      operationId: 'list_operator_keys',
      summary: 'The operator keys',
      request: { query: z.strictObject(pageQueryShape) },
      responses: { 200: jsonContent(keyPageSchema, 'Keys in the order of their making') },
    }),
    async (c) => c.json(await keyPage(c, null, c.req.valid('query')), 200),
  );

  app.openapi(
    createRoute({
      ...OPERATOR,
      ...access({ bootstrap: true, operator: true }),
      method: 'post',
      path: '/v1/operator-keys',
      operationId: 'create_operator_key',
      summary: 'Make an operator key',
      description: 'The bootstrap token makes the first one and is used up with it.',
      request: { body: jsonBody(keyNameSchema) },
      responses: { 201: created },
    }),
    async (c) => c.json(await createOperatorKey(c, c.req.valid('json')), 201, SHOWN_ONCE),
  );

  app.openapi(
    createRoute({
      ...OPERATOR,
      method: 'delete',
      path: '/v1/operator-keys/{id}',
      operationId: 'revoke_operator_key',
      summary: 'Revoke an operator key at once',
      request: { params: idParam },
      responses: { 204: { description: 'Revoked' } },
    }),
    async (c) => {
      await revoke(c, null, c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  app.openapi(
    createRoute({
      ...OPERATOR,
      method: 'post',
      path: '/v1/hubs/{hubId}/keys',
      operationId: 'create_hub_key',
      summary: 'Make a secret key for a hub',
      description:
        'For a hub that has lost its own. It has every scope, and the hub sees it in its keys and its audit log.',
      request: { params: z.object({ hubId: hubIdSchema }), body: jsonBody(keyNameSchema) },
      responses: { 201: created },
    }),
    async (c) => c.json(await createHubKey(c, c.req.valid('param').hubId, c.req.valid('json')), 201, SHOWN_ONCE),
  );
}
