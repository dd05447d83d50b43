import { PAIRINGS } from '@kopru/sdk/engine';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { consent, partners, putAllCheap, putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { FITS, hubNow, listen, many, primary, toldPairs } from '../../test/listening.ts';
import { callIn, type Deployment, deployment } from '../../test/vectorize/deployment.ts';
import { announceMatches } from '../announcements/announce.ts';
import { priceExposure } from '../exposure/job.ts';
import { makePlans } from '../plans/job.ts';

let at: Deployment;
beforeEach(async () => {
  await bindings.DB.batch(['hubs', 'vector_spaces'].map((table) => bindings.DB.prepare(`DELETE FROM ${table}`)));
  at = deployment();
});

/** Everything of all hubs that are there is in Vectorize, and seen. */
async function settle() {
  await at.choose(1);
  await at.sync();
  at.vectors.settle();
  await at.sync();
}
const list = async (key: string, path: string, query = '') => at.call('GET', `/v1/${path}/matches?${query}`, key);
const ids = ({ json }: { json: { matches: { id: string }[] } }) => json.matches.map(({ id }) => id).sort();

describe('candidates', () => {
  test('are found beyond the hundred that one query gives', async () => {
    const hub = await newHub();
    // Three hundred say the very same and are kept out by their sector; those that fit say less of it.
    const far = { ...STARTUP, pitch: INVESTOR.thesis, sectors: ['mining'] };
    await putAllCheap(hub.id, [
      ['investor', 'i', { ...INVESTOR, excludedSectors: ['mining'] }],
      ...many(300, 'startup', 'far', far),
      ...many(12, 'startup', 'fits', STARTUP),
    ]);
    await settle();
    expect(ids(await list(hub.key, 'investors/i'))).toHaveLength(12);
  });

  test('are read on where too few of the nearest five hundred may stand in the list', async () => {
    const hub = await newHub();
    const far = { ...STARTUP, pitch: INVESTOR.thesis, sectors: ['mining'] };
    await putAllCheap(hub.id, [
      ['investor', 'i', { ...INVESTOR, excludedSectors: ['mining'] }],
      ...many(600, 'startup', 'far', far),
      ...many(12, 'startup', 'fits', STARTUP),
    ]);
    await settle();
    expect(ids(await list(hub.key, 'investors/i'))).toHaveLength(12);
  });

  test('fill page after page, none twice', async () => {
    const hub = await newHub();
    await putAllCheap(hub.id, [['investor', 'i', INVESTOR], ...many(150, 'startup', 's', STARTUP)]);
    await settle();
    const shown: string[] = [];
    let cursor = '';
    do {
      const page = await list(hub.key, 'investors/i', `limit=50${cursor && `&cursor=${cursor}`}`);
      shown.push(...ids(page));
      cursor = page.json.nextCursor ?? '';
    } while (cursor);
    expect([shown.length, new Set(shown).size]).toEqual([150, 150]);
  });

  test('of a text of many windows are asked for in fewer parts', async () => {
    const hub = await newHub();
    const thesis = Array.from({ length: 30 }, (_, i) => `${INVESTOR.thesis} ${i}.`).join(' ');
    await putAllCheap(hub.id, [
      ['investor', 'short', INVESTOR],
      ['investor', 'long', { ...INVESTOR, thesis }],
      ...many(3, 'startup', 's', STARTUP),
    ]);
    await settle();
    const queries = async (id: string) => {
      const before = at.vectors.calls.query;
      expect(ids(await list(hub.key, `investors/${id}`))).toHaveLength(3);
      return at.vectors.calls.query - before;
    };
    expect(await queries('short')).toBe(8);
    expect(await queries('long')).toBeLessThanOrEqual(40);
  });

  test('that were saved are in the list of those, however far their text is', async () => {
    const hub = await newHub();
    const other = { ...STARTUP, pitch: 'Uzaq.' };
    await putAllCheap(hub.id, [
      ['investor', 'i', INVESTOR],
      ['startup', 'far', other],
      ...many(900, 'startup', 's', { ...STARTUP, pitch: INVESTOR.thesis }),
    ]);
    await settle();
    const body = {
      subject: { kind: 'investor', id: 'i' },
      answers: [{ candidate: { kind: 'startup', id: 'far' }, answer: 'saved', position: 1 }],
    };
    expect((await at.call('POST', '/v1/feedback', hub.key, body)).status).toBe(204);
    expect(ids(await list(hub.key, 'investors/i', 'only=saved'))).toEqual(['far']);
  });
});

describe('cards of partners', () => {
  test('stand in the lists of a hub in Vectorize as in those of any, and leave them at once', async () => {
    const [home, receiver] = await partners();
    await putAllCheap(home.id, [
      ['startup', 'abroad', STARTUP],
      ['startup', 'kept', STARTUP],
    ]);
    await consent(home, 'startup', 'abroad');
    await putAllCheap(receiver.id, [
      ['investor', 'i', INVESTOR],
      ['startup', 'own', { ...STARTUP, country: 'AZ' }],
    ]);
    await settle();
    const found = await list(receiver.key, 'investors/i');
    const expected = await callIn(bindings, 'GET', '/v1/investors/i/matches', receiver.key);
    expect(found.json).toEqual(expected.json);
    expect(found.json.matches).toHaveLength(2);
    const foreign = ids(found).find((id) => id.startsWith('~')) as string;
    const score = { subject: { kind: 'investor', id: 'i' }, candidate: { kind: 'startup', id: foreign } };
    expect((await at.call('POST', '/v1/score', receiver.key, score)).status).toBe(200);

    await call('DELETE', '/v1/startups/abroad', { key: home.key });
    expect(ids(await list(receiver.key, 'investors/i'))).toEqual(['own']);
    expect((await at.call('POST', '/v1/score', receiver.key, score)).status).toBe(404);
  });
});

describe('a hub that has just written very much', () => {
  const write = (id: string, count: number) =>
    bindings.DB.batch([
      bindings.DB.prepare('UPDATE hubs SET sequence = sequence + 6000 WHERE id = ?').bind(id),
      bindings.DB.prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
         INSERT INTO profiles (hub_id, kind, id, body, name_key, sequence, created_at, updated_at)
         SELECT ?1, 'startup', 'w' || i, '{}', '', 100000 + i, '', '' FROM n`,
      ).bind(id, count),
    ]);

  test('is served by the isolate where it fits in one, and else told when to ask again', async () => {
    const hub = await newHub();
    await putAllCheap(hub.id, [
      ['investor', 'i', INVESTOR],
      ['startup', 's', STARTUP],
    ]);
    await settle();
    const before = at.vectors.calls.query;
    await bindings.DB.prepare('UPDATE hubs SET sequence = sequence + 6000 WHERE id = ?').bind(hub.id).run();
    expect(ids(await list(hub.key, 'investors/i'))).toEqual(['s']);
    expect(at.vectors.calls.query).toBe(before);

    await write(hub.id, 10_000);
    const refused = await list(hub.key, 'investors/i');
    expect([refused.status, refused.json.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'rate_limited',
      '30',
    ]);
  });
});

describe('what reads a whole hub', () => {
  test('does not: limits are not counted, and no prices are found', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const hub = await newHub();
    await putAllCheap(hub.id, [
      ['investor', 'i', INVESTOR],
      ['startup', 's', STARTUP],
    ]);
    await settle();
    const asked = { kind: 'startup', profile: { stage: 'seed' } };
    expect((await at.call('POST', '/v1/limits', hub.key, asked)).json).toMatchObject({ code: 'forbidden' });
    await priceExposure.run({ env: at.env, db: primary(), now: new Date() });
    const { results } = await bindings.DB.prepare('SELECT prices FROM exposure WHERE hub_id = ?').bind(hub.id).all();
    expect(results).toEqual(PAIRINGS.flatMap(({ sides }) => sides.map(() => ({ prices: '{}' }))));
    expect(warned).toHaveBeenCalledTimes(PAIRINGS.length);
  });

  test('matches are announced, one profile after the other', async () => {
    const hub = await newHub();
    await listen(hub);
    await putAllCheap(hub.id, [
      ['investor', 'i', INVESTOR],
      ['startup', 'far', { ...STARTUP, pitch: 'Uzaq.' }],
    ]);
    await settle();
    await announceMatches(at.env, primary(), await hubNow(hub), new Date(), () => false);
    await putCheap(hub.id, 'startup', 's', STARTUP);
    await putCheap(hub.id, 'investor', 'fits', FITS);
    const looked = await announceMatches(at.env, primary(), await hubNow(hub), new Date(), () => false);
    expect(looked).toEqual({ announced: 1, done: true });
    expect(await toldPairs(hub)).toEqual(['startup s investor fits']);
  });

  test('a plan is made of those who take part', async () => {
    const hub = await newHub();
    await putAllCheap(hub.id, [['investor', 'i', INVESTOR], ...many(3, 'startup', 's', STARTUP)]);
    await settle();
    const body = {
      name: 'Day',
      startups: ['s0', 's1'].map((id) => ({ id, meetings: 1 })),
      investors: [{ id: 'i', meetings: 2 }],
      slots: 2,
    };
    const { json } = await at.call('POST', '/v1/plans', hub.key, body);
    await makePlans.run({ env: at.env, db: primary(), now: new Date() });
    const made = await at.call('GET', `/v1/plans/${json.id}`, hub.key);
    expect(made.json).toMatchObject({ state: 'done' });
    expect(made.json.meetings).toHaveLength(2);
  });
});
