import type { OpenAPIHono } from '@hono/zod-openapi';
import { validate } from '@kopru/sdk/engine';
import {
  KIND_NAMES,
  KINDS,
  type Kind,
  matchQuerySchema,
  matchRequestSchema,
  mayBeShown,
  standingOf,
} from '@kopru/sdk/schema';
import type { z } from 'zod';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { findHub } from '../hubs/store.ts';
import { toCard } from '../matches/card.ts';
import { adHocMatches, storedMatches } from '../matches/lists.ts';
import { limitBody, requireUtf8 } from '../middleware/json-body.ts';
import { session } from '../middleware/session.ts';
import { listProfiles } from '../profiles/store.ts';
import { DEMO_HUB } from './hub.ts';

/**
 * What the demo page calls: match lists of the demo hub, with no key in the browser. Only
 * `local.ts`, the entry of the local environment, mounts these; the deployed Worker has no such code.
 */
export function mountDemo(app: OpenAPIHono<AppEnv>): void {
  app.use('/demo/*', limitBody, requireUtf8, session, async (c, next) => {
    const hub = await findHub(c.get('db'), DEMO_HUB);
    if (!hub) throw new ApiError('not_found', 'There is no demo hub here; "npm start" seeds one.');
    c.set('hub', hub);
    c.set('principal', { kind: 'anonymous', keyId: 'demo' });
    await next();
  });

  app.get('/demo/profiles', async (c) => {
    const kind = c.req.query('kind');
    if (!(KIND_NAMES as readonly (string | undefined)[]).includes(kind)) {
      throw new ApiError('invalid_request', `kind must be one of ${KIND_NAMES.join(', ')}.`);
    }
    const words = (c.req.query('q') ?? '').toLowerCase();
    const profiles = (await listProfiles(c.get('db'), c.get('hub').id, kind as Kind))
      .filter(({ profile }) => mayBeShown(standingOf(profile)))
      .map((stored) => ({ kind, id: stored.id, card: toCard(stored) }))
      .filter(({ card }) => JSON.stringify(card).toLowerCase().includes(words))
      .sort((a, b) => (a.card.name ?? '').localeCompare(b.card.name ?? ''));
    return c.json({ profiles });
  });

  for (const kind of KIND_NAMES) {
    app.get(`/demo/${KINDS[kind].path}/:id/matches`, async (c) =>
      c.json(await storedMatches(c, kind, c.req.param('id'), valid(matchQuerySchema, c.req.query(), 'query'))),
    );
  }

  app.post('/demo/match', async (c) => {
    const request = valid(matchRequestSchema, await c.req.json(), 'body');
    return c.json(await adHocMatches(c, request, valid(matchQuerySchema, c.req.query(), 'query')));
  });
}

function valid<S extends z.ZodType>(schema: S, value: unknown, part: 'body' | 'query'): z.output<S> {
  const result = validate(schema, value);
  if (result.ok) return result.value;
  throw new ApiError(
    'invalid_request',
    'The request breaks a rule; see issues.',
    result.issues.map((i) => ({ in: part, ...i })),
  );
}
