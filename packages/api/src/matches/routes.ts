import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { centre, MODEL, sectors } from '@kopru/model/workerd';
import { type EmbeddedProfile, embedProfiles, type MatchIndex, normaliseProfile } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import {
  KIND_NAMES,
  KINDS,
  type Kind,
  matchListSchema,
  matchQuerySchema,
  matchRequestSchema,
  type Profile,
} from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { cachedEmbedder } from '../lib/embed-cache.ts';
import { loadEmbedder } from '../lib/embedder.ts';
import { idParam, jsonBody, jsonContent, READ_PROBLEMS, WRITE_PROBLEMS } from '../lib/openapi.ts';
import { access } from '../middleware/access.ts';
import { textError } from '../profiles/service.ts';
import { hubIndex } from './hub-index.ts';
import { matchList } from './service.ts';

const index = (c: Context<AppEnv>): Promise<MatchIndex> =>
  hubIndex(c.get('db'), c.get('hub'), MODEL, (work) => c.executionCtx.waitUntil(work));

/** Match lists of stored profiles of every kind, and of one that is not stored. */
export function mountMatches(app: OpenAPIHono<AppEnv>): void {
  const list = jsonContent(matchListSchema, 'The match list, best first');

  for (const kind of KIND_NAMES) {
    const { path } = KINDS[kind];
    app.openapi(
      createRoute({
        method: 'get',
        path: `/v1/${path}/{id}/matches`,
        operationId: `list_${kind}_matches`,
        tags: ['matches'],
        ...access({ secret: 'matches:read', viewer: true }),
        summary: `The matches of a ${kind}`,
        request: { params: idParam, query: matchQuerySchema },
        responses: { 200: list, ...READ_PROBLEMS },
      }),
      async (c) => c.json(await storedMatches(c, kind, c.req.valid('param').id, c.req.valid('query')), 200),
    );
  }

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/match',
      operationId: 'match',
      tags: ['matches'],
      ...access({ secret: 'matches:read' }),
      summary: 'The matches of a profile that is not stored',
      request: { query: matchQuerySchema, body: jsonBody(matchRequestSchema) },
      responses: { 200: list, ...WRITE_PROBLEMS },
    }),
    async (c) => c.json(await adHocMatches(c, c.req.valid('json'), c.req.valid('query')), 200),
  );
}

type Query = Parameters<typeof matchList>[4];

/** @throws {ApiError} `not_found` when the hub has no such profile. */
export async function storedMatches(c: Context<AppEnv>, kind: Kind, id: string, query: Query) {
  const held = await index(c);
  const subject = held.get(kind, id);
  if (!subject) throw new ApiError('not_found', `This hub has no ${kind} "${id}".`);
  return matchList(c.get('db'), c.get('hub'), held, subject, query);
}

/** Embeds the profile and answers its matches; nothing of it is stored. */
export async function adHocMatches(
  c: Context<AppEnv>,
  { kind, profile }: { kind: Kind; profile: Profile },
  query: Query,
) {
  const normal = normaliseProfile(kind, '', profile, DEFAULT_RATES);
  const embedder = cachedEmbedder(c.env.CACHE, c.get('hub').id, { ...MODEL, centre }, () => loadEmbedder(c));
  const [subject] = await embedProfiles([normal], embedder, sectors()).catch(textError(kind, '/profile'));
  return matchList(c.get('db'), c.get('hub'), await index(c), subject as EmbeddedProfile, query);
}
