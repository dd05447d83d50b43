import { SCOPES } from '@kopru/sdk/schema';
import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { type ExchangeHub, partners } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { keyWith, viewerOf } from '../../test/viewer.ts';

let key: string;
let hubId: string;
let other: Awaited<ReturnType<typeof newHub>>;
beforeAll(async () => {
  ({ key, id: hubId } = await newHub());
  other = await newHub();
  await call('PUT', '/v1/startups/a', { key, body: STARTUP });
  await call('PUT', '/v1/investors/b', { key, body: INVESTOR });
  await call('PUT', '/v1/startups/theirs', { key: other.key, body: { name: 'Theirs', pitch: 'Su' } });
});

type Line = { type: string; data: Record<string, unknown> } & Record<string, unknown>;
const lines = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('everything that a hub owns, and nothing of another', async () => {
  const { status, headers, text } = await call('GET', '/v1/export', { key });
  expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
  const found = lines(text);
  expect(found[0]).toMatchObject({ type: 'export', format: 1, hub: hubId });
  expect(found[1]).toMatchObject({ type: 'hub', data: { id: hubId } });
  expect(found.at(-1)).toEqual({ type: 'end', rows: found.length - 2 });
  const profiles = found.filter(({ type }) => type === 'profile').map(({ data }) => data);
  expect(profiles).toEqual([
    (await call('GET', '/v1/investors/b', { key })).json,
    (await call('GET', '/v1/startups/a', { key })).json,
  ]);
  expect(text).not.toContain('Theirs');
  expect(text).not.toContain(other.id);
});

test('holds keys by their name and hint, and no hash', async () => {
  const { text } = await call('GET', '/v1/export', { key });
  const { results } = await bindings.DB.prepare('SELECT id, hash FROM keys WHERE hub_id = ?').bind(hubId).all();
  const keys = lines(text).filter(({ type }) => type === 'key');
  expect(keys.map(({ data }) => data.id).sort()).toEqual(results.map(({ id }) => id).sort());
  for (const { hash } of results) expect(text).not.toContain(hash);
});

test('holds what hubs agreed, in the export of either, and webhooks without their secret', async () => {
  const [a, b] = await partners();
  const webhook = await call('POST', '/v1/webhooks', { key: a.key, body: { url: 'https://hub.example.org/hook' } });
  expect(webhook.status).toBe(201);
  const exported = async (hub: ExchangeHub) => (await call('GET', '/v1/export', { key: hub.key })).text;
  const ofType = (text: string, wanted: string) => lines(text).filter(({ type }) => type === wanted);
  for (const hub of [a, b]) {
    expect(ofType(await exported(hub), 'agreement')).toMatchObject([{ data: { proposer: a.id, partner: b.id } }]);
    expect(ofType(await exported(hub), 'corridor-subscription')).toHaveLength(1);
  }
  expect(ofType(await exported(a), 'webhook')).toMatchObject([{ data: { url: 'https://hub.example.org/hook' } }]);
  expect(await exported(a)).not.toContain(webhook.json.secret);
  expect(await exported(b)).not.toContain('hub.example.org');
});

test('more rows than a page are all there, once', async () => {
  const hub = await newHub();
  const rows = Array.from({ length: 1100 }, (_, i) => i);
  await bindings.DB.prepare(
    `INSERT INTO profiles (hub_id, kind, id, body, sequence, created_at, updated_at)
     SELECT ?1, 'startup', 'p' || value, '{"name":"P"}', value + 1, '2026', '2026' FROM json_each(?2)`,
  )
    .bind(hub.id, JSON.stringify(rows))
    .run();
  const found = lines((await call('GET', '/v1/export', { key: hub.key })).text).filter(
    ({ type }) => type === 'profile',
  );
  expect(found).toHaveLength(1100);
  expect(new Set(found.map(({ data }) => data.id)).size).toBe(1100);
});

test('needs every scope that reads, and is on record', async () => {
  const readers = SCOPES.filter((scope) => scope.endsWith(':read'));
  expect((await call('GET', '/v1/export', { key: await keyWith(hubId, ['hub:read']) })).status).toBe(403);
  expect((await call('GET', '/v1/export', { key: await keyWith(hubId, readers) })).status).toBe(200);
  expect((await call('GET', '/v1/audit?action=hub.exported', { key })).json.items.length).toBeGreaterThan(0);
});

test('everything about one profile, for its owner', async () => {
  const viewer = await viewerOf(hubId, 'startup', 'a');
  viewer.headers = { ...viewer.headers, 'cf-connecting-ip': '203.0.113.77' } as typeof viewer.headers;
  await call('PATCH', '/v1/startups/a', { ...viewer, body: { trl: 5 } });
  const { status, json } = await call('GET', '/v1/startups/a/export', viewer);
  expect(status).toBe(200);
  expect(json).toMatchObject({ format: 1, profile: (await call('GET', '/v1/startups/a', { key })).json });
  expect(json.audit.map(({ action }: { action: string }) => action)).toEqual([
    'profile.created',
    'profile.updated',
    'profile.exported',
  ]);
  // Of others its owner is told that they did it, and not who and from where.
  expect(json.audit[0]).toMatchObject({ actor: { kind: 'secret' }, requestId: null });
  expect(Object.keys(json.audit[0].actor)).toEqual(['kind']);
  expect(json.audit[1]).toMatchObject({
    actor: { kind: 'viewer', id: expect.any(String), profile: { kind: 'startup', id: 'a' }, from: '203.0.113.0/24' },
    requestId: expect.any(String),
  });
  expect((await call('GET', '/v1/investors/b/export', viewer)).status).toBe(404);
  expect((await call('GET', '/v1/startups/a/export', { key: other.key })).status).toBe(404);
});

test('of one profile needs every scope that reads too; its owner needs none', async () => {
  const readers = SCOPES.filter((scope) => scope.endsWith(':read'));
  const read = async (credentials: Parameters<typeof call>[2]) =>
    (await call('GET', '/v1/startups/a/export', credentials)).status;
  expect(await read({ key: await keyWith(hubId, ['profiles:read']) })).toBe(403);
  expect(await read({ key: await keyWith(hubId, readers) })).toBe(200);
  expect(await read(await viewerOf(hubId, 'startup', 'a'))).toBe(200);
});
