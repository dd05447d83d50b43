import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { createdKeySchema, keyPageSchema, newKeySchema, pageQueryShape, rollSchema } from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { SHOWN_ONCE } from '../lib/shown-once.ts';
import { access } from '../middleware/access.ts';
import { mountOperatorKeys } from './operator-routes.ts';
import { keyPage } from './page.ts';
import { createKey, revoke, rollHubKey } from './service.ts';

const KEYS = { tags: ['keys'] };

/** The keys of a hub, and those of the operator. */
export function mountKeys(app: OpenAPIHono<AppEnv>): void {
  const created = jsonContent(createdKeySchema, 'The key, shown this once');

  app.openapi(
    createRoute({
      ...KEYS,
      ...access({ secret: 'hub:read' }),
      method: 'get',
      path: '/v1/keys',
      operationId: 'list_keys',
      summary: 'The keys of the hub',
      request: { query: z.strictObject(pageQueryShape) },
      responses: { 200: jsonContent(keyPageSchema, 'Keys in the order of their making') },
    }),
    async (c) => c.json(await keyPage(c, c.get('hub').id, c.req.valid('query')), 200),
  );

  app.openapi(
    createRoute({
      ...KEYS,
      ...access({ secret: 'hub:write' }),
      method: 'post',
      path: '/v1/keys',
      operationId: 'create_key',
      summary: 'Make a key',
      description: 'A secret key has no more scopes than the key that makes it.',
      request: { body: jsonBody(newKeySchema) },
      responses: { 201: created },
    }),
    async (c) => c.json(await createKey(c, c.req.valid('json')), 201, SHOWN_ONCE),
  );

  app.openapi(
    createRoute({
      ...KEYS,
      ...access({ secret: 'hub:write' }),
      method: 'post',
      path: '/v1/keys/{id}/roll',
      operationId: 'roll_key',
      summary: 'Put a new key in the place of a key',
      description: 'With the same name, scopes and origins. The old key works until the overlap is over.',
      request: { params: idParam, body: jsonBody(rollSchema) },
      responses: { 201: created },
    }),
    async (c) =>
      c.json(await rollHubKey(c, c.req.valid('param').id, c.req.valid('json').overlapHours), 201, SHOWN_ONCE),
  );

  app.openapi(
    createRoute({
      ...KEYS,
      ...access({ secret: 'hub:write' }),
      method: 'delete',
      path: '/v1/keys/{id}',
      operationId: 'revoke_key',
      summary: 'Revoke a key at once',
      request: { params: idParam },
      responses: { 204: { description: 'Revoked' } },
    }),
    async (c) => {
      await revoke(c, c.get('hub').id, c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  mountOperatorKeys(app);
}
