import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { exchangedSchema, KIND_NAMES, KINDS } from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { jsonContent } from '../lib/openapi.ts';
import { access } from '../middleware/access.ts';
import { exchangeCards } from './cards.ts';

const cardParam = z.object({
  id: z
    .string()
    .regex(/^~[0-9A-Za-z]{22}$/, 'must be ~ and 22 of 0–9 A–Z a–z')
    .meta({ param: { in: 'path', name: 'id' }, example: '~3kTMd0QvYb7rXw9LcZ2aHe' }),
});

/** One card of another hub, as lists show it. */
export function mountExchange(app: OpenAPIHono<AppEnv>): void {
  for (const kind of KIND_NAMES) {
    app.openapi(
      createRoute({
        ...access({ secret: 'exchange:read' }),
        method: 'get',
        path: `/v1/exchange/${KINDS[kind].path}/{id}`,
        operationId: `get_exchange_${kind}`,
        tags: ['exchange'],
        summary: `Read the card of a ${kind} of another hub`,
        description: 'While its owner consents, and agreement, corridor and policy let this hub see it.',
        request: { params: cardParam },
        responses: { 200: jsonContent(exchangedSchema, 'The card') },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const found = (await exchangeCards(c.get('db'), c.get('hub'), [{ kind, id }])).get(`${kind} ${id}`);
        if (!found) throw new ApiError('not_found', `There is no card "${id}" in the exchange.`);
        return c.json({ kind, id, ...found }, 200);
      },
    );
  }
}
