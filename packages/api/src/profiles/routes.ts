import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { MODEL } from '@kopru/model/workerd';
import { validateProfile } from '@kopru/sdk/engine';
import {
  KIND_NAMES,
  KINDS,
  type Kind,
  type Profile,
  profilePageSchema,
  profilePatchSchema,
  profileQuerySchema,
  storedProfileSchema,
} from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { z } from 'zod';
import { actorOf } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { ring } from '../jobs/doorbell.ts';
import { loadEmbedder } from '../lib/embedder.ts';
import { mergePatch } from '../lib/merge-patch.ts';
import { idParam, jsonBody, jsonContent } from '../lib/openapi.ts';
import { assertMatch, ifMatchHeader, ifNoneMatchHeader, isUnmodified } from '../lib/preconditions.ts';
import { assertOwn } from '../lib/principal.ts';
import { access } from '../middleware/access.ts';
import { listPage } from './list-store.ts';
import { deleteProfile, type Model, type Write, type Written, writeProfile } from './service.ts';
import { getProfile, type StoredProfile } from './store.ts';

/** The hub's sequence at the last write: unlike a version, it never comes again after a deletion. */
const etagOf = ({ sequence }: StoredProfile): string => `"${sequence}"`;
const etag = (stored: StoredProfile): { etag: string } => ({ etag: etagOf(stored) });

const missing = (kind: Kind, id: string) => new ApiError('not_found', `This hub has no ${kind} "${id}".`);

const model = (c: Context<AppEnv>): Model => ({ id: MODEL.id, load: () => loadEmbedder(c) });

/** What a request writes to, under its `If-Match`. */
const writeOf = (c: Context<AppEnv>, kind: Kind, id: string): Write => ({
  hubId: c.get('hub').id,
  kind,
  id,
  actor: actorOf(c),
  now: new Date(),
  precondition: (current) => assertMatch(c.req.header('if-match'), current && etagOf(current)),
});

function afterWrite(c: Context<AppEnv>, { outcome }: { outcome: Written['outcome'] | 'deleted' }): void {
  if (outcome !== 'unchanged') c.executionCtx.waitUntil(ring(c.env, 'deliver-webhooks'));
}

/** The routes of one profile and of the list, for every kind. */
export function mountProfiles(app: OpenAPIHono<AppEnv>): void {
  for (const kind of KIND_NAMES) {
    const { path, schema } = KINDS[kind];
    const route = { path: `/v1/${path}/{id}` as const, tags: [path as string] };
    const stored = jsonContent(storedProfileSchema(kind), `The ${kind}`);
    const reads = access({ secret: 'profiles:read', viewer: true });
    const writes = access({ secret: 'profiles:write', viewer: true });

    app.openapi(
      createRoute({
        ...reads,
        path: `/v1/${path}` as const,
        tags: route.tags,
        method: 'get',
        operationId: `list_${path}`,
        summary: `List the ${path}, by id`,
        description: 'A viewer finds its own profile alone.',
        request: { query: profileQuerySchema },
        responses: { 200: jsonContent(profilePageSchema(kind), `A page of ${path}`) },
      }),
      async (c) => {
        const principal = c.get('principal');
        const own = principal.kind === 'viewer' ? principal.profile : undefined;
        const page =
          own && own.kind !== kind
            ? { items: [], nextCursor: null }
            : await listPage(c.get('db'), c.get('hub').id, kind, c.req.valid('query'), own?.id);
        return c.json(page as never, 200);
      },
    );

    app.openapi(
      createRoute({
        ...route,
        ...writes,
        method: 'put',
        operationId: `put_${kind}`,
        summary: `Create or replace a ${kind}`,
        description: 'Under an id of your own. Sending the same profile again changes nothing.',
        request: { params: idParam, headers: ifMatchHeader, body: jsonBody(schema as z.ZodType<Profile>) },
        responses: { 200: stored, 201: stored },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertOwn(c, kind, id);
        const profile = c.req.valid('json');
        const written = await writeProfile(c.get('db'), model(c), writeOf(c, kind, id), () => profile);
        afterWrite(c, written);
        return c.json(written.stored as never, written.outcome === 'created' ? 201 : 200, etag(written.stored));
      },
    );

    app.openapi(
      createRoute({
        ...route,
        ...writes,
        method: 'patch',
        operationId: `patch_${kind}`,
        summary: `Change fields of a ${kind}`,
        description: 'A JSON Merge Patch (RFC 7396): null removes a field. The result is checked as a whole.',
        request: {
          params: idParam,
          headers: ifMatchHeader,
          body: {
            required: true,
            content: {
              'application/merge-patch+json': { schema: profilePatchSchema },
              'application/json': { schema: profilePatchSchema },
            },
          },
        },
        responses: { 200: stored },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertOwn(c, kind, id);
        const patch = c.req.valid('json');
        const written = await writeProfile(c.get('db'), model(c), writeOf(c, kind, id), (current) => {
          if (!current) throw missing(kind, id);
          return checked(kind, mergePatch(current.profile, patch));
        });
        afterWrite(c, written);
        return c.json(written.stored as never, 200, etag(written.stored));
      },
    );

    app.openapi(
      createRoute({
        ...route,
        ...reads,
        method: 'get',
        operationId: `get_${kind}`,
        summary: `Read a ${kind}`,
        request: { params: idParam, headers: ifNoneMatchHeader },
        responses: { 200: stored, 304: { description: 'Not changed since' } },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertOwn(c, kind, id);
        const found = await getProfile(c.get('db'), c.get('hub').id, kind, id);
        if (!found) throw missing(kind, id);
        if (isUnmodified(c.req.header('if-none-match'), etagOf(found))) return c.body(null, 304, etag(found));
        return c.json(found as never, 200, etag(found));
      },
    );

    app.openapi(
      createRoute({
        ...route,
        ...writes,
        method: 'delete',
        operationId: `delete_${kind}`,
        summary: `Erase a ${kind} for good`,
        description:
          'With everything that is kept about it. What stays is its id, in the feed of deletions and in the audit log.',
        request: { params: idParam, headers: ifMatchHeader },
        responses: { 204: { description: 'Erased' } },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        assertOwn(c, kind, id);
        const write = { ...writeOf(c, kind, id), keep: c.req.header('idempotency-key') };
        if (!(await deleteProfile(c.get('db'), write))) throw missing(kind, id);
        afterWrite(c, { outcome: 'deleted' });
        return c.body(null, 204);
      },
    );
  }
}

/** @throws {ApiError} `invalid_request` when a profile that was patched breaks a rule. */
function checked(kind: Kind, value: unknown): Profile {
  const result = validateProfile(kind, value);
  if (result.ok) return result.value as Profile;
  throw new ApiError(
    'invalid_request',
    'The patched profile breaks a rule; see issues.',
    result.issues.map((issue) => ({ in: 'body', ...issue })),
  );
}
