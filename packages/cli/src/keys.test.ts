import { Kopru } from '@kopru/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHub, type TestHub } from '../test/hub.ts';
import { runKeysCreate, runKeysList, runKeysRevoke, runKeysRoll } from './keys.ts';
import { EXIT } from './terminal/exit.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub('keys');
});
afterAll(() => hub?.stop());

async function create(options: Parameters<typeof runKeysCreate>[0]) {
  const { io, out, err } = hub.io();
  expect(await runKeysCreate(options, io)).toBe(EXIT.ok);
  return { out: out(), err: err() };
}

test('the new key alone goes to stdout, and opens what its scopes say', async () => {
  const { out, err } = await create({ scope: ['profiles:read'], name: 'Nightly' });
  expect(out).toMatch(/^kopru_sk_[0-9A-Za-z]{38}\n$/);
  expect(err).not.toContain(out.trim());
  expect(err).toContain('shown this once');
  const kopru = new Kopru({ apiKey: out.trim(), baseUrl: hub.server.url });
  expect((await kopru.startups.list()).items).toEqual([]);
  await expect(kopru.keys.list()).rejects.toMatchObject({ code: 'forbidden' });
});

test('a key with origins is publishable', async () => {
  expect((await create({ origin: ['https://hub.example'] })).out).toMatch(/^kopru_pk_/);
});

test.each([
  ['neither', {}],
  ['both', { scope: ['hub:read'], origin: ['https://hub.example'] }],
  ['a scope that is none', { scope: ['profiles:wrote'] }],
])('%s of scopes and origins is refused before anything is sent', async (_, options) => {
  const before = (await hub.kopru.keys.list()).items.length;
  await expect(runKeysCreate(options, hub.io().io)).rejects.toMatchObject({
    exitCode: EXIT.usage,
    hint: expect.stringContaining('profiles:write'),
  });
  expect((await hub.kopru.keys.list()).items).toHaveLength(before);
});

test('what the API refuses is told with its code', async () => {
  await expect(runKeysCreate({ origin: ['http://hub.example'] }, hub.io().io)).rejects.toMatchObject({
    exitCode: EXIT.remote,
    message: expect.stringMatching(/^The API: .*exact origin.*\[invalid_request, request .+\]$/),
  });
});

test('rolls a key with an overlap, and revokes one', async () => {
  const [first] = (await hub.kopru.keys.list()).items.filter(({ name }) => name === 'Nightly');
  const id = first?.id as string;
  const { io, out } = hub.io();
  expect(await runKeysRoll({ id, overlapHours: 2 }, io)).toBe(EXIT.ok);
  expect(out()).toMatch(/^kopru_sk_/);
  const rolled = (await hub.kopru.keys.list()).items.find((key) => key.id === id);
  expect(Date.parse(rolled?.expiresAt ?? '') - Date.now()).toBeLessThanOrEqual(2 * 3_600_000);

  expect(await runKeysRevoke({ id }, hub.io().io)).toBe(EXIT.ok);
  expect((await hub.kopru.keys.list()).items.find((key) => key.id === id)?.revokedAt).not.toBeNull();
  await expect(runKeysRevoke({ id: 'key_none' }, hub.io().io)).rejects.toMatchObject({ exitCode: EXIT.remote });
});

test('lists keys by their ends, as a table or as JSON, and never a key', async () => {
  const table = hub.io();
  expect(await runKeysList({}, table.io)).toBe(EXIT.ok);
  const keys = (await hub.kopru.keys.list()).items;
  for (const { id, hint } of keys) {
    expect(table.out()).toContain(id);
    expect(table.out()).toContain(hint);
  }
  const json = hub.io();
  await runKeysList({ json: true }, json.io);
  expect(JSON.parse(json.out()).keys).toEqual(keys);
  for (const text of [table.out(), table.err(), json.out()]) expect(text).not.toContain(hub.key);
});

test('JSON of a new key holds it', async () => {
  const { out } = await create({ scope: ['hub:read'], json: true });
  expect(JSON.parse(out)).toMatchObject({
    kind: 'secret',
    scopes: ['hub:read'],
    key: expect.stringMatching(/^kopru_sk_/),
  });
});
