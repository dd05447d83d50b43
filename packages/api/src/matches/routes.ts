import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { soughtBy } from '@kopru/sdk/engine';
import {
  coInvestmentQuerySchema,
  coInvestmentRequestSchema,
  coInvestmentSchema,
  KIND_NAMES,
  KINDS,
  type Kind,
  marketEntryQuerySchema,
  marketEntrySchema,
  matchBatchQuerySchema,
  matchBatchSchema,
  matchListSchema,
  matchListsSchema,
  matchQuerySchema,
  matchRequestSchema,
  neighboursQuerySchema,
  neighboursSchema,
  scoreQuerySchema,
  scoreRequestSchema,
  scoreSchema,
} from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { assertOwn } from '../lib/principal.ts';
import { access } from '../middleware/access.ts';
import { coInvestmentOf } from './co-investment.ts';
import { adHocMatches, batchMatches, storedMatches } from './lists.ts';
import { ENTRANT, marketEntryOf } from './market-entry.ts';
import { INVENTION, neighboursIn } from './neighbours.ts';
import { scorePair } from './score.ts';

/** The options of the lists of a kind, which hold one of the kinds that it seeks. */
const queryOf = (kind: Kind) => {
  const sought = soughtBy(kind) as [Kind, ...Kind[]];
  return matchQuerySchema.extend({
    kind: z
      .enum(sought)
      .optional()
      .meta({ description: `Which kind to list; without it ${sought[0]}`, example: sought[0] }),
  });
};

/** Match lists of stored profiles of every kind and of one that is not stored, many at once, and one pair by itself. */
export function mountMatches(app: OpenAPIHono<AppEnv>): void {
  const list = jsonContent(matchListSchema, 'The match list, best first');
  const tags = ['matches'];

  for (const kind of KIND_NAMES) {
    const { path } = KINDS[kind];
    app.openapi(
      createRoute({
        method: 'get',
        path: `/v1/${path}/{id}/matches`,
        operationId: `list_${kind}_matches`,
        tags,
        ...access({ secret: 'matches:read', viewer: true }),
        summary: `The matches of a ${kind}`,
        request: { params: idParam, query: queryOf(kind) },
        responses: { 200: list },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertOwn(c, kind, id);
        return c.json(await storedMatches(c, kind, id, c.req.valid('query')), 200);
      },
    );
  }

  app.openapi(
    createRoute({
      method: 'get',
      path: `/v1/${KINDS[ENTRANT].path}/{id}/market-entry`,
      operationId: 'get_market_entry',
      tags,
      ...access({ secret: 'matches:read', viewer: true }),
      summary: `Who can help a ${ENTRANT} into a country, of every kind that it seeks`,
      request: { params: idParam, query: marketEntryQuerySchema },
      responses: { 200: jsonContent(marketEntrySchema, 'A group of each kind') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      assertOwn(c, ENTRANT, id);
      return c.json(await marketEntryOf(c, ENTRANT, id, c.req.valid('query')), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: `/v1/${KINDS[INVENTION].path}/{id}/neighbours`,
      operationId: 'list_neighbours',
      tags,
      ...access({ secret: 'matches:read', viewer: true }),
      summary: `The ${KINDS[INVENTION].path} whose abstracts are most like that of one, across offices and languages`,
      description:
        'Of the hub, and of other hubs those whose abstracts owners and hubs released. This is no legal advice and no search of the state of the art: show the `notice` beside the list.',
      request: { params: idParam, query: neighboursQuerySchema },
      responses: { 200: jsonContent(neighboursSchema, 'The most alike first') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      assertOwn(c, INVENTION, id);
      return c.json(await neighboursIn(c, id, c.req.valid('query')), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: `/v1/${KINDS[ENTRANT].path}/{id}/co-investment`,
      operationId: 'find_co_investment',
      tags,
      ...access({ secret: 'matches:read', viewer: true }),
      summary: `Which investors fill a round of a ${ENTRANT} together`,
      description:
        'Changes nothing. Of the hub and of its partners those whose tickets, instruments, roles and conditions go together: who leads, who puts in how much and why, and what is left open. Where the round cannot be filled, the most of it that can, and which rule stops it.',
      request: { params: idParam, query: coInvestmentQuerySchema, body: jsonBody(coInvestmentRequestSchema) },
      responses: { 200: jsonContent(coInvestmentSchema, 'Who fills the round') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      assertOwn(c, ENTRANT, id);
      return c.json(await coInvestmentOf(c, id, c.req.valid('json'), c.req.valid('query').explain), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/match',
      operationId: 'match',
      tags,
      ...access({ secret: 'matches:read' }),
      summary: 'The matches of a profile that is not stored',
      request: { query: matchQuerySchema, body: jsonBody(matchRequestSchema) },
      responses: { 200: list },
    }),
    async (c) => c.json(await adHocMatches(c, c.req.valid('json'), c.req.valid('query')), 200),
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/matches/batch',
      operationId: 'list_matches_batch',
      tags,
      ...access({ secret: 'matches:read' }),
      summary: 'The first pages of up to 100 match lists',
      request: { query: matchBatchQuerySchema, body: jsonBody(matchBatchSchema) },
      responses: { 200: jsonContent(matchListsSchema, 'The lists, and the ids that are not there') },
    }),
    async (c) => c.json(await batchMatches(c, c.req.valid('json'), c.req.valid('query')), 200),
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/score',
      operationId: 'score',
      tags,
      ...access({ secret: 'matches:read', viewer: true }),
      summary: 'One pair: whether it is eligible, why not, its score and why',
      description:
        'Each side is a stored profile or one that is not stored. A viewer token scores its own profile with a stored one.',
      request: { query: scoreQuerySchema, body: jsonBody(scoreRequestSchema) },
      responses: { 200: jsonContent(scoreSchema, 'The pair') },
    }),
    async (c) => c.json(await scorePair(c, c.req.valid('json'), c.req.valid('query')), 200),
  );
}
