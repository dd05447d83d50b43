import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { MODEL } from '@kopru/model/workerd';
import { KIND_NAMES, KINDS, type Kind, type Profile } from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { loadEmbedder } from '../lib/embedder.ts';
import { idParam, jsonBody, jsonContent, READ_PROBLEMS, WRITE_PROBLEMS } from '../lib/openapi.ts';
import { assertOwn } from '../lib/principal.ts';
import { access } from '../middleware/access.ts';
import { upsertProfile } from './service.ts';
import { deleteProfile, getProfile, type StoredProfile } from './store.ts';

const storedSchema = (kind: Kind) =>
  z
    .object({
      kind: z.literal(kind),
      id: z.string(),
      profile: KINDS[kind].schema,
      version: z.int().meta({ description: 'Counts the writes of this profile, from 1; also its ETag' }),
      sequence: z.int().meta({ description: 'Number of the write in its hub' }),
      createdAt: z.iso.datetime(),
      updatedAt: z.iso.datetime(),
    })
    .meta({ id: `Stored${kind[0]?.toUpperCase()}${kind.slice(1)}` });

const etag = ({ version }: StoredProfile): { etag: string } => ({ etag: `"${version}"` });

const missing = (kind: Kind, id: string) => new ApiError('not_found', `This hub has no ${kind} "${id}".`);

/** `PUT`, `GET` and `DELETE` of one profile, for every kind. */
export function mountProfiles(app: OpenAPIHono<AppEnv>): void {
  for (const kind of KIND_NAMES) {
    const { path, schema } = KINDS[kind];
    const route = { path: `/v1/${path}/{id}` as const, tags: [path as string] };
    const stored = jsonContent(storedSchema(kind), `The ${kind}`);

    app.openapi(
      createRoute({
        ...route,
        ...access({ secret: 'profiles:write', viewer: true }),
        method: 'put',
        operationId: `put_${kind}`,
        summary: `Create or replace a ${kind}`,
        description: 'Under an id of your own. Sending the same profile again changes nothing.',
        request: { params: idParam, body: jsonBody(schema as z.ZodType<Profile>) },
        responses: { 200: stored, 201: stored, ...WRITE_PROBLEMS },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertOwn(c, kind, id);
        const input = { kind, id, profile: c.req.valid('json'), now: new Date() };
        const { stored, outcome } = await upsertProfile(
          c.get('db'),
          c.get('hub'),
          { id: MODEL.id, load: () => loadEmbedder(c) },
          input,
        );
        return c.json(stored as never, outcome === 'created' ? 201 : 200, etag(stored));
      },
    );

    app.openapi(
      createRoute({
        ...route,
        ...access({ secret: 'profiles:read', viewer: true }),
        method: 'get',
        operationId: `get_${kind}`,
        summary: `Read a ${kind}`,
        request: { params: idParam },
        responses: { 200: stored, ...READ_PROBLEMS },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertOwn(c, kind, id);
        const stored = await getProfile(c.get('db'), c.get('hub').id, kind, id);
        if (!stored) throw missing(kind, id);
        return c.json(stored as never, 200, etag(stored));
      },
    );

    app.openapi(
      createRoute({
        ...route,
        ...access({ secret: 'profiles:write', viewer: true }),
        method: 'delete',
        operationId: `delete_${kind}`,
        summary: `Delete a ${kind} for good`,
        request: { params: idParam },
        responses: { 204: { description: 'Deleted' }, ...WRITE_PROBLEMS },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertOwn(c, kind, id);
        if (!(await deleteProfile(c.get('db'), c.get('hub').id, kind, id))) throw missing(kind, id);
        return c.body(null, 204);
      },
    );
  }
}
