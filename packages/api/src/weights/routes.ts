import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { weightsSchema, weightsUpdateSchema } from '@kopru/sdk/schema';
import { type Actor, actorOf } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { jsonBody, jsonContent } from '../lib/openapi.ts';
import type { Queryable } from '../lib/queryable.ts';
import { access } from '../middleware/access.ts';
import { describeWeights, freezeWeights, resetWeights, setWeights, unfreezeWeights } from './service.ts';

const ACTS: Readonly<
  Record<string, { act: (db: Queryable, hubId: string, actor: Actor, now: Date) => Promise<void>; summary: string }>
> = {
  freeze: { act: freezeWeights, summary: 'Keep the weights as they are, whatever is answered' },
  unfreeze: { act: unfreezeWeights, summary: 'Let answers move the weights again' },
  reset: { act: resetWeights, summary: 'Go back to the defaults; answers so far count no more' },
};

/** The weights of a hub: read (which is also their export), set by hand, freeze, reset. */
export function mountWeights(app: OpenAPIHono<AppEnv>): void {
  const answer = jsonContent(weightsSchema, 'The weights as they count now, with ranges and evidence');
  const tags = ['weights'];

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/weights',
      operationId: 'get_weights',
      tags,
      ...access({ secret: 'hub:read' }),
      summary: 'How much each signal counts, and why',
      responses: { 200: answer },
    }),
    async (c) => c.json(await describeWeights(c.get('db'), c.get('hub').id), 200),
  );

  app.openapi(
    createRoute({
      method: 'put',
      path: '/v1/weights',
      operationId: 'put_weights',
      tags,
      ...access({ secret: 'hub:write' }),
      summary: 'Set weights by hand, each within its range',
      request: { body: jsonBody(weightsUpdateSchema) },
      responses: { 200: answer },
    }),
    async (c) => {
      const [db, hubId] = [c.get('db'), c.get('hub').id];
      await setWeights(db, hubId, actorOf(c), c.req.valid('json'), new Date());
      return c.json(await describeWeights(db, hubId), 200);
    },
  );

  for (const [verb, { act, summary }] of Object.entries(ACTS)) {
    app.openapi(
      createRoute({
        method: 'post',
        path: `/v1/weights/${verb}`,
        operationId: `${verb}_weights`,
        tags,
        ...access({ secret: 'hub:write' }),
        summary,
        responses: { 200: answer },
      }),
      async (c) => {
        const [db, hubId] = [c.get('db'), c.get('hub').id];
        await act(db, hubId, actorOf(c), new Date());
        return c.json(await describeWeights(db, hubId), 200);
      },
    );
  }
}
