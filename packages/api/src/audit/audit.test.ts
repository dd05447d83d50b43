import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
import { keyWith, viewerOf } from '../../test/viewer.ts';
import { network } from './record.ts';

let key: string;
let hubId: string;
beforeAll(async () => {
  ({ key, id: hubId } = await newHub());
  const other = await newHub();
  await call('PUT', '/v1/startups/theirs', { key: other.key, body: STARTUP });
  await call('PUT', '/v1/startups/a', { key, body: STARTUP, headers: { 'cf-connecting-ip': '203.0.113.77' } });
  await call('PUT', '/v1/startups/a', { key, body: STARTUP });
  await call('PATCH', '/v1/startups/a', { key, body: { trl: 2 } });
  await call('PUT', '/v1/startups/b', { key, body: STARTUP });
  await call('DELETE', '/v1/startups/b', { key });
});

type Entry = { action: string; subject: { id: string }; [field: string]: unknown };
const log = async (query = '') => (await call('GET', `/v1/audit?${query}`, { key })).json;
const acts = async (query = '') =>
  (await log(query)).items.map(({ action, subject }: Entry) => `${action} ${subject.id}`);

test('every write has its line, newest first, and what changes nothing has none', async () => {
  expect(await acts()).toEqual(['profile.deleted b', 'profile.created b', 'profile.updated a', 'profile.created a']);
});

test('a line says who, what, when and from where, and nothing of the profile', async () => {
  const { json, headers, text } = await call('GET', '/v1/audit?action=profile.created&subject=startup:a', { key });
  expect(json.items).toHaveLength(1);
  expect(json.items[0]).toMatchObject({
    action: 'profile.created',
    actor: { kind: 'secret', from: '203.0.113.0/24' },
    subject: { kind: 'startup', id: 'a' },
    details: null,
  });
  expect(json.items[0].requestId).toBeTruthy();
  expect(json.items[0].requestId).not.toBe(headers.get('request-id'));
  expect(text).not.toContain(STARTUP.name);
});

test('filters and pages', async () => {
  expect(await acts('action=profile.created')).toEqual(['profile.created b', 'profile.created a']);
  expect(await acts('subject=startup:b')).toEqual(['profile.deleted b', 'profile.created b']);
  expect(await acts('since=2100-01-01T00:00:00Z')).toEqual([]);
  const paged: string[] = [];
  let cursor = '';
  do {
    const page = await log(`limit=1${cursor && `&cursor=${cursor}`}`);
    paged.push(...page.items.map(({ action, subject }: Entry) => `${action} ${subject.id}`));
    cursor = page.nextCursor ?? '';
  } while (cursor);
  expect(paged).toEqual(await acts());
});

test('is for a key that may read the hub alone', async () => {
  expect((await call('GET', '/v1/audit', { key: await keyWith(hubId, ['profiles:read']) })).status).toBe(403);
  expect((await call('GET', '/v1/audit', await viewerOf(hubId, 'startup', 'a'))).status).toBe(403);
});

test.each(['limit=0', 'subject=startup', 'since=now', 'cursor=abc'])('%s is refused', async (query) => {
  expect((await call('GET', `/v1/audit?${query}`, { key })).status).toBe(422);
});

test('a write and its event and record are one: they tell of the same number', async () => {
  const { results } = await bindings.DB.prepare(
    "SELECT type, data FROM events WHERE hub_id = ? AND data ->> 'id' = 'a' ORDER BY number",
  )
    .bind(hubId)
    .all<{ type: string; data: string }>();
  const { sequence } = (await call('GET', '/v1/startups/a', { key })).json;
  expect(results.map(({ type }) => type)).toEqual(['profile.created', 'profile.updated']);
  expect(JSON.parse(results[1]?.data ?? '')).toEqual({ kind: 'startup', id: 'a', version: 2, sequence });
});

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2::9', '2001:db8:1::/48'],
  ['2001:db8::9', '2001:db8:0::/48'],
  [undefined, undefined],
])('the network of %s is %s', (address, expected) => {
  expect(network(address)).toBe(expected);
});
