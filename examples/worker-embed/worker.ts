import { ProfileError } from '@kopru/sdk/engine';
import { isLocale } from '@kopru/sdk/strings';
import { Hono } from 'hono';
import { loadMatcher } from './engine.ts';

const app = new Hono<{ Bindings: { readonly ASSETS: Fetcher } }>();

app.get('/', (c) => c.text('A site of its own. POST a startup to /match.'));

app.post('/match', async (c) => {
  const lang = c.req.query('lang') ?? 'en';
  if (!isLocale(lang)) return c.json({ error: `no language "${lang}"` }, 400);
  const profile = await c.req.json().catch(() => undefined);

  const loading = loadMatcher(c.env.ASSETS);
  // The load goes on for other requests when this one is broken off.
  c.executionCtx.waitUntil(loading);
  const matcher = await loading;

  const { matches } = await matcher.match({ kind: 'startup', profile }, { limit: 5 });
  return c.json(matches.map((match) => ({ id: match.id, score: match.score, ...matcher.explain(match, lang) })));
});

app.onError((error, c) => {
  if (error instanceof ProfileError) return c.json({ error: error.message }, 400);
  console.error(error);
  return c.json({ error: 'The service has failed.' }, 500);
});

export default app;
