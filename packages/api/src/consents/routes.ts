import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  consentInputSchema,
  consentPageSchema,
  consentSchema,
  KIND_NAMES,
  KINDS,
  pageQueryShape,
} from '@kopru/sdk/schema';
import { actorOf } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { ring } from '../jobs/doorbell.ts';
import { newExchangeId } from '../lib/exchange-id.ts';
import { newId } from '../lib/ids.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { assertOwn } from '../lib/principal.ts';
import { access } from '../middleware/access.ts';
import { hasProfile, listConsents, recordConsent, withdrawConsent } from './store.ts';

const consentParam = idParam.extend({
  consentId: z.string().min(1).max(128).meta({ example: 'cns_0f9c3b' }),
});

/** The consents of a profile's owner to the exchange. */
export function mountConsents(app: OpenAPIHono<AppEnv>): void {
  for (const kind of KIND_NAMES) {
    const path = `/v1/${KINDS[kind].path}/{id}/consents` as const;
    const read = { ...access({ secret: 'exchange:read', viewer: true }), tags: ['exchange'] };
    const write = { ...access({ secret: 'exchange:write', viewer: true }), tags: ['exchange'] };
    const missing = (id: string) => new ApiError('not_found', `This hub has no ${kind} "${id}".`);

    app.openapi(
      createRoute({
        ...write,
        method: 'post',
        path,
        operationId: `record_${kind}_consent`,
        summary: `Record that the owner of a ${kind} consents to the exchange`,
        description:
          'From then on partners of the hub are offered a card of it. It takes the place of an earlier consent, which counts as withdrawn. Sent again under its `Idempotency-Key` it is the same record, even if that was withdrawn since.',
        request: { params: idParam, body: jsonBody(consentInputSchema) },
        responses: { 201: jsonContent(consentSchema, 'The record') },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertOwn(c, kind, id);
        const input = c.req.valid('json');
        const now = new Date();
        if (input.givenAt && Date.parse(input.givenAt) > now.getTime()) throw inTheFuture();
        const profile = { hubId: c.get('hub').id, kind, id };
        const made = { id: await newId(c, 'cns'), exchangeId: newExchangeId(), input, actor: actorOf(c) };
        const consent = await recordConsent(c.get('db'), profile, made, now);
        if (!consent) throw missing(id);
        c.executionCtx.waitUntil(ring(c.env, 'deliver-webhooks'));
        return c.json(consent, 201);
      },
    );

    app.openapi(
      createRoute({
        ...read,
        method: 'get',
        path,
        operationId: `list_${kind}_consents`,
        summary: `The consents of a ${kind}, withdrawn ones too`,
        request: { params: idParam, query: z.strictObject(pageQueryShape) },
        responses: { 200: jsonContent(consentPageSchema, 'The latest first') },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertOwn(c, kind, id);
        const { limit, cursor } = c.req.valid('query');
        const before = readCursor(cursor, 2);
        const profile = { hubId: c.get('hub').id, kind, id };
        if (!(await hasProfile(c.get('db'), profile))) throw missing(id);
        const rows = await listConsents(c.get('db'), profile, before, limit + 1);
        return c.json(
          toPage(rows, limit, (consent) => [consent.recordedAt, consent.id]),
          200,
        );
      },
    );

    app.openapi(
      createRoute({
        ...write,
        method: 'delete',
        path: `${path}/{consentId}` as const,
        operationId: `withdraw_${kind}_consent`,
        summary: `Withdraw a consent of a ${kind}`,
        description: 'The card is gone from every hub by its next read. The record stays, with the time.',
        request: { params: consentParam },
        responses: { 204: { description: 'Withdrawn, now or before' } },
      }),
      async (c) => {
        const { id, consentId } = c.req.valid('param');
        assertOwn(c, kind, id);
        const profile = { hubId: c.get('hub').id, kind, id };
        if (!(await withdrawConsent(c.get('db'), profile, consentId, actorOf(c), new Date())))
          throw new ApiError('not_found', `This ${kind} has no consent "${consentId}".`);
        c.executionCtx.waitUntil(ring(c.env, 'deliver-webhooks'));
        return c.body(null, 204);
      },
    );
  }
}

const inTheFuture = () =>
  new ApiError('invalid_request', 'givenAt lies in the future.', [
    { in: 'body', path: '/givenAt', rule: 'not_in_future', message: 'must not lie in the future', received: 'string' },
  ]);
