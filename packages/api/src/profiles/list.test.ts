import { beforeAll, expect, test } from 'vitest';
import { call, INVESTOR, newHub } from '../../test/hub.ts';
import { keyWith, viewerOf } from '../../test/viewer.ts';

let key: string;
let hubId: string;
const list = (query = '', options: Parameters<typeof call>[2] = { key }) =>
  call('GET', `/v1/startups${query && `?${query}`}`, options);
const ids = async (query = '', options?: Parameters<typeof call>[2]) =>
  (await list(query, options)).json.items.map(({ id }: { id: string }) => id);

const STARTUPS = {
  a: { name: 'İstanbul Çiftlik', country: 'TR', sectors: ['irrigation'] },
  b: { name: 'ЖЕР Су', country: 'KZ', sectors: ['irrigation', 'fintech'], status: 'paused' },
  c: { name: 'Isıl Enerji', country: 'TR', sectors: ['өз саламыз'], status: 'draft' },
  d: { name: 'Plain 100%_', country: 'KZ' },
};

let between: string;
beforeAll(async () => {
  ({ key, id: hubId } = await newHub());
  const other = await newHub();
  for (const [id, startup] of Object.entries(STARTUPS)) {
    if (id === 'd') {
      await new Promise((resolve) => setTimeout(resolve, 5));
      between = new Date().toISOString();
    }
    await call('PUT', `/v1/startups/${id}`, { key, body: { ...startup, pitch: 'Su' } });
  }
  await call('PUT', '/v1/investors/i', { key, body: INVESTOR });
  await call('PUT', '/v1/startups/theirs', { key: other.key, body: { name: 'İstanbul', pitch: 'Su' } });
});

test.each([
  ['', ['a', 'b', 'c', 'd']],
  ['status=active', ['a', 'd']],
  ['status=draft&country=TR', ['c']],
  ['country=KZ', ['b', 'd']],
  ['sector=irrigation', ['a', 'b']],
  [`sector=${encodeURIComponent('өз саламыз')}`, ['c']],
  [`q=${encodeURIComponent('istanbul')}`, ['a']],
  [`q=${encodeURIComponent('ISTANBUL ç')}`, ['a']],
  [`q=${encodeURIComponent('жер')}`, ['b']],
  [`q=${encodeURIComponent('isil')}`, ['c']],
  [`q=${encodeURIComponent('100%_')}`, ['d']],
  ['q=%25', ['d']],
  [`q=${'x'.repeat(200)}`, []],
])('%s', async (query, expected) => {
  expect(await ids(query)).toEqual(expected);
});

test('what was written since a time', async () => {
  expect(await ids(`updatedSince=${between}`)).toEqual(['d']);
  expect(await ids('updatedSince=2100-01-01T00:00:00Z')).toEqual([]);
});

test('an item is the profile as a read gives it', async () => {
  const { json } = await list('limit=1');
  expect(json.items[0]).toEqual((await call('GET', '/v1/startups/a', { key })).json);
});

test('pages hold each profile once, whatever is written or deleted meanwhile', async () => {
  const hub = await newHub();
  const put = (id: string) => call('PUT', `/v1/startups/${id}`, { key: hub.key, body: { name: id, pitch: 'Su' } });
  for (const id of ['b', 'd', 'f']) await put(id);
  const first = (await list('limit=2', { key: hub.key })).json;
  await put('a');
  await put('e');
  await call('DELETE', '/v1/startups/d', { key: hub.key });
  const second = (await list(`limit=2&cursor=${first.nextCursor}`, { key: hub.key })).json;
  const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);
  expect([idsOf(first), idsOf(second), second.nextCursor]).toEqual([['b', 'd'], ['e', 'f'], null]);
});

test.each(['limit=0', 'limit=201', 'status=gone', 'country=XX', 'updatedSince=yesterday', 'cursor=x', 'colour=red'])(
  '%s is refused',
  async (query) => {
    expect(await list(query)).toMatchObject({ status: 422, json: { code: 'invalid_request' } });
  },
);

test('a viewer finds its own profile alone', async () => {
  const viewer = await viewerOf(hubId, 'startup', 'b');
  expect(await ids('', viewer)).toEqual(['b']);
  expect(await ids('country=TR', viewer)).toEqual([]);
  expect((await call('GET', '/v1/investors', viewer)).json).toEqual({ items: [], nextCursor: null });
});

test('a key without the scope is refused', async () => {
  expect((await list('', { key: await keyWith(hubId, ['matches:read']) })).status).toBe(403);
});
