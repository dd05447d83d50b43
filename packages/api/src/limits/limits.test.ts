import { limitsSchema } from '@kopru/sdk/schema';
import { beforeAll, expect, test } from 'vitest';
import { consent, partners, putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { viewerOf } from '../../test/viewer.ts';

let hub: { id: string; key: string };
const put = (path: string, body: object) => call('PUT', `/v1/${path}`, { key: hub.key, body });
const count = (body: object, who: object = { key: hub.key }) => call('POST', '/v1/limits', { ...who, body });
const blocks = (json: { limits: { path: string; blocks: number }[] }) =>
  Object.fromEntries(json.limits.map(({ path, blocks }) => [path, blocks]));

beforeAll(async () => {
  hub = await newHub();
  await put('startups/fits', STARTUP);
  await put('startups/late', { ...STARTUP, stage: 'growth' });
  await put('startups/far', { ...STARTUP, country: 'HU' });
  await put('startups/small', { ...STARTUP, raise: { amount: 50_000, currency: 'USD' } });
  await put('startups/paused', { ...STARTUP, country: 'HU', status: 'paused' });
  await put('investors/fund', INVESTOR);
});

const MANDATE = {
  stages: ['seed'],
  countries: ['turkic_states'],
  ticket: { min: 100_000, max: 500_000, currency: 'USD' },
};

test('a mandate that is being written is told how many pass and what each limit costs', async () => {
  const { status, json } = await count({ kind: 'investor', profile: MANDATE });
  expect(status).toBe(200);
  expect(limitsSchema.safeParse(json).error).toBeUndefined();
  expect(json).toMatchObject({ kind: 'investor', eligible: 1 });
  expect(blocks(json)).toEqual({ '/stages': 1, '/countries': 1, '/ticket/min': 1, '/ticket/max': 0 });
});

test('the count is the length of the list that the stored profile has', async () => {
  const lists = async (changes: object) => {
    await put('investors/changing', { ...INVESTOR, ...MANDATE, ...changes });
    return (await call('GET', '/v1/investors/changing/matches', { key: hub.key })).json.matches.length;
  };
  const profile = { ...INVESTOR, ...MANDATE };
  const { json } = await count({ kind: 'investor', profile });
  expect(json.eligible).toBe(await lists({}));
  expect(json.eligible + blocks(json)['/stages']).toBe(await lists({ stages: undefined }));
  expect(json.eligible + blocks(json)['/countries']).toBe(await lists({ countries: undefined }));
  await call('DELETE', '/v1/investors/changing', { key: hub.key });
});

test('words that no code stands for count once they are stored', async () => {
  const startup = { name: 'Oyun', pitch: 'Mobil oyun studiyasıyıq.', consent: { matching: true } };
  await put('startups/games', startup);
  const profile = { excludedSectors: ['mobil oyunlar və e-idman'] };
  expect((await count({ kind: 'investor', profile })).json.eligible).toBe(5);
  await put('investors/choosy', {
    ...INVESTOR,
    ...profile,
    stages: undefined,
    countries: undefined,
    ticket: undefined,
  });
  const list = (await call('GET', '/v1/investors/choosy/matches', { key: hub.key })).json.matches.length;
  const stored = await count({ kind: 'investor', id: 'choosy', profile });
  expect(stored.json.eligible).toBe(list);
  await call('DELETE', '/v1/startups/games', { key: hub.key });
  await call('DELETE', '/v1/investors/choosy', { key: hub.key });
});

test('a viewer asks for its own kind and id alone', async () => {
  const owner = await viewerOf(hub.id, 'investor', 'fund');
  expect((await count({ kind: 'investor', profile: MANDATE }, owner)).json.eligible).toBe(1);
  expect((await count({ kind: 'investor', id: 'fund', profile: MANDATE }, owner)).status).toBe(200);
  expect((await count({ kind: 'investor', id: 'other', profile: MANDATE }, owner)).json.code).toBe('not_found');
  expect((await count({ kind: 'startup', profile: {} }, owner)).json.code).toBe('not_found');
});

test('a viewer is told of no count that follows from a hidden field', async () => {
  await put('startups/shy', { ...STARTUP, stage: 'growth', private: ['stage'] });
  const owner = await viewerOf(hub.id, 'investor', 'fund');
  const stages = async (who: object) =>
    blocks((await count({ kind: 'investor', profile: MANDATE }, who)).json)['/stages'];
  expect([await stages(owner), await stages({ key: hub.key })]).toEqual([1, 2]);
  await call('DELETE', '/v1/startups/shy', { key: hub.key });
});

test('cards of other hubs count as they do in lists', async () => {
  const [kz, az] = await partners();
  await putCheap(kz.id, 'startup', 'far', { ...STARTUP, stage: 'growth' });
  await consent(kz, 'startup', 'far');
  const { json } = await call('POST', '/v1/limits', { key: az.key, body: { kind: 'investor', profile: MANDATE } });
  expect([json.eligible, blocks(json)['/stages']]).toEqual([0, 1]);
});

test('what breaks a rule of the schema is named by its place', async () => {
  const { status, json } = await count({ kind: 'investor', profile: { ticket: { currency: 'USD' } } });
  expect(status).toBe(422);
  expect(json.issues).toMatchObject([{ in: 'body', path: '/profile/ticket', rule: 'min_or_max' }]);
});
