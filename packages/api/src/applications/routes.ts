import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import {
  type ApplicationHistory,
  applicationHistorySchema,
  applicationInputSchema,
  applicationPageSchema,
  applicationPatchSchema,
  applicationQuerySchema,
  programmeNumbersSchema,
} from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../lib/ids.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { access } from '../middleware/access.ts';
import { apply, change, numbersOf } from './service.ts';
import { applicationOf, getApplication, listApplications, readMoves } from './store.ts';

const READ = { ...access({ secret: 'profiles:read' }), tags: ['applications'] };
const WRITE = { ...access({ secret: 'profiles:write' }), tags: ['applications'] };

/** Applications to the calls of programmes. */
export function mountApplications(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      ...WRITE,
      method: 'post',
      path: '/v1/applications',
      operationId: 'create_application',
      summary: 'Apply to a call of a programme',
      description:
        'Both are profiles of this hub. The call has to be open on the day, in UTC, and a startup applies to it once; after it was declined or has withdrawn it may apply again. Whether it is eligible the programme decides: the list of its matches says what speaks against it.',
      request: { body: jsonBody(applicationInputSchema) },
      responses: { 201: jsonContent(applicationHistorySchema, 'The application') },
    }),
    async (c) => {
      const id = await newId(c, 'apl');
      await apply(c.get('db'), c.get('hub').id, actorOf(c), { id, input: c.req.valid('json') }, new Date());
      return c.json(await history(c, id), 201, { location: `/v1/applications/${id}` });
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/applications',
      operationId: 'list_applications',
      summary: 'The applications of the hub',
      request: { query: applicationQuerySchema },
      responses: { 200: jsonContent(applicationPageSchema, 'Applications, the newest first') },
    }),
    async (c) => {
      const query = c.req.valid('query');
      const rows = await listApplications(c.get('db'), c.get('hub').id, query, readCursor(query.cursor, 2));
      const page = toPage(rows, query.limit, (row) => [row.created_at, row.id]);
      return c.json({ ...page, items: page.items.map(applicationOf) }, 200);
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/applications/{id}',
      operationId: 'get_application',
      summary: 'An application with its history',
      request: { params: idParam },
      responses: { 200: jsonContent(applicationHistorySchema, 'The application') },
    }),
    async (c) => c.json(await history(c, c.req.valid('param').id), 200),
  );

  app.openapi(
    createRoute({
      ...WRITE,
      method: 'patch',
      path: '/v1/applications/{id}',
      operationId: 'update_application',
      summary: 'Admit, decline, move on or close an application',
      description:
        'Who is admitted belongs to the cohort of the call, of which there are as many as its capacity. `stage` is one of the `pipeline` in the settings of the hub. Each change of state and stage is kept with its time and key.',
      request: { params: idParam, body: jsonBody(applicationPatchSchema) },
      responses: { 200: jsonContent(applicationHistorySchema, 'The application') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      await change(c.get('db'), c.get('hub'), actorOf(c), { id, patch: c.req.valid('json') }, new Date());
      return c.json(await history(c, id), 200);
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/programmes/{id}/numbers',
      operationId: 'get_programme_numbers',
      summary: 'How many applied, were admitted and are alumni, and what they raised',
      request: { params: idParam },
      responses: { 200: jsonContent(programmeNumbersSchema, 'The numbers, in all and by call') },
    }),
    async (c) => c.json(await numbersOf(c.get('db'), c.get('hub').id, c.req.valid('param').id), 200),
  );
}

async function history(c: Context<AppEnv>, id: string): Promise<ApplicationHistory> {
  const [db, hubId] = [c.get('db'), c.get('hub').id];
  const row = await getApplication(db, hubId, id);
  if (!row) throw new ApiError('not_found', `This hub has no application "${id}".`);
  return { ...applicationOf(row), moves: await readMoves(db, hubId, id) };
}
