import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { COUNTRIES, type CountryCode } from '@kopru/sdk/facets';
import { corridorListSchema, subscriptionListSchema, subscriptionSchema } from '@kopru/sdk/schema';
import type { Context, MiddlewareHandler } from 'hono';
import { actorOf } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { jsonContent } from '../lib/openapi.ts';
import { access } from '../middleware/access.ts';
import { limitNetwork } from '../middleware/rate-limit.ts';
import { corridorNumbers, LIFE } from './service.ts';
import { listSubscriptions, subscribe, unsubscribe } from './store.ts';

const READ = { ...access({ secret: 'exchange:read' }), tags: ['exchange'] };
const WRITE = { ...access({ secret: 'exchange:write' }), tags: ['exchange'] };

const fromParam = z.object({
  country: z.enum(COUNTRIES).meta({ param: { in: 'path', name: 'country' }, example: 'KZ' }),
});

/** A page of any origin reads the answer, a refusal too. */
const readableByAll: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.header('access-control-allow-origin', '*');
  await next();
};

/** The numbers of the exchange, for everybody. Mounted before the key is asked for. */
export function mountCorridorNumbers(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/corridors',
      middleware: [readableByAll, limitNetwork],
      operationId: 'list_corridors',
      tags: ['exchange'],
      summary: 'How much is exchanged between countries',
      description: 'Of all hubs of the deployment, without a key. Renewed every five minutes.',
      responses: { 200: jsonContent(corridorListSchema, 'Corridors of which a number may be told') },
    }),
    async (c) => {
      const numbers = await corridorNumbers(c.env.DB, c.env.CACHE, new Date());
      return c.json(numbers, 200, { 'cache-control': `public, max-age=${LIFE}` });
    },
  );
}

/** The corridors that a hub takes cards from: those that lead to its own country. */
export function mountCorridors(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/corridors/subscriptions',
      operationId: 'list_corridor_subscriptions',
      summary: 'The corridors that this hub takes cards from',
      responses: { 200: jsonContent(subscriptionListSchema, 'By country') },
    }),
    async (c) => {
      const to = c.get('hub').country as CountryCode | null;
      const rows = to ? await listSubscriptions(c.get('db'), c.get('hub').id) : [];
      const items = rows.map(({ country, created_at }) => ({
        from: country,
        to: to as CountryCode,
        since: created_at,
      }));
      return c.json({ items }, 200);
    },
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'put',
      path: '/v1/corridors/subscriptions/{country}',
      operationId: 'open_corridor',
      summary: 'Take the cards of partners in a country',
      description: 'From then on match lists, feeds and searches of this hub also hold them.',
      request: { params: fromParam },
      responses: { 200: jsonContent(subscriptionSchema, 'The corridor') },
    }),
    async (c) => {
      const to = countryOf(c);
      const { country: from } = c.req.valid('param');
      const { created_at } = await subscribe(c.get('db'), c.get('hub').id, from, actorOf(c), new Date());
      return c.json({ from, to, since: created_at }, 200);
    },
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'delete',
      path: '/v1/corridors/subscriptions/{country}',
      operationId: 'close_corridor',
      summary: 'Take no more cards from a country',
      description: 'They are gone from this hub by its next read.',
      request: { params: fromParam },
      responses: { 204: { description: 'Closed, now or before' } },
    }),
    async (c) => {
      await unsubscribe(c.get('db'), c.get('hub').id, c.req.valid('param').country, actorOf(c), new Date());
      return c.body(null, 204);
    },
  );
}

/** @throws {ApiError} `conflict` for a hub without a country, to which no corridor leads. */
function countryOf(c: Context<AppEnv>): CountryCode {
  const { country } = c.get('hub');
  if (!country) throw new ApiError('conflict', 'This hub has no country yet, to which a corridor could lead.');
  return country as CountryCode;
}
