import { cardFacts, matchListSchema } from '@kopru/sdk/schema';
import { createFormatter, LOCALE_STRINGS, LOCALES } from '@kopru/sdk/strings';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';

let hub: { id: string; key: string };
const put = (path: string, body: object) => call('PUT', `/v1/${path}`, { key: hub.key, body });
const matches = (path: string, query = '') => call('GET', `/v1/${path}/matches${query}`, { key: hub.key });
const ids = (json: { matches: { id: string }[] }) => json.matches.map(({ id }) => id);

beforeAll(async () => {
  hub = await newHub();
  await put('startups/s', STARTUP);
  await put('investors/soil', INVESTOR);
  await put('investors/games', {
    ...INVESTOR,
    name: 'Oyun Fondu',
    thesis: 'Mobil oyun studiyalarına sərmayə qoyuruq.',
  });
  await put('investors/late', { ...INVESTOR, stages: ['growth'] });
});

describe('the matches of a stored profile', () => {
  test('a Kazakh pitch finds the Azerbaijani fund that says the same in other words', async () => {
    const { status, json } = await matches('startups/s', '?explain=az');
    expect(status).toBe(200);
    expect(ids(json)).toEqual(['soil', 'games']);
    expect(json.matches[0]).toMatchObject({ rank: 1, kind: 'investor', card: { name: 'Muğan Fondu' } });
    expect(json.matches[0].reasons.map((r: { text: string }) => r.text).join()).toContain(STARTUP.pitch);
    expect(matchListSchema.safeParse(json).error).toBeUndefined();
  });

  test('and the other way round', async () => {
    const { json } = await matches('investors/soil', '?explain=kk');
    expect(ids(json)).toEqual(['s']);
    expect(json.subject).toEqual({ kind: 'investor', id: 'soil' });
  });

  test('no list holds a contact, a consent or a status', async () => {
    const { text } = await matches('investors/soil', '?include=rejected');
    expect(text).not.toContain('gizli');
    expect(text).not.toMatch(/"(contact|consent|status)":/);
  });

  test('sentences come in each of the nine languages, and only when asked for', async () => {
    const texts = new Set<string>();
    for (const locale of LOCALES) {
      const { json } = await matches('startups/s', `?explain=${locale}`);
      texts.add(json.matches[0].reasons.map((r: { text: string }) => r.text).join(' '));
    }
    expect(texts.size).toBe(LOCALES.length);
    expect((await matches('startups/s')).json.matches[0].reasons[0]).not.toHaveProperty('text');
  });

  test('what the cards state comes in the language of the sentences', async () => {
    const { json } = await matches('startups/s', '?include=rejected&explain=hu');
    for (const { card, facts } of [...json.matches, ...json.rejected])
      expect(facts).toEqual(cardFacts('investor', card, createFormatter(LOCALE_STRINGS.hu)));
    expect(json.matches[0].facts).toContainEqual({ field: 'country', label: 'Ország', value: 'Azerbajdzsán' });
    expect((await matches('startups/s')).json.matches[0]).not.toHaveProperty('facts');
  });

  test('near misses say which limit keeps them out', async () => {
    const { json } = await matches('startups/s', '?include=rejected&explain=en');
    expect(json.rejected).toMatchObject([{ id: 'late', card: { name: 'Muğan Fondu' } }]);
    const failed = json.rejected[0].gates.filter((g: { outcome: string }) => g.outcome === 'fail');
    expect(failed).toMatchObject([{ gate: 'stage', message: { key: 'gate.stage_outside' } }]);
    expect(failed[0].message.text).toMatch(/stage/i);
    expect(json.rejected[0].changes).toMatchObject([
      { side: 'investor', path: '/stages', message: { text: expect.any(String) } },
    ]);
  });

  test('a profile that may not be shown is not even a near miss', async () => {
    await put('investors/hidden', { ...INVESTOR, name: 'Gizli Fond', status: 'draft' });
    await put('investors/unasked', { ...INVESTOR, name: 'Gizli Fond', consent: { matching: false } });
    expect((await matches('startups/s', '?include=rejected')).text).not.toContain('Gizli');
    for (const id of ['hidden', 'unasked']) await call('DELETE', `/v1/investors/${id}`, { key: hub.key });
  });

  test('a write is seen by the next read: added, changed, deleted', async () => {
    await put('investors/new', INVESTOR);
    expect(ids((await matches('startups/s')).json)).toContain('new');
    await put('investors/new', { ...INVESTOR, status: 'paused' });
    expect(ids((await matches('startups/s')).json)).not.toContain('new');
    await put('investors/new', INVESTOR);
    expect(ids((await matches('startups/s')).json)).toContain('new');
    await call('DELETE', '/v1/investors/new', { key: hub.key });
    expect(ids((await matches('startups/s')).json)).not.toContain('new');
  });

  test('many readers at once each see what was written before', async () => {
    await put('investors/rush', INVESTOR);
    const lists = await Promise.all(Array.from({ length: 8 }, () => matches('startups/s')));
    for (const { json } of lists) expect(ids(json)).toContain('rush');
    await call('DELETE', '/v1/investors/rush', { key: hub.key });
  });

  test('a profile whose vectors are of another model is not compared, and nothing breaks', async () => {
    await put('investors/old', INVESTOR);
    await bindings.DB.prepare("UPDATE vectors SET model = 'other@1' WHERE hub_id = ? AND id = 'old'")
      .bind(hub.id)
      .run();
    // A later write of the row itself is what makes copies read it again.
    await bindings.DB.batch([
      bindings.DB.prepare('UPDATE hubs SET sequence = sequence + 1 WHERE id = ?').bind(hub.id),
      bindings.DB.prepare(
        "UPDATE profiles SET sequence = (SELECT sequence FROM hubs WHERE id = ?1) WHERE hub_id = ?1 AND id = 'old'",
      ).bind(hub.id),
    ]);
    expect(ids((await matches('startups/s')).json)).not.toContain('old');
    await call('DELETE', '/v1/investors/old', { key: hub.key });
  });

  test.each([
    ['?limit=0', '/limit', 'minimum'],
    ['?limit=1000', '/limit', 'maximum'],
    ['?limit=few', '/limit', 'type'],
    ['?minScore=', '/minScore', 'type'],
    ['?since=%20', '/since', 'type'],
    ['?explain=xx', '/explain', 'one_of'],
    ['?sort=name', '/sort', 'unknown_field'],
  ])('%s is refused', async (query, path, rule) => {
    const { status, json } = await matches('startups/s', query);
    expect(status).toBe(422);
    expect(json.issues).toMatchObject([{ in: 'query', path, rule }]);
  });

  test('limit and minScore shorten the list', async () => {
    const all = (await matches('startups/s')).json.matches;
    expect((await matches('startups/s', '?limit=1')).json.matches).toEqual(all.slice(0, 1));
    const above = (await matches('startups/s', `?minScore=${all[0].score}`)).json.matches;
    expect(above).toHaveLength(1);
  });

  test('an unknown id and a foreign hub answer 404', async () => {
    expect((await matches('startups/unknown')).json.code).toBe('not_found');
    const other = await newHub();
    expect((await call('GET', '/v1/startups/s/matches', { key: other.key })).status).toBe(404);
  });
});

describe('an ad-hoc match', () => {
  const adHoc = (body: unknown, query = '') => call('POST', `/v1/match${query}`, { key: hub.key, body });

  test('ranks as the same profile would when stored, and stores nothing', async () => {
    const { json } = await adHoc({ kind: 'startup', profile: STARTUP }, '?explain=ru');
    const stored = (await matches('startups/s', '?explain=ru')).json;
    const scored = stored.matches.map(({ history: _, ...match }: { history: object }) => match);
    expect(json).toMatchObject({ matches: scored, subject: { kind: 'startup' } });
    expect((await matches('investors/soil')).json.matches).toHaveLength(1);
  });

  test('keeps the vector in KV under the hub, without the text', async () => {
    await adHoc({ kind: 'startup', profile: { name: 'A', pitch: 'Yeraltı suyu ölçüb xəritəyə salırıq' } });
    const { keys } = await bindings.CACHE.list({ prefix: `embedding/${hub.id}/kopru-e5-small@1/` });
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.every(({ expiration }) => expiration !== undefined)).toBe(true);
    expect(JSON.stringify(keys)).not.toContain('suyu');
  });

  test('names the place of an error within the body', async () => {
    const { status, json } = await adHoc({ kind: 'startup', profile: { name: 'A', pitch: '🚜' } });
    expect(status).toBe(422);
    expect(json.issues).toMatchObject([{ in: 'body', path: '/profile/pitch', rule: 'has_word' }]);
    expect((await adHoc({ kind: 'lab', profile: {} })).status).toBe(422);
    expect((await call('POST', '/v1/match', { key: hub.key, body: '' })).status).toBe(400);
  });
});
