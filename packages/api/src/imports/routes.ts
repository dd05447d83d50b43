import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  importIssueSchema,
  importPageSchema,
  importQuerySchema,
  importRowSchema,
  importSchema,
  pageQueryShape,
} from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf, record } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { ring } from '../jobs/doorbell.ts';
import { guardedBatch } from '../lib/guarded-batch.ts';
import { newId } from '../lib/ids.ts';
import { idParam, jsonContent } from '../lib/openapi.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { access } from '../middleware/access.ts';
import { REPORT_TYPES, reportOf } from './report.ts';
import { cancelImport, getImport, importOf, listImports, resumeImport, type StoredImport } from './store.ts';
import { type ImportFormat, receiveUpload } from './upload/upload.ts';

const READ = { ...access({ secret: 'profiles:read' }), tags: ['imports'] };
const WRITE = { ...access({ secret: 'profiles:write' }), tags: ['imports'] };

const FORMATS: Readonly<Record<string, ImportFormat>> = { 'application/x-ndjson': 'ndjson', 'text/csv': 'csv' };

/**
 * The upload, which is mounted before the middleware that reads a body as a whole: it streams, and an
 * Idempotency-Key is the import's own.
 */
export function mountImportUpload(app: OpenAPIHono<AppEnv>): void {
  app.openapi(
    createRoute({
      ...WRITE,
      method: 'post',
      path: '/v1/imports',
      operationId: 'create_import',
      summary: 'Import many profiles',
      description:
        'NDJSON, a line `{"id": …, "profile": …}` for each profile, or CSV (RFC 4180) with a header; UTF-8, at most 100,000 rows and 200 MB. The rows are imported after the upload; `import.completed` tells when. Bad rows are left out and stand in the report. Of rows with the same id the last one counts. Importing the same again changes nothing. With an `Idempotency-Key`, an upload that broke off is sent again under the same key.',
      request: {
        query: importQuerySchema,
        body: {
          required: true,
          content: {
            'application/x-ndjson': { schema: importRowSchema },
            'text/csv': {
              schema: z.string().meta({
                example:
                  'No;Company;What it does;Notes\r\nagri-17;Topıraq;Tarlalar için tuzluluk ölçen sondalar.;new\r\n',
              }),
            },
          },
        },
      },
      responses: { 202: jsonContent(importSchema, 'The import, which will run') },
    }),
    async (c) => {
      const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
      const format = FORMATS[type];
      if (!format)
        throw new ApiError(
          'unsupported_media_type',
          `Send the header "Content-Type: application/x-ndjson" or "Content-Type: text/csv".`,
        );
      const id = await newId(c, 'imp');
      const { stored, replayed } = await receiveUpload(
        c.get('db'),
        { id, hubId: c.get('hub').id, query: c.req.valid('query'), format, body: c.req.raw.body },
        recordAct(c, 'import.created', id),
        () => new Date(),
      );
      c.executionCtx.waitUntil(ring(c.env, 'run-imports'));
      const headers = { location: `/v1/imports/${id}`, ...(replayed && { 'idempotency-replayed': 'true' }) };
      return c.json(importOf(stored), 202, headers);
    },
  );
}

/** What became of uploads. */
export function mountImports(app: OpenAPIHono<AppEnv>): void {
  const one = jsonContent(importSchema, 'The import');

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/imports',
      operationId: 'list_imports',
      summary: 'The imports of the hub',
      request: { query: z.strictObject(pageQueryShape) },
      responses: { 200: jsonContent(importPageSchema, 'Imports, the newest first') },
    }),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      const rows = await listImports(c.get('db'), c.get('hub').id, readCursor(cursor, 2), limit);
      const page = toPage(rows, limit, (row) => [row.created_at, row.id]);
      return c.json({ ...page, items: page.items.map(importOf) }, 200);
    },
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/imports/{id}',
      operationId: 'get_import',
      summary: 'How far an import is',
      request: { params: idParam },
      responses: { 200: one },
    }),
    async (c) => c.json(importOf(await find(c, c.req.valid('param').id)), 200),
  );

  app.openapi(
    createRoute({
      ...READ,
      method: 'get',
      path: '/v1/imports/{id}/report',
      operationId: 'get_import_report',
      summary: 'What is wrong with which line',
      description: 'NDJSON, or CSV when the header Accept names `text/csv`.',
      request: { params: idParam },
      responses: {
        200: {
          description: 'A line for each broken rule, in the order of the upload',
          content: {
            [REPORT_TYPES.ndjson]: { schema: importIssueSchema },
            [REPORT_TYPES.csv]: { schema: z.string() },
          },
        },
      },
    }),
    async (c) => {
      const { id } = await find(c, c.req.valid('param').id);
      const format = c.req.header('accept')?.includes(REPORT_TYPES.csv) ? 'csv' : 'ndjson';
      return c.body(reportOf(c.get('db'), id, format), 200, {
        'content-type': `${REPORT_TYPES[format]}; charset=utf-8`,
        'content-disposition': `attachment; filename="${id}.${format}"`,
      });
    },
  );

  for (const [verb, done, summary, change] of [
    ['cancel', 'cancelled', 'Stop an import; what it has written stays', cancelImport],
    ['resume', 'resumed', 'Go on with an import that failed', resumeImport],
  ] as const) {
    app.openapi(
      createRoute({
        ...WRITE,
        method: 'post',
        path: `/v1/imports/{id}/${verb}`,
        operationId: `${verb}_import`,
        summary,
        request: { params: idParam },
        responses: { 200: one },
      }),
      async (c) => {
        const { id, state } = await find(c, c.req.valid('param').id);
        const statements = change(c.get('db'), c.get('hub').id, id, new Date());
        await guardedBatch(
          c.get('db'),
          [...statements, recordAct(c, `import.${done}`, id)],
          new ApiError('conflict', `The import is ${state}, and cannot be ${done}.`),
        );
        c.executionCtx.waitUntil(ring(c.env, 'run-imports'));
        return c.json(importOf(await find(c, id)), 200);
      },
    );
  }
}

const recordAct = (c: Context<AppEnv>, action: string, id: string) =>
  record(c.get('db'), c.get('hub').id, actorOf(c), { action, subject: { kind: 'import', id } }, new Date());

async function find(c: Context<AppEnv>, id: string): Promise<StoredImport> {
  const stored = await getImport(c.get('db'), c.get('hub').id, id);
  if (!stored) throw new ApiError('not_found', `This hub has no import "${id}".`);
  return stored;
}
