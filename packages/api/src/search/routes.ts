import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { searchRequestSchema, searchResultSchema } from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { jsonBody, jsonContent } from '../lib/openapi.ts';
import { access } from '../middleware/access.ts';
import { search } from './service.ts';

/** The search of a hub's site, for visitors who are not signed in. */
export function mountSearch(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      ...access({ anonymous: true }),
      method: 'post',
      path: '/v1/search',
      operationId: 'search',
      tags: ['search'],
      summary: 'Find profiles by text, as a visitor',
      description:
        'Off unless the hub opens it (`settings.anonymousSearch`). At most 10 public cards, each with its fit and the two sentences that agree most, and so many searches a day. A profile whose owner keeps its text or its excluded sectors private is not found.',
      request: { body: jsonBody(searchRequestSchema) },
      responses: { 200: jsonContent(searchResultSchema, 'The cards, best first') },
    }),
    async (c) => c.json((await search(c, c.req.valid('json'))) as never, 200),
  );
}
