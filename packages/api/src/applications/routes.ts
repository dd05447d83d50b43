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
import { viewerProfile } from '../introductions/owner.ts';
import { ring } from '../jobs/doorbell.ts';
import { newId } from '../lib/ids.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { assertOwn } from '../lib/principal.ts';
import { access } from '../middleware/access.ts';
import { numbersOf } from './numbers.ts';
import { historyOf, present } from './present.ts';
import { apply, change, findApplication } from './service.ts';
import { listApplications } from './store.ts';

const tags = ['applications'];
const READ = { ...access({ secret: 'profiles:read', viewer: true }), tags };
const WRITE = { ...access({ secret: 'profiles:write', viewer: true }), tags };

const afterWrite = (c: Context<AppEnv>): void => c.executionCtx.waitUntil(ring(c.env, 'deliver-webhooks'));

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
        'Both are profiles of this hub; the owner of a startup applies to programmes that it is shown. The call has to be open on the day, in UTC, and a startup applies to it once; after it was declined or has withdrawn it may apply again. Whether it is eligible the programme decides: the list of its matches says what speaks against it.',
      request: { body: jsonBody(applicationInputSchema) },
      responses: { 201: jsonContent(applicationHistorySchema, 'The application') },
    }),
    async (c) => {
      const input = c.req.valid('json');
      assertOwn(c, 'startup', input.startup);
      const id = await newId(c, 'apl');
      await apply(c.get('db'), c.get('hub').id, actorOf(c), { id, input }, new Date());
      afterWrite(c);
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
      description: 'The owner of a startup finds those of its own alone.',
      request: { query: applicationQuerySchema },
      responses: { 200: jsonContent(applicationPageSchema, 'Applications, the newest first') },
    }),
    async (c) => {
      const asked = c.req.valid('query');
      const query = { ...asked, startup: ownStartup(c, asked.startup) };
      const [db, hubId] = [c.get('db'), c.get('hub').id];
      const rows = await listApplications(db, hubId, query, readCursor(query.cursor, 2));
      const page = toPage(rows, query.limit, (row) => [row.created_at, row.id]);
      return c.json({ ...page, items: await present(db, hubId, page.items, readerOf(c)) }, 200);
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
        'The owner of a startup can withdraw, and change nothing else. Who is admitted belongs to the cohort of the call, of which there are as many as its capacity. `stage` is one of the `pipeline` in the settings of the hub. Each change of state and stage is kept with its time and key.',
      request: { params: idParam, body: jsonBody(applicationPatchSchema) },
      responses: { 200: jsonContent(applicationHistorySchema, 'The application') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      await change(c.get('db'), c.get('hub'), actorOf(c), { id, patch: c.req.valid('json') }, new Date());
      afterWrite(c);
      return c.json(await history(c, id), 200);
    },
  );

  app.openapi(
    createRoute({
      ...access({ secret: 'profiles:read' }),
      tags,
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

/**
 * The startup whose applications a list holds: the one asked for, a viewer's own, or all.
 *
 * @throws {ApiError} `not_found` when a viewer is not its owner.
 */
function ownStartup(c: Context<AppEnv>, asked: string | undefined): string | undefined {
  const id = asked ?? viewerProfile(c)?.id;
  if (id !== undefined) assertOwn(c, 'startup', id);
  return id;
}

const readerOf = (c: Context<AppEnv>) => (viewerProfile(c) ? 'owner' : 'staff');

async function history(c: Context<AppEnv>, id: string): Promise<ApplicationHistory> {
  const [db, hubId] = [c.get('db'), c.get('hub').id];
  return historyOf(db, hubId, await findApplication(db, hubId, actorOf(c), id), readerOf(c));
}
