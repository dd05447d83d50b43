import { OpenAPIHono } from '@hono/zod-openapi';
import { issuesOf } from '@kopru/sdk/engine';
import { secureHeaders } from 'hono/secure-headers';
import { mountActionPlanPages } from './action-plans/page/routes.ts';
import { mountActionPlans } from './action-plans/routes.ts';
import { mountAgreements } from './agreements/routes.ts';
import { mountApplications } from './applications/routes.ts';
import { mountAudit } from './audit/routes.ts';
import { mountBlocks } from './blocks/routes.ts';
import { mountConsents } from './consents/routes.ts';
import { mountCorridorNumbers, mountCorridors } from './corridors/routes.ts';
import type { AppEnv } from './env.ts';
import { ApiError, onError, onNotFound } from './errors.ts';
import { mountExchange } from './exchange/routes.ts';
import { mountFeedback } from './feedback/routes.ts';
import { mountFeedPages } from './feeds/pages.ts';
import { mountFeeds } from './feeds/routes.ts';
import { mountHealth } from './health/routes.ts';
import { mountHubs } from './hubs/routes.ts';
import { mountImports, mountImportUpload } from './imports/routes.ts';
import { mountIntroductions } from './introductions/routes.ts';
import { mountKeys } from './keys/routes.ts';
import { mountLimits } from './limits/routes.ts';
import { mountMailReportSecret, mountMailReports } from './mails/intake/routes.ts';
import { mountMailNumbers } from './mails/numbers/routes.ts';
import { mountMails } from './mails/outbox/routes.ts';
import { mountMailPages } from './mails/pages/routes.ts';
import { mountMatches } from './matches/routes.ts';
import { allowMethods } from './middleware/allow-methods.ts';
import { auth } from './middleware/auth.ts';
import { cors } from './middleware/cors.ts';
import { idempotency } from './middleware/idempotency.ts';
import { limitBody, requireUtf8 } from './middleware/json-body.ts';
import { log } from './middleware/log.ts';
import { limitRefusals, rateLimit } from './middleware/rate-limit.ts';
import { requestId } from './middleware/request-id.ts';
import { session } from './middleware/session.ts';
import { mountPlans } from './plans/routes.ts';
import { mountExports } from './profiles/export-routes.ts';
import { mountProfiles } from './profiles/routes.ts';
import { mountReference } from './reference/routes.ts';
import { mountSearch } from './search/routes.ts';
import { mountSubscriptions } from './subscriptions/routes.ts';
import { mountSuppressions } from './suppressions/routes.ts';
import { mountTokenKeys } from './token-keys/routes.ts';
import { mountWebhooks } from './webhooks/routes.ts';
import { mountWeights } from './weights/routes.ts';

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
  app.use(requestId, log, secureHeaders());
  app.use('/v1/*', cors);
  mountHealth(app);
  mountReference(app);
  mountCorridorNumbers(app);
  mountFeedPages(app);
  mountMailPages(app);
  mountActionPlanPages(app);
  mountMailReports(app);
  app.use('/v1/*', session, limitRefusals, auth, rateLimit);
  app.use('/v1/*', allowMethods(app));
  // Before the middleware that reads a body as a whole: an upload streams.
  mountImportUpload(app);
  app.use('/v1/*', limitBody, requireUtf8, idempotency);
  mountHubs(app);
  mountKeys(app);
  mountTokenKeys(app);
  mountProfiles(app);
  mountExports(app);
  mountAudit(app);
  mountImports(app);
  mountMatches(app);
  mountLimits(app);
  mountPlans(app);
  mountActionPlans(app);
  mountApplications(app);
  mountFeedback(app);
  mountWeights(app);
  mountSearch(app);
  mountIntroductions(app);
  mountBlocks(app);
  mountFeeds(app);
  mountSubscriptions(app);
  mountSuppressions(app);
  mountMailNumbers(app);
  mountMails(app);
  mountMailReportSecret(app);
  mountWebhooks(app);
  mountConsents(app);
  mountAgreements(app);
  mountCorridors(app);
  mountExchange(app);
  return app;
}
