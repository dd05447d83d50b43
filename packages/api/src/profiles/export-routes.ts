import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  deletionPageSchema,
  deletionQuerySchema,
  exportQuerySchema,
  KIND_NAMES,
  KINDS,
  profileExportSchema,
  SCOPES,
} from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf, record } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { idParam, jsonContent } from '../lib/openapi.ts';
import { assertOwn } from '../lib/principal.ts';
import { access } from '../middleware/access.ts';
import { exportProfile, exportStream } from './export.ts';
import { exportCursors, readPlace } from './export-cursor.ts';
import { readDeletions } from './store.ts';

/** What leaves with its owner: the export of a hub and of one profile, and the feed of deletions. */
export function mountExports(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/export',
      operationId: 'export_hub',
      tags: ['trust'],
      ...access({ secret: 'hub:read' }),
      summary: 'Everything that the hub owns, as NDJSON',
      description:
        'One JSON object a line: `export` with the version of the format, `hub`, then a line for each row with its `type` and `data`, and `end` with their number, without which the export was cut off. Between them a `cursor` from time to time: with its value the export goes on behind it, also where the answer ends with one, for a day and as long as no profile of the hub is erased; then `invalid_request` says so, and it is begun anew. A row is as it stands when it is read. Needs a key with every scope that reads.',
      request: { query: exportQuerySchema },
      responses: {
        200: {
          description: 'The export',
          content: { 'application/x-ndjson': { schema: z.string().meta({ id: 'HubExport' }) } },
        },
      },
    }),
    async (c) => {
      assertReadsAll(c);
      const [db, hub, now] = [c.get('db'), c.get('hub'), new Date()];
      const cursors = exportCursors(c.env.KOPRU_KEYRING, hub.id);
      const { cursor } = c.req.valid('query');
      const from = cursor === undefined ? undefined : await readPlace(db, hub.id, cursors, cursor, now);
      // What goes on is on record already, and its own record would be one row more.
      if (!from) await record(db, hub.id, actorOf(c), { action: 'hub.exported' }, now).run();
      const lines = exportStream(db, hub, cursors, from, now);
      return c.body(lines, 200, { 'content-type': 'application/x-ndjson' }) as never;
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/deletions',
      operationId: 'list_deletions',
      tags: ['trust'],
      ...access({ secret: 'profiles:read' }),
      summary: 'Profiles that were erased, for copies that must drop them',
      description: 'Oldest first. A profile that was written again is no longer among them.',
      request: { query: deletionQuerySchema },
      responses: { 200: jsonContent(deletionPageSchema, 'Deletions') },
    }),
    async (c) => {
      const { after, limit } = c.req.valid('query');
      const found = await readDeletions(c.get('db'), c.get('hub').id, after, limit + 1);
      const items = found.slice(0, limit);
      return c.json({ items, after: items.at(-1)?.sequence ?? after, more: found.length > limit }, 200);
    },
  );

  for (const kind of KIND_NAMES) {
    const { path } = KINDS[kind];
    app.openapi(
      createRoute({
        method: 'get',
        path: `/v1/${path}/{id}/export`,
        operationId: `export_${kind}`,
        tags: [path],
        ...access({ secret: 'profiles:read', viewer: true }),
        summary: `Everything that the hub keeps about a ${kind}`,
        description: 'Needs a key with every scope that reads, or the viewer token of its owner.',
        request: { params: idParam },
        responses: { 200: jsonContent(profileExportSchema(kind), 'The data of one subject') },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertReadsAll(c);
        assertOwn(c, kind, id);
        const [db, hub, now] = [c.get('db'), c.get('hub'), new Date()];
        const found = await exportProfile(db, hub.id, actorOf(c), { kind, id }, now);
        if (!found) throw new ApiError('not_found', `This hub has no ${kind} "${id}".`);
        return c.json(found as never, 200);
      },
    );
  }
}

/**
 * An export holds what each scope that reads opens by itself.
 *
 * @throws {ApiError} `forbidden` for a secret key that lacks one; a viewer's own is the viewer's to have.
 */
function assertReadsAll(c: Context<AppEnv>): void {
  const principal = c.get('principal');
  if (principal.kind !== 'secret') return;
  const lacking = SCOPES.filter((scope) => scope.endsWith(':read') && !principal.scopes.includes(scope));
  if (lacking.length > 0) throw new ApiError('forbidden', `This key lacks ${lacking.join(', ')}.`);
}
