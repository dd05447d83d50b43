import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { auditPageSchema, auditQuerySchema } from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { jsonContent } from '../lib/openapi.ts';
import { access } from '../middleware/access.ts';
import { auditPage } from './store.ts';

/** The audit log of a hub. */
export function mountAudit(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/audit',
      operationId: 'list_audit',
      tags: ['trust'],
      ...access({ secret: 'hub:read' }),
      summary: 'Who did what, when and from where, newest first',
      request: { query: auditQuerySchema },
      responses: { 200: jsonContent(auditPageSchema, 'A page of the log') },
    }),
    async (c) => c.json(await auditPage(c.get('db'), c.get('hub').id, c.req.valid('query')), 200),
  );
}
