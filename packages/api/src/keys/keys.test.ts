import { SCOPES, type Scope } from '@kopru/sdk/schema';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
import { tablesWith } from '../../test/tables.ts';
import { keyWith, ORIGIN, viewerOf } from '../../test/viewer.ts';
import { isWellFormedKey } from '../lib/keys.ts';

let hub: { id: string; key: string };
beforeAll(async () => {
  hub = await newHub();
});

const create = (body: unknown, key = hub.key) => call('POST', '/v1/keys', { key, body });
const secret = async (scopes: readonly Scope[], name = 'test') => (await create({ kind: 'secret', name, scopes })).json;
const list = async (key = hub.key) => (await call('GET', '/v1/keys?limit=200', { key })).json.items;
const works = async (key: string) => (await call('GET', '/v1/keys', { key })).status === 200;

describe('a new key', () => {
  test('is shown once, is kept as a hash alone, and works', async () => {
    const { status, headers, json } = await create({ kind: 'secret', name: 'Import', scopes: ['hub:read'] });
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(json).toMatchObject({ kind: 'secret', name: 'Import', scopes: ['hub:read'], revokedAt: null });
    expect(json.key).toMatch(/^kopru_sk_[0-9A-Za-z]{38}$/);
    expect(json.key.endsWith(json.hint.slice(1))).toBe(true);
    expect(await works(json.key)).toBe(true);

    expect(await tablesWith(json.key)).toEqual([]);
    expect(await tablesWith(json.key.slice(9, 41))).toEqual([]);
    expect(await tablesWith(json.id)).toContain('audit');
    const listed = (await list()).find(({ id }: { id: string }) => id === json.id);
    const { key: _, ...shown } = json;
    expect(listed).toEqual({ ...shown, lastUsedAt: expect.any(String) });
  });

  test('carries a checksum: no key with one letter changed is well formed', async () => {
    const { key } = await secret(['hub:read']);
    expect(isWellFormedKey(key)).toBe(true);
    const letter = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(fc.integer({ min: 9, max: key.length - 1 }), letter, (at, other) => {
        fc.pre(key[at] !== other);
        expect(isWellFormedKey(key.slice(0, at) + other + key.slice(at + 1))).toBe(false);
      }),
    );
    expect(await works(`${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`)).toBe(false);
  });

  test('is not shown again to a retry, which makes no second key', async () => {
    const body = { kind: 'secret', name: 'Once', scopes: ['hub:read'] };
    const send = () => call('POST', '/v1/keys', { key: hub.key, body, headers: { 'idempotency-key': 'key-once' } });
    expect((await send()).status).toBe(201);
    expect(await send()).toMatchObject({ status: 409, json: { code: 'idempotency_answer_not_kept' } });
    // As if the answer had been lost before it was put on record.
    await bindings.DB.prepare("DELETE FROM idempotency WHERE key = 'key-once'").run();
    expect(await send()).toMatchObject({ status: 409, json: { code: 'idempotency_answer_not_kept' } });
    expect((await list()).filter(({ name }: { name: string }) => name === 'Once')).toHaveLength(1);
  });

  test('has at most the scopes of the key that makes it', async () => {
    const narrow = await keyWith(hub.id, ['hub:write', 'profiles:read']);
    const own = await create({ kind: 'secret', scopes: ['profiles:read'] }, narrow);
    expect(own.status).toBe(201);
    const more = await create({ kind: 'secret', scopes: ['profiles:read', 'profiles:write'] }, narrow);
    expect(more).toMatchObject({ status: 403, json: { code: 'forbidden' } });
    expect(more.json.detail).toContain('profiles:write');
    const wide = await secret(SCOPES);
    expect(await call('POST', `/v1/keys/${wide.id}/roll`, { key: narrow, body: {} })).toMatchObject({ status: 403 });
  });

  test.each([
    ['https://hub.example', 201],
    ['https://hub.example:8443', 201],
    ['http://localhost:8787', 201],
    ['http://127.0.0.1:3000', 201],
    ['http://hub.example', 422],
    ['http://localhost.evil.example', 422],
    ['https://hub.example/', 422],
    ['https://hub.example/page', 422],
    ['https://Hub.example', 422],
    ['https://hub.example:443', 422],
    ['https://*.hub.example', 422],
    ['https://user@hub.example', 422],
    ['*', 422],
    ['null', 422],
    ['file://', 422],
  ])('for the origin %s: %i', async (origin, status) => {
    const made = await create({ kind: 'publishable', origins: [origin] });
    expect(made.status).toBe(status);
    if (status === 422) expect(made.json.issues[0]).toMatchObject({ in: 'body', path: '/origins/0', rule: 'origin' });
  });

  test('is bound to its origins', async () => {
    const { json } = await create({ kind: 'publishable', origins: [ORIGIN, 'https://two.example'] });
    expect(json.key).toMatch(/^kopru_pk_/);
    const { headers } = await viewerOf(hub.id, 'startup', 'mine');
    await call('PUT', '/v1/startups/mine', { key: hub.key, body: STARTUP });
    const from = (origin: string) =>
      call('GET', '/v1/startups/mine', { key: json.key, headers: { ...headers, origin } });
    expect((await from('https://two.example')).status).toBe(200);
    expect((await from('https://three.example')).json.code).toBe('origin_not_allowed');
  });

  test.each([
    [{ kind: 'secret' }, '/scopes', 'required'],
    [{ kind: 'secret', scopes: [] }, '/scopes', 'minimum'],
    [{ kind: 'secret', scopes: ['hub:own'] }, '/scopes/0', 'one_of'],
    [{ kind: 'secret', scopes: ['hub:read'], origins: [ORIGIN] }, '/origins', 'unknown_field'],
    [{ kind: 'publishable', origins: [] }, '/origins', 'minimum'],
  ])('of %j breaks a rule', async (body, path, rule) => {
    expect(await create(body)).toMatchObject({ status: 422, json: { issues: [{ path, rule }] } });
  });
});

describe('a rolled key', () => {
  const roll = (id: string, body: unknown = {}) => call('POST', `/v1/keys/${id}/roll`, { key: hub.key, body });
  /** Lets a key's end pass: the clock is the table's. */
  const endedAt = (id: string, at: Date) =>
    bindings.DB.prepare('UPDATE keys SET expires_at = ? WHERE id = ?').bind(at.toISOString(), id).run();

  test('works beside its successor until the overlap is over', async () => {
    const old = await secret(['hub:read'], 'Sync');
    const { status, headers, json } = await roll(old.id);
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(json).toMatchObject({ kind: 'secret', name: 'Sync', scopes: ['hub:read'], expiresAt: null });
    expect(json.key).not.toBe(old.key);
    expect([await works(old.key), await works(json.key)]).toEqual([true, true]);
    const { expiresAt } = (await list()).find(({ id }: { id: string }) => id === old.id);
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000)).toBe(24);

    await endedAt(old.id, new Date(Date.now() - 1));
    expect([await works(old.key), await works(json.key)]).toEqual([false, true]);
  });

  test('with no overlap ends at once; a publishable one keeps its origins', async () => {
    const { json: old } = await create({ kind: 'publishable', origins: [ORIGIN] });
    const { json } = await roll(old.id, { overlapHours: 0 });
    expect(json).toMatchObject({ kind: 'publishable', origins: [ORIGIN] });
    const ask = (key: string) => call('GET', '/v1/startups/x', { key, headers: { origin: ORIGIN } });
    expect([(await ask(old.key)).status, (await ask(json.key)).status]).toEqual([401, 403]);
  });

  test('is not rolled again, however many ask at once, and neither is a revoked one', async () => {
    const { id } = await secret(['hub:read']);
    const answers = await Promise.all([roll(id), roll(id), roll(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const revoked = await secret(['hub:read']);
    await call('DELETE', `/v1/keys/${revoked.id}`, { key: hub.key });
    expect(await roll(revoked.id)).toMatchObject({ status: 409, json: { code: 'conflict' } });
  });

  test.each([-1, 169, 1.5, '24'])('has no overlap of %j hours', async (overlapHours) => {
    const { id } = await secret(['hub:read']);
    expect(await roll(id, { overlapHours })).toMatchObject({
      status: 422,
      json: { issues: [{ path: '/overlapHours' }] },
    });
  });
});

describe('a revoked key', () => {
  test('works no more with the next request, and stays in the list', async () => {
    const { id, key } = await secret(['hub:read']);
    expect(await works(key)).toBe(true);
    expect((await call('DELETE', `/v1/keys/${id}`, { key: hub.key })).status).toBe(204);
    expect(await works(key)).toBe(false);
    const entry = (await list()).find((item: { id: string }) => item.id === id);
    expect(entry.revokedAt).toEqual(expect.any(String));
    expect((await call('DELETE', `/v1/keys/${id}`, { key: hub.key })).status).toBe(204);
  });

  test('may be the last one; the operator can make another', async () => {
    const other = await newHub();
    const [{ id }] = await list(other.key);
    expect((await call('DELETE', `/v1/keys/${id}`, { key: other.key })).status).toBe(204);
    expect(await works(other.key)).toBe(false);
  });
});

test('keys come in pages, each once', async () => {
  const { key } = await newHub();
  for (const name of ['a', 'b', 'c', 'd']) await create({ kind: 'secret', name, scopes: ['hub:read'] }, key);
  const names: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { json } = await call('GET', `/v1/keys?limit=2${cursor && `&cursor=${cursor}`}`, { key });
    names.push(...json.items.map(({ name }: { name: string }) => name));
    cursor = json.nextCursor;
  }
  expect(names).toEqual(['', 'a', 'b', 'c', 'd']);
});

test('a hub knows nothing of the keys of another', async () => {
  const other = await newHub();
  const { id } = await secret(['hub:read']);
  expect((await list(other.key)).map((key: { id: string }) => key.id)).not.toContain(id);
  const none = await call('DELETE', '/v1/keys/none', { key: other.key });
  for (const answer of [
    await call('DELETE', `/v1/keys/${id}`, { key: other.key }),
    await call('POST', `/v1/keys/${id}/roll`, { key: other.key, body: {} }),
  ]) {
    expect(answer.status).toBe(404);
    expect(answer.json.detail.replace(id, 'none')).toBe(none.json.detail);
  }
});

test('who may not see or make keys does neither', async () => {
  const reader = await keyWith(hub.id, ['hub:read']);
  const stranger = await keyWith(hub.id, ['profiles:write']);
  expect((await create({ kind: 'secret', scopes: ['hub:read'] }, reader)).status).toBe(403);
  expect((await call('GET', '/v1/keys', { key: stranger })).status).toBe(403);
  expect((await call('GET', '/v1/keys', await viewerOf(hub.id, 'startup', 'mine'))).status).toBe(403);
});
