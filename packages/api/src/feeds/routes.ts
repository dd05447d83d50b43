import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { createdFeedSchema, feedPageSchema, feedQuerySchema, newFeedSchema } from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { ownerOf, viewerProfile } from '../introductions/owner.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { assertHolds, assertOwn } from '../lib/principal.ts';
import { SHOWN_ONCE } from '../lib/shown-once.ts';
import { access } from '../middleware/access.ts';
import { createFeed, revoke } from './service.ts';
import { findFeed, listFeeds } from './store.ts';

/** Feeds: secret addresses at which a profile's matches and meetings are read. */
export function mountFeeds(app: OpenAPIHono<AppEnv>): void {
  const tags = ['feeds'];

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/feeds',
      operationId: 'create_feed',
      tags,
      ...access({ secret: 'matches:write', viewer: true }),
      summary: 'Make a feed of a profile',
      description:
        'Three secret addresses: the matches in Atom and in JSON Feed, and a calendar of agreed meetings. Whoever has one reads what the owner of the profile may see. A key also needs matches:read and introductions:read. A profile has at most 20 feeds that are not revoked.',
      request: { body: jsonBody(newFeedSchema) },
      responses: { 201: jsonContent(createdFeedSchema, 'The feed, its addresses shown this once') },
    }),
    async (c) => {
      const wanted = c.req.valid('json');
      assertOwn(c, wanted.kind, wanted.id);
      assertHolds(c, ['matches:read', 'introductions:read']);
      return c.json(await createFeed(c, wanted), 201, SHOWN_ONCE);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/feeds',
      operationId: 'list_feeds',
      tags,
      ...access({ secret: 'matches:read', viewer: true }),
      summary: 'List feeds',
      description: 'Without their addresses. A viewer finds those of its own profile alone.',
      request: { query: feedQuerySchema },
      responses: { 200: jsonContent(feedPageSchema, 'A page of feeds') },
    }),
    async (c) => {
      const { limit, cursor, ...asked } = c.req.valid('query');
      return c.json(await listFeeds(c.get('db'), c.get('hub').id, ownerOf(c, asked), { limit, cursor }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/v1/feeds/{id}',
      operationId: 'revoke_feed',
      tags,
      ...access({ secret: 'matches:write', viewer: true }),
      summary: 'Revoke a feed at once',
      request: { params: idParam },
      responses: { 204: { description: 'Revoked, now or before' } },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const found = await findFeed(c.get('db'), c.get('hub').id, id);
      const viewer = viewerProfile(c);
      const own = !viewer || (found?.profile.kind === viewer.kind && found.profile.id === viewer.id);
      if (!found || !own) throw new ApiError('not_found', `There is no feed "${id}".`);
      await revoke(c, found);
      return c.body(null, 204);
    },
  );
}
