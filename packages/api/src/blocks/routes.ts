import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { blockPageSchema, blockQuerySchema, blockRequestSchema, blockSchema } from '@kopru/sdk/schema';
import { actorOf } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { ownerOf, viewerProfile } from '../introductions/owner.ts';
import { newId } from '../lib/ids.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { assertOwn } from '../lib/principal.ts';
import { access } from '../middleware/access.ts';
import { block, unblock, viewOf } from './service.ts';
import { getBlock, listBlocks } from './store.ts';

/** Blocks: whose requests a profile does not want. */
export function mountBlocks(app: OpenAPIHono<AppEnv>): void {
  const tags = ['introductions'];
  const one = jsonContent(blockSchema, 'The block');

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/blocks',
      operationId: 'create_block',
      tags,
      ...access({ secret: 'introductions:write', viewer: true }),
      summary: 'Block a profile',
      description:
        'Its requests no longer reach the owner. It never learns so: they look as any other, are not answered, and expire.',
      request: { body: jsonBody(blockRequestSchema) },
      responses: { 200: one, 201: one },
    }),
    async (c) => {
      const { owner, blocked } = c.req.valid('json');
      assertOwn(c, owner.kind, owner.id);
      const input = { id: await newId(c, 'blk'), owner, blocked };
      const kept = await block(c.get('db'), c.get('hub'), actorOf(c), input, new Date());
      return c.json(kept.block, kept.created ? 201 : 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/blocks',
      operationId: 'list_blocks',
      tags,
      ...access({ secret: 'introductions:read', viewer: true }),
      summary: 'List blocks',
      description: 'A viewer finds those of its own profile alone.',
      request: { query: blockQuerySchema },
      responses: { 200: jsonContent(blockPageSchema, 'A page of blocks') },
    }),
    async (c) => {
      const { limit, cursor, ...asked } = c.req.valid('query');
      const page = await listBlocks(c.get('db'), c.get('hub').id, ownerOf(c, asked), { limit, cursor });
      return c.json({ ...page, items: page.items.map(viewOf) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/v1/blocks/{id}',
      operationId: 'delete_block',
      tags,
      ...access({ secret: 'introductions:write', viewer: true }),
      summary: 'Lift a block',
      request: { params: idParam },
      responses: { 204: { description: 'Lifted' } },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const found = await getBlock(c.get('db'), c.get('hub').id, id);
      const viewer = viewerProfile(c);
      const own = !viewer || (found?.owner.kind === viewer.kind && found.owner.id === viewer.id);
      if (!found || !own) throw new ApiError('not_found', `There is no block "${id}".`);
      await unblock(c.get('db'), c.get('hub'), actorOf(c), found, new Date());
      return c.body(null, 204);
    },
  );
}
