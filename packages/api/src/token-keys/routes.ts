import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { kidSchema, pageQueryShape, tokenKeyInputSchema, tokenKeyPageSchema, tokenKeySchema } from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { jsonBody, jsonContent } from '../lib/openapi.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { access } from '../middleware/access.ts';
import { removeTokenKey, storeTokenKey } from './service.ts';
import { listTokenKeys } from './store.ts';

const kidParam = z.object({ kid: kidSchema });

/** The keys with which a hub's backend signs viewer tokens. They are rotated by kid: add one, sign with it, delete the old. */
export function mountTokenKeys(app: OpenAPIHono<AppEnv>): void {
  const tokenKey = jsonContent(tokenKeySchema, 'The token key');

  app.openapi(
    createRoute({
      ...access({ secret: 'hub:read' }),
      method: 'get',
      path: '/v1/token-keys',
      operationId: 'list_token_keys',
      tags: ['keys'],
      summary: 'The token keys of the hub',
      request: { query: z.strictObject(pageQueryShape) },
      responses: { 200: jsonContent(tokenKeyPageSchema, 'Token keys in the order of their kids') },
    }),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      const after = String(readCursor(cursor, 1)?.[0] ?? '');
      const rows = await listTokenKeys(c.get('db'), c.get('hub').id, after, limit + 1);
      return c.json(
        toPage(rows, limit, ({ kid }) => [kid]),
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      ...access({ secret: 'hub:write' }),
      method: 'put',
      path: '/v1/token-keys/{kid}',
      operationId: 'put_token_key',
      tags: ['keys'],
      summary: 'Set the key that signs viewer tokens under a kid',
      description:
        'Asks for every scope that a viewer token can stand for: profiles, matches, introductions, exchange.',
      request: { params: kidParam, body: jsonBody(tokenKeyInputSchema) },
      responses: { 200: tokenKey, 201: tokenKey },
    }),
    async (c) => {
      const { stored, created } = await storeTokenKey(c, c.req.valid('param').kid, c.req.valid('json'));
      return c.json(stored, created ? 201 : 200);
    },
  );

  app.openapi(
    createRoute({
      ...access({ secret: 'hub:write' }),
      method: 'delete',
      path: '/v1/token-keys/{kid}',
      operationId: 'delete_token_key',
      tags: ['keys'],
      summary: 'Delete a token key, and with it every token that it signed',
      request: { params: kidParam },
      responses: { 204: { description: 'Deleted' } },
    }),
    async (c) => {
      await removeTokenKey(c, c.req.valid('param').kid);
      return c.body(null, 204);
    },
  );
}
