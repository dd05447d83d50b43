import { SCOPES } from '@kopru/sdk/schema';
import { expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub } from '../../test/hub.ts';
import { tablesWith } from '../../test/tables.ts';
import { operatorKey } from '../../test/viewer.ts';
import { makeKey } from './create.ts';
import { insertKey } from './store.ts';

async function bootstrapToken(): Promise<string> {
  const { key, row } = await makeKey('bootstrap', null);
  await insertKey(bindings.DB, row, new Date()).run();
  return key;
}

const create = (key: string, body: unknown = {}) => call('POST', '/v1/operator-keys', { key, body });

test('the bootstrap token makes one operator key, and opens nothing else', async () => {
  const token = await bootstrapToken();
  expect((await call('GET', '/v1/hubs', { key: token })).status).toBe(403);
  const { status, headers, json } = await create(token, { name: 'Aynur' });
  expect(status).toBe(201);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(json.key).toMatch(/^kopru_ok_/);
  expect(await tablesWith(json.key)).toEqual([]);
  expect(await create(token)).toMatchObject({ status: 401, json: { code: 'unauthorized' } });
  expect((await call('GET', '/v1/hubs', { key: json.key })).status).toBe(200);
});

test('of two requests at once with the bootstrap token one gets a key', async () => {
  const token = await bootstrapToken();
  const before = await bindings.DB.prepare("SELECT count(*) AS n FROM keys WHERE kind = 'operator'").first<number>('n');
  const answers = await Promise.all([create(token), create(token), create(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
  const after = await bindings.DB.prepare("SELECT count(*) AS n FROM keys WHERE kind = 'operator'").first<number>('n');
  expect(after).toBe((before ?? 0) + 1);
});

test('an operator key makes another, and revokes one at once', async () => {
  const key = await operatorKey();
  const { json } = await create(key, { name: 'Second' });
  expect((await call('DELETE', `/v1/operator-keys/${json.id}`, { key })).status).toBe(204);
  expect((await call('GET', '/v1/hubs', { key: json.key })).status).toBe(401);
  const { items } = (await call('GET', '/v1/operator-keys', { key })).json;
  expect(items.find(({ id }: { id: string }) => id === json.id)).toMatchObject({
    kind: 'operator',
    name: 'Second',
    revokedAt: expect.any(String),
  });
  expect(items.every(({ kind }: { kind: string }) => kind === 'operator')).toBe(true);
});

test('an operator cannot reach a hub’s key, nor a hub the operator’s', async () => {
  const key = await operatorKey();
  const hub = await newHub();
  const [{ id }] = (await call('GET', '/v1/keys', { key: hub.key })).json.items;
  expect((await call('DELETE', `/v1/operator-keys/${id}`, { key })).status).toBe(404);
  for (const [method, path] of [
    ['GET', '/v1/keys'],
    ['GET', '/v1/hub'],
    ['GET', '/v1/startups/x'],
  ] as const)
    expect((await call(method, path, { key })).status).toBe(403);
  expect((await create(hub.key)).status).toBe(403);
});

test('a hub that lost its keys gets one from the operator, and sees that it did', async () => {
  const hub = await newHub();
  const [{ id }] = (await call('GET', '/v1/keys', { key: hub.key })).json.items;
  await call('DELETE', `/v1/keys/${id}`, { key: hub.key });
  const key = await operatorKey();
  const made = await call('POST', `/v1/hubs/${hub.id}/keys`, { key, body: { name: 'Recovery' } });
  expect(made).toMatchObject({ status: 201, json: { kind: 'secret', scopes: [...SCOPES] } });
  expect(made.headers.get('cache-control')).toBe('no-store');
  const { items } = (await call('GET', '/v1/keys', { key: made.json.key })).json;
  expect(items.map(({ name }: { name: string }) => name)).toContain('Recovery');
  const { results } = await bindings.DB.prepare(
    "SELECT actor FROM audit WHERE hub_id = ? AND action = 'key.created' AND subject_id = ?",
  )
    .bind(hub.id, made.json.id)
    .all<{ actor: string }>();
  expect(results.map(({ actor }) => JSON.parse(actor).kind)).toEqual(['operator']);
  expect((await call('POST', '/v1/hubs/none/keys', { key, body: {} })).status).toBe(404);
});
