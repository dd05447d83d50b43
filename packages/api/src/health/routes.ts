import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { jsonContent } from '../lib/openapi.ts';
import { limitNetwork } from '../middleware/rate-limit.ts';
import { checkAll } from './checks.ts';

const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

const readinessSchema = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    checks: z.record(z.string(), z.enum(['ok', 'failed'])).meta({
      example: { database: 'ok', cache: 'ok', model: 'ok', queue: 'ok' },
    }),
  })
  .meta({ id: 'Readiness' });

/** Liveness: the Worker answers. Readiness: what it needs answers too. */
export function mountHealth(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/health',
      operationId: 'health',
      tags: ['operation'],
      summary: 'Whether the API is up',
      responses: { 200: jsonContent(healthSchema, 'It is') },
    }),
    (c) => c.json({ status: 'ok' as const }, 200),
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/ready',
      middleware: [limitNetwork],
      operationId: 'ready',
      tags: ['operation'],
      summary: 'Whether all that the API needs is there: database, cache, model, queue',
      responses: {
        200: jsonContent(readinessSchema, 'It is'),
        503: jsonContent(readinessSchema, 'Something is not'),
      },
    }),
    async (c) => {
      const checks = await checkAll(c.env);
      const ready = Object.values(checks).every((check) => check === 'ok');
      return ready
        ? c.json({ status: 'ready' as const, checks }, 200)
        : c.json({ status: 'not_ready' as const, checks }, 503);
    },
  );
}
