import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { feedbackSchema } from '@kopru/sdk/schema';
import { actorOf } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { jsonBody } from '../lib/openapi.ts';
import { assertOwn } from '../lib/principal.ts';
import { missing, searchOf, storedSubject } from '../matches/subject.ts';
import { access } from '../middleware/access.ts';
import { giveFeedback } from './service.ts';

/** What members did with the matches that they were shown. */
export function mountFeedback(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/feedback',
      operationId: 'give_feedback',
      tags: ['matches'],
      ...access({ secret: 'matches:write', viewer: true }),
      summary: 'Say what a member did with matches that it was shown',
      description:
        'The weights of the hub learn from it. An answer of a pair counts once: sent again, it changes nothing. A match is saved, passed over or undecided: the last of these stands. Of a member the newest 1,000 are kept.',
      request: { body: jsonBody(feedbackSchema) },
      responses: { 204: { description: 'Kept' } },
    }),
    async (c) => {
      const feedback = c.req.valid('json');
      const { kind, id } = feedback.subject;
      assertOwn(c, kind, id);
      const search = await searchOf(c);
      const subject = await storedSubject(c, search, kind, id);
      if (!subject) throw missing(kind, id);
      const index = await search.of(feedback.answers.map(({ candidate }) => candidate));
      await giveFeedback(c.get('db'), c.get('hub').id, actorOf(c), index, subject, feedback, new Date());
      return c.body(null, 204);
    },
  );
}
