import type { OpenAPIHono } from '@hono/zod-openapi';
import { soughtBy, validate } from '@kopru/sdk/engine';
import {
  coInvestmentQuerySchema,
  coInvestmentRequestSchema,
  KIND_NAMES,
  KINDS,
  type Kind,
  marketEntryQuerySchema,
  matchQuerySchema,
  matchRequestSchema,
  mayBeShown,
  neighboursQuerySchema,
  standingOf,
} from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { z } from 'zod';
import { numbersOf } from '../applications/numbers.ts';
import { historyOf } from '../applications/present.ts';
import { listApplications } from '../applications/store.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { findHub } from '../hubs/store.ts';
import { toCard } from '../matches/card.ts';
import { coInvestmentOf } from '../matches/co-investment.ts';
import { adHocMatches, storedMatches } from '../matches/lists.ts';
import { ENTRANT, marketEntryOf } from '../matches/market-entry.ts';
import { INVENTION, neighboursIn } from '../matches/neighbours.ts';
import { limitBody, requireUtf8 } from '../middleware/json-body.ts';
import { session } from '../middleware/session.ts';
import { getProfile, listProfiles } from '../profiles/store.ts';
import { DEMO_HUB, REGION } from './hub.ts';

/**
 * What the demo page calls: match lists of the hubs of the demo, with no key in the browser. Only
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
    const kind = KIND_NAMES.find((name) => name === c.req.query('kind'));
    if (!kind) throw new ApiError('invalid_request', `kind must be one of ${KIND_NAMES.join(', ')}.`);
    const words = (c.req.query('q') ?? '').toLowerCase();
    const held = await Promise.all(REGION.map(({ id }) => listProfiles(c.get('db'), id, kind)));
    const profiles = held
      .flat()
      .filter(({ profile }) => mayBeShown(standingOf(profile)))
      .map((stored) => ({ kind, id: stored.id, card: toCard(stored) }))
      .map((shown) => ({ ...shown, text: (shown.card as Readonly<Record<string, string>>)[KINDS[kind].text] ?? '' }))
      .filter(({ card }) => JSON.stringify(card).toLowerCase().includes(words))
      .sort((a, b) => (a.card.name ?? '').localeCompare(b.card.name ?? ''));
    return c.json({ profiles, seeks: soughtBy(kind) });
  });

  for (const kind of KIND_NAMES) {
    app.get(`/demo/${KINDS[kind].path}/:id/matches`, async (c) => {
      const id = c.req.param('id');
      await goHome(c, kind, id);
      return c.json(await storedMatches(c, kind, id, valid(matchQuerySchema, c.req.query(), 'query')));
    });
  }

  app.get(`/demo/${KINDS[ENTRANT].path}/:id/market-entry`, async (c) => {
    const id = c.req.param('id');
    await goHome(c, ENTRANT, id);
    return c.json(await marketEntryOf(c, ENTRANT, id, valid(marketEntryQuerySchema, c.req.query(), 'query')));
  });

  app.post(`/demo/${KINDS[ENTRANT].path}/:id/co-investment`, async (c) => {
    const id = c.req.param('id');
    await goHome(c, ENTRANT, id);
    const { explain } = valid(coInvestmentQuerySchema, c.req.query(), 'query');
    return c.json(await coInvestmentOf(c, id, valid(coInvestmentRequestSchema, await c.req.json(), 'body'), explain));
  });

  app.get(`/demo/${KINDS.startup.path}/:id/applications`, async (c) => {
    const startup = c.req.param('id');
    await goHome(c, 'startup', startup);
    const [db, hubId] = [c.get('db'), c.get('hub').id];
    const rows = await listApplications(db, hubId, { startup, limit: 200 }, undefined);
    return c.json(await Promise.all(rows.map((row) => historyOf(db, hubId, row, 'owner'))));
  });

  app.get(`/demo/${KINDS[INVENTION].path}/:id/neighbours`, async (c) => {
    const id = c.req.param('id');
    await goHome(c, INVENTION, id);
    return c.json(await neighboursIn(c, id, valid(neighboursQuerySchema, c.req.query(), 'query')));
  });

  app.get(`/demo/${KINDS.programme.path}/:id/numbers`, async (c) => {
    const id = c.req.param('id');
    await goHome(c, 'programme', id);
    return c.json(await numbersOf(c.get('db'), c.get('hub').id, id));
  });

  app.post('/demo/match', async (c) => {
    const request = valid(matchRequestSchema, await c.req.json(), 'body');
    return c.json(await adHocMatches(c, request, valid(matchQuerySchema, c.req.query(), 'query')));
  });
}

/** Asks in the hub of the region that holds a profile, if one does; ids of the demo are not used twice. */
async function goHome(c: Context<AppEnv>, kind: Kind, id: string): Promise<void> {
  const db = c.get('db');
  const found = await Promise.all(REGION.map(async (hub) => (await getProfile(db, hub.id, kind, id)) && hub));
  const home = found.find((hub) => hub);
  c.set('hub', (home && (await findHub(db, home.id))) ?? c.get('hub'));
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
