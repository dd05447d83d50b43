import { OpenAPIHono } from '@hono/zod-openapi';
import { issuesOf } from '@kopru/sdk/engine';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from './env.ts';
import { ApiError, onError, onNotFound } from './errors.ts';
import { mountHealth } from './health/routes.ts';
import { mountMatches } from './matches/routes.ts';
import { auth } from './middleware/auth.ts';
import { cors } from './middleware/cors.ts';
import { idempotency } from './middleware/idempotency.ts';
import { limitBody, requireUtf8 } from './middleware/json-body.ts';
import { requestId } from './middleware/request-id.ts';
import { session } from './middleware/session.ts';
import { mountProfiles } from './profiles/routes.ts';
import { mountReference } from './reference/routes.ts';

const PARTS = { json: 'body', query: 'query', param: 'path' } as const;

/** The API: what stands before every route, and the routes of each noun. */
export function createApp(): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const part = PARTS[result.target as keyof typeof PARTS];
      const issues = issuesOf(result.error, (result as { data?: unknown }).data).map((issue) => ({
        in: part,
        ...issue,
      }));
      const count = issues.length === 1 ? 'One rule is' : `${issues.length} rules are`;
      throw new ApiError('invalid_request', `${count} broken; see issues.`, issues);
    },
  });
  app.onError(onError);
  app.notFound(onNotFound);
  app.use(requestId, secureHeaders());
  app.use('/v1/*', cors);
  mountHealth(app);
  mountReference(app);
  app.use('/v1/*', session, auth);
  app.use('/v1/*', limitBody, requireUtf8, idempotency);
  mountProfiles(app);
  mountMatches(app);
  return app;
}
