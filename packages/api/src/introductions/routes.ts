import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import {
  askSchema,
  declineSchema,
  introductionPageSchema,
  introductionQuerySchema,
  introductionSchema,
  meetingSchema,
} from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ring } from '../jobs/doorbell.ts';
import { newId } from '../lib/ids.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { assertOwn } from '../lib/principal.ts';
import { access } from '../middleware/access.ts';
import { ask } from './ask.ts';
import { listIntroductions } from './list-store.ts';
import { cancelMeeting, setMeeting } from './meetings.ts';
import { ownerOf, viewerProfile } from './owner.ts';
import { act, type Caller, present, readIntroduction } from './service.ts';
import { viewFor } from './sides.ts';

const callerOf = (c: Context<AppEnv>): Caller => ({
  hub: c.get('hub'),
  viewer: viewerProfile(c),
  actor: actorOf(c),
});

const afterWrite = (c: Context<AppEnv>): void => c.executionCtx.waitUntil(ring(c.env, 'deliver-webhooks'));

const tags = ['introductions'];
const one = jsonContent(introductionSchema, 'The introduction');

/** Introductions: a request to meet, and its answer. */
export function mountIntroductions(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/introductions',
      operationId: 'ask_introduction',
      tags,
      ...access({ secret: 'introductions:write', viewer: true }),
      summary: 'Ask to meet',
      description:
        'Of two kinds that a pairing joins, and while each may be shown to the other: within a hub both are active and consent to matching, across hubs both are in the exchange for the other’s hub. A profile may ask 20 times in 24 hours and have 10 open requests at one hub. After a decline or expiry the two have a pause of 90 days, after a withdrawal of one.',
      request: { body: jsonBody(askSchema) },
      responses: { 201: one },
    }),
    async (c) => {
      const { from, to, message, lang = null } = c.req.valid('json');
      assertOwn(c, from.kind, from.id);
      const input = { id: await newId(c, 'int'), from, to, message, lang };
      const asked = await ask(c.get('db'), c.get('hub'), actorOf(c), input, new Date());
      afterWrite(c);
      return c.json(viewFor(asked, c.get('hub').id, ['asker']), 201, { location: `/v1/introductions/${asked.id}` });
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/introductions',
      operationId: 'list_introductions',
      tags,
      ...access({ secret: 'introductions:read', viewer: true }),
      summary: 'List introductions, the newest first',
      description: 'Without contacts. A viewer finds those of its own profile alone.',
      request: { query: introductionQuerySchema },
      responses: { 200: jsonContent(introductionPageSchema, 'A page of introductions') },
    }),
    async (c) => {
      const query = c.req.valid('query');
      const caller = callerOf(c);
      const reader = { hubId: caller.hub.id, profile: ownerOf(c, query), staff: caller.viewer === undefined };
      const { items, nextCursor } = await listIntroductions(c.get('db'), reader, query);
      return c.json({ items: await present(c.get('db'), caller, items), nextCursor }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/introductions/{id}',
      operationId: 'get_introduction',
      tags,
      ...access({ secret: 'introductions:read', viewer: true }),
      summary: 'Read an introduction',
      description:
        'With the contacts of both once it is accepted, as long as each may still be shown to the other. That they were read is on record in the audit log of both hubs.',
      request: { params: idParam },
      responses: { 200: one },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const seen = await readIntroduction(c.get('db'), callerOf(c), id, new Date());
      return c.json(seen, 200, { 'cache-control': 'no-store' });
    },
  );

  mountAction(app, 'accept', 'Accept an introduction', 'By the asked side. From now on both can read the contacts.');
  mountAction(app, 'withdraw', 'Withdraw an introduction', 'By the asking side.');
  mountAction(app, 'approve', 'Let an introduction reach a member', 'By the hub of the asked side, which has a say.');
  mountAction(
    app,
    'refuse',
    'Keep an introduction from a member',
    'By the hub of the asked side, which has a say. To the asking side it is a decline as any other.',
  );

  app.openapi(
    createRoute({
      ...actionRoute('decline'),
      path: '/v1/introductions/{id}/decline' as const,
      summary: 'Decline an introduction',
      description: 'By the asked side. The asking side never learns the reason.',
      request: { params: idParam, body: jsonBody(declineSchema) },
    }),
    async (c) => {
      const { reason = null } = c.req.valid('json');
      const seen = await act(c.get('db'), callerOf(c), c.req.valid('param').id, 'decline', new Date(), reason);
      afterWrite(c);
      return c.json(seen, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'put',
      path: '/v1/introductions/{id}/meeting',
      operationId: 'set_meeting',
      tags,
      ...access({ secret: 'introductions:write', viewer: true }),
      summary: 'Set when and where the two meet',
      description:
        'By either side of an accepted introduction, in place of what was set before. Both read it with the introduction, and in the calendar of their feeds.',
      request: { params: idParam, body: jsonBody(meetingSchema) },
      responses: { 200: one },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await setMeeting(c.get('db'), callerOf(c), id, c.req.valid('json'), new Date()), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/v1/introductions/{id}/meeting',
      operationId: 'cancel_meeting',
      tags,
      ...access({ secret: 'introductions:write', viewer: true }),
      summary: 'Call the meeting off',
      description: 'By either side. The introduction stays accepted; calendars show the meeting as cancelled.',
      request: { params: idParam },
      responses: { 200: one },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await cancelMeeting(c.get('db'), callerOf(c), id, new Date()), 200);
    },
  );
}

type PlainAction = 'accept' | 'withdraw' | 'approve' | 'refuse';

const actionRoute = (action: PlainAction | 'decline') => ({
  method: 'post' as const,
  operationId: `${action}_introduction`,
  tags,
  // Whether a hub lets a request through is not its members' to say.
  ...access({
    secret: 'introductions:write',
    ...(action !== 'approve' && action !== 'refuse' && { viewer: true as const }),
  }),
  responses: { 200: one },
});

function mountAction(app: OpenAPIHono<AppEnv>, action: PlainAction, summary: string, description: string): void {
  app.openapi(
    createRoute({
      ...actionRoute(action),
      path: `/v1/introductions/{id}/${action}` as const,
      summary,
      description,
      request: { params: idParam },
    }),
    async (c) => {
      const seen = await act(c.get('db'), callerOf(c), c.req.valid('param').id, action, new Date());
      afterWrite(c);
      return c.json(seen, 200);
    },
  );
}
