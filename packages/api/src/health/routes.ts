import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { jsonContent } from '../lib/openapi.ts';

const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

/** Liveness: the Worker answers. */
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
}
