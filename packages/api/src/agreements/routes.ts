import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { agreementInputSchema, agreementPageSchema, agreementSchema, pageQueryShape } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { ring } from '../jobs/doorbell.ts';
import { newId } from '../lib/ids.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { access } from '../middleware/access.ts';
import {
  type AgreementRow,
  acceptAgreement,
  endAgreement,
  findAgreement,
  listAgreements,
  proposeAgreement,
  seenBy,
} from './store.ts';

const READ = { ...access({ secret: 'exchange:read' }), tags: ['exchange'] };
const WRITE = { ...access({ secret: 'exchange:write' }), tags: ['exchange'] };

/** Agreements of two hubs to release cards to each other. */
export function mountAgreements(app: OpenAPIHono<AppEnv>): void {
  const agreement = jsonContent(agreementSchema, 'The agreement');

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'post',
      path: '/v1/agreements',
      operationId: 'propose_agreement',
      summary: 'Propose an agreement to another hub',
      description:
        'It is in force once the partner accepts. The answer is the same whether there is such a hub or not. Where several agreements of two hubs are in force, what one of them lets through may be seen.',
      request: { body: jsonBody(agreementInputSchema) },
      responses: { 201: agreement },
    }),
    async (c) => {
      const hub = c.get('hub');
      const input = c.req.valid('json');
      if (input.partner === hub.id) throw toItself();
      const made = { id: await newId(c, 'agr'), input, actor: actorOf(c) };
      const row = await proposeAgreement(c.get('db'), hub.id, made, new Date());
      if (!row) throw new ApiError('conflict', `A proposal to "${input.partner}" is open; end it first.`);
      tell(c);
      return c.json(seenBy(hub.id, row), 201, { location: `/v1/agreements/${row.id}` });
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/agreements',
      operationId: 'list_agreements',
      summary: 'Agreements, and proposals to and from this hub',
      request: { query: z.strictObject(pageQueryShape) },
      responses: { 200: jsonContent(agreementPageSchema, 'In the order of their ids') },
    }),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      const after = String(readCursor(cursor, 1)?.[0] ?? '');
      const rows = await listAgreements(c.get('db'), c.get('hub').id, after, limit + 1);
      const page = toPage(rows, limit, ({ id }) => [id]);
      return c.json({ ...page, items: page.items.map((row) => seenBy(c.get('hub').id, row)) }, 200);
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/agreements/{id}',
      operationId: 'get_agreement',
      summary: 'Read an agreement',
      request: { params: idParam },
      responses: { 200: agreement },
    }),
    async (c) => c.json(seenBy(c.get('hub').id, await find(c, c.req.valid('param').id)), 200),
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'post',
      path: '/v1/agreements/{id}/accept',
      operationId: 'accept_agreement',
      summary: 'Accept a proposal of another hub',
      request: { params: idParam },
      responses: { 200: agreement },
    }),
    async (c) => {
      const hub = c.get('hub');
      const row = await find(c, c.req.valid('param').id);
      if (row.partner !== hub.id)
        throw new ApiError('conflict', 'A proposal is accepted by the hub that it was made to.');
      if (!row.accepted_at && (await acceptAgreement(c.get('db'), hub.id, row, actorOf(c), new Date()))) tell(c);
      const current = await find(c, row.id);
      if (current.ended_at) throw new ApiError('conflict', 'This proposal has ended.');
      return c.json(seenBy(hub.id, current), 200);
    },
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'delete',
      path: '/v1/agreements/{id}',
      operationId: 'end_agreement',
      summary: 'End an agreement, or take back or decline a proposal',
      description: 'At once: the cards of each hub are gone from the other by its next read.',
      request: { params: idParam },
      responses: { 204: { description: 'Ended, now or before' } },
    }),
    async (c) => {
      let row = await find(c, c.req.valid('param').id);
      // Whom its end is told to depends on whether it was accepted: one that is accepted meanwhile is read anew.
      while (!row.ended_at) {
        if (await endAgreement(c.get('db'), c.get('hub').id, row, actorOf(c), new Date())) tell(c);
        row = await find(c, row.id);
      }
      return c.body(null, 204);
    },
  );
}

/** @throws {ApiError} `not_found` for an agreement to which the hub is no party, as for none. */
async function find(c: Context<AppEnv>, id: string): Promise<AgreementRow> {
  const row = await findAgreement(c.get('db'), c.get('hub').id, id);
  if (!row) throw new ApiError('not_found', `This hub has no agreement "${id}".`);
  return row;
}

const tell = (c: Context<AppEnv>): void => c.executionCtx.waitUntil(ring(c.env, 'deliver-webhooks'));

const toItself = () =>
  new ApiError('invalid_request', 'A hub makes no agreement with itself.', [
    { in: 'body', path: '/partner', rule: 'other_hub', message: 'must be another hub', received: 'string' },
  ]);
