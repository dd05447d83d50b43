import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { issuesOf } from '@kopru/sdk/engine';
import { mailReportRotationSchema, mailReportSchema, mailReportSecretSchema } from '@kopru/sdk/schema';
import type { AppEnv } from '../../env.ts';
import { ApiError } from '../../errors.ts';
import { jsonBody, jsonContent } from '../../lib/openapi.ts';
import { SHOWN_ONCE } from '../../lib/shown-once.ts';
import { access } from '../../middleware/access.ts';
import { limitBody } from '../../middleware/json-body.ts';
import { limitNetwork } from '../../middleware/rate-limit.ts';
import { session } from '../../middleware/session.ts';
import { rotateReportSecret, verifyReport } from './secret.ts';
import { takeReport } from './take.ts';

/**
 * Where mail servers of hubs report bounces and complaints. Their signature is all that they have: the route takes
 * no key and stands outside `/v1`.
 */
export function mountMailReports(app: OpenAPIHono<AppEnv>): void {
  app.use('/mail-reports/*', limitNetwork, session, limitBody);
  app.post('/mail-reports/:hub', async (c) => {
    const hubId = c.req.param('hub');
    const sent = await verifyReport(c, hubId);
    const report = mailReportSchema.safeParse(sent);
    if (!report.success) {
      const issues = issuesOf(report.error, sent).map((issue) => ({ in: 'body' as const, ...issue }));
      throw new ApiError('invalid_request', 'The report was signed, but cannot be used; see issues.', issues);
    }
    const { type, data } = report.data;
    const isComplaint = type === 'mail.complained';
    const taken = await takeReport(
      c.get('db'),
      {
        type: isComplaint ? 'complained' : 'bounced',
        names: [data.mail],
        isPermanent: isComplaint || data.permanent,
        reason: data.reason,
      },
      new Date(),
      hubId,
    );
    if (taken === 'unknown') throw new ApiError('not_found', 'This hub has no mail of that name.');
    return c.body(null, 204);
  });
}

/** The secret of those reports. */
export function mountMailReportSecret(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/mails/report-secret',
      operationId: 'rotate_mail_report_secret',
      tags: ['mails'],
      ...access({ secret: 'hub:write' }),
      summary: 'Give the mail server of the hub a secret for its reports',
      description:
        'With it the server signs what it reports of bounces and complaints. Until the overlap is over, the secret before is taken as well.',
      request: { body: jsonBody(mailReportRotationSchema) },
      responses: { 200: jsonContent(mailReportSecretSchema, 'Where to report, and the new secret') },
    }),
    async (c) => c.json(await rotateReportSecret(c, c.req.valid('json').overlapHours), 200, SHOWN_ONCE),
  );
}
