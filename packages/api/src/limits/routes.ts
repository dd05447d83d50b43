import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { limitsRequestSchema, limitsSchema } from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { jsonBody, jsonContent } from '../lib/openapi.ts';
import { assertOwn } from '../lib/principal.ts';
import { searchOf } from '../matches/subject.ts';
import { viewerOf } from '../matches/viewer.ts';
import { access } from '../middleware/access.ts';
import { countLimits } from './service.ts';

/** What the limits of a profile cost it, for a form in which it is written. */
export function mountLimits(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/limits',
      operationId: 'count_limits',
      tags: ['matches'],
      ...access({ secret: 'matches:read', viewer: true }),
      summary: 'How many matches each limit of a profile costs',
      description:
        'Of a profile that need not be stored, nor whole. A viewer token asks about its own. Words that no code stands for count once they are stored.',
      request: { body: jsonBody(limitsRequestSchema) },
      responses: { 200: jsonContent(limitsSchema, 'The counts') },
    }),
    async (c) => {
      const asked = c.req.valid('json');
      const { kind } = asked;
      const principal = c.get('principal');
      const id = asked.id ?? (principal.kind === 'viewer' ? principal.profile.id : undefined);
      if (id !== undefined) assertOwn(c, kind, id);
      const index = await (await searchOf(c)).whole();
      if (!index) throw new ApiError('forbidden', 'This hub has too many profiles to count what a limit costs.');
      const costs = countLimits(index, viewerOf(c, kind), asked, id);
      return c.json({ kind, ...costs, limits: [...costs.limits] }, 200);
    },
  );
}
