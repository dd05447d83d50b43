import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import {
  digestPreviewSchema,
  mailSubscriptionPageSchema,
  mailSubscriptionPatchSchema,
  mailSubscriptionQuerySchema,
  mailSubscriptionSchema,
  newMailSubscriptionSchema,
} from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { ownerOf, viewerProfile } from '../introductions/owner.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { assertHolds, assertOwn } from '../lib/principal.ts';
import { previewDigest } from '../mails/digest/preview.ts';
import { access } from '../middleware/access.ts';
import { change, end, subscribe } from './service.ts';
import { getSubscription, listSubscriptions, type SubscriptionRow, toView } from './store.ts';

/** Subscriptions: who gets mail about which profile, and how. */
export function mountSubscriptions(app: OpenAPIHono<AppEnv>): void {
  const tags = ['subscriptions'];
  const WRITE = access({ secret: 'matches:write', viewer: true });
  const READ = access({ secret: 'matches:read', viewer: true });

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/subscriptions',
      operationId: 'create_subscription',
      tags,
      ...WRITE,
      summary: 'Subscribe an address to a profile',
      description:
        'The address gets one mail that asks whether it wants this, and nothing else before it has confirmed. Whoever reads it learns what the owner of the profile may see, so that a key also needs matches:read and introductions:read. A profile has at most 20 subscriptions that have not ended. An address that unsubscribed, complained or bounced is refused.',
      request: { body: jsonBody(newMailSubscriptionSchema) },
      responses: {
        201: jsonContent(mailSubscriptionSchema, 'The subscription, which waits for its address to confirm'),
        200: jsonContent(mailSubscriptionSchema, 'The address was subscribed before, or is asked again'),
      },
    }),
    async (c) => {
      const wanted = c.req.valid('json');
      assertOwn(c, wanted.profile.kind, wanted.profile.id);
      assertHolds(c, ['matches:read', 'introductions:read']);
      const { subscription, isNew } = await subscribe(c, wanted);
      if (!isNew) return c.json(subscription, 200);
      return c.json(subscription, 201, { location: `/v1/subscriptions/${subscription.id}` });
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/subscriptions',
      operationId: 'list_subscriptions',
      tags,
      ...READ,
      summary: 'List subscriptions',
      description: 'Those that ended too, for 90 days. A viewer finds those of its own profile alone.',
      request: { query: mailSubscriptionQuerySchema },
      responses: { 200: jsonContent(mailSubscriptionPageSchema, 'A page of subscriptions') },
    }),
    async (c) => {
      const { limit, cursor, state, ...asked } = c.req.valid('query');
      const owner = ownerOf(c, asked);
      return c.json(await listSubscriptions(c.get('db'), c.get('hub').id, owner, { limit, cursor, state }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/subscriptions/{id}',
      operationId: 'get_subscription',
      tags,
      ...READ,
      summary: 'Read a subscription',
      request: { params: idParam },
      responses: { 200: jsonContent(mailSubscriptionSchema, 'The subscription') },
    }),
    async (c) => c.json(toView(await find(c, c.req.valid('param').id)), 200),
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/subscriptions/{id}/preview',
      operationId: 'preview_digest',
      tags,
      ...READ,
      summary: 'Look at the next digest of a subscription',
      description: 'Nothing is sent, and nothing is remembered as told. Its links lead nowhere.',
      request: { params: idParam },
      responses: { 200: jsonContent(digestPreviewSchema, 'What it would say now, or why there would be none') },
    }),
    async (c) => c.json(await previewDigest(c, await find(c, c.req.valid('param').id)), 200),
  );

  app.openapi(
    createRoute({
      method: 'patch',
      path: '/v1/subscriptions/{id}',
      operationId: 'update_subscription',
      tags,
      ...WRITE,
      summary: 'Change a subscription',
      description: 'What is not named stays as it is. The next digest comes by the new rhythm.',
      request: { params: idParam, body: jsonBody(mailSubscriptionPatchSchema) },
      responses: { 200: jsonContent(mailSubscriptionSchema, 'The subscription as it is now') },
    }),
    async (c) => c.json(await change(c, await find(c, c.req.valid('param').id), c.req.valid('json')), 200),
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/v1/subscriptions/{id}',
      operationId: 'end_subscription',
      tags,
      ...WRITE,
      summary: 'End a subscription at once',
      request: { params: idParam },
      responses: { 204: { description: 'Ended, now or before' } },
    }),
    async (c) => {
      await end(c, await find(c, c.req.valid('param').id));
      return c.body(null, 204);
    },
  );
}

/** @throws {ApiError} `not_found`, for a viewer also on one of another profile. */
async function find(c: Context<AppEnv>, id: string): Promise<SubscriptionRow> {
  const found = await getSubscription(c.get('db'), c.get('hub').id, id);
  const viewer = viewerProfile(c);
  if (!found || (viewer && (found.kind !== viewer.kind || found.profile_id !== viewer.id)))
    throw new ApiError('not_found', `There is no subscription "${id}".`);
  return found;
}
