import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type MailNumbers, type MailNumbersQuery, mailNumbersQuerySchema, mailNumbersSchema } from '@kopru/sdk/schema';
import type { AppEnv } from '../../env.ts';
import { ApiError } from '../../errors.ts';
import { jsonContent } from '../../lib/openapi.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { daysAfter } from '../../lib/time.ts';
import { access } from '../../middleware/access.ts';
import { countAnswers, countMails, countSubscriptions } from './store.ts';

/** Days that count unless a time is named. */
const DAYS = 30;

/** What became of a hub's mail. Mounted before the routes that name a mail, of which `numbers` could be one. */
export function mountMailNumbers(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/mails/numbers',
      operationId: 'get_mail_numbers',
      tags: ['mails'],
      ...access({ secret: 'hub:read' }),
      summary: 'What became of the hub’s mail',
      description:
        'What servers and readers said: sent, bounced, complained, answered, ended. No mail tells that it was opened, and no link counts a click.',
      request: { query: mailNumbersQuerySchema },
      responses: { 200: jsonContent(mailNumbersSchema, 'The numbers of the time') },
    }),
    async (c) => c.json(await numbersOf(c.get('db'), c.get('hub').id, c.req.valid('query'), new Date()), 200),
  );
}

/** @throws {ApiError} `invalid_request` on a time that begins after its end. */
async function numbersOf(db: Queryable, hubId: string, asked: MailNumbersQuery, now: Date): Promise<MailNumbers> {
  const end = asked.to === undefined ? now : new Date(asked.to);
  const from = asked.from === undefined ? daysAfter(end, -DAYS) : new Date(asked.from).toISOString();
  const to = end.toISOString();
  if (from >= to)
    throw new ApiError('invalid_request', 'from must be before to, which is now unless given.', [
      { in: 'query', path: '/from', rule: 'time_order', message: 'must be before to', received: 'string' },
    ]);
  const span = [from, to] as const;
  const [mails, given, subscriptions] = await Promise.all([
    countMails(db, hubId, span),
    countAnswers(db, hubId, span),
    countSubscriptions(db, hubId, span),
  ]);
  return { from, to, mails, ...given, subscriptions };
}
