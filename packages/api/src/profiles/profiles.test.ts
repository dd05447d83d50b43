import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { MAX_BODY } from '../middleware/json-body.ts';

let key: string;
beforeAll(async () => {
  ({ key } = await newHub());
});

const put = (id: string, body: unknown, headers = {}) => call('PUT', `/v1/startups/${id}`, { key, body, headers });
const get = (id: string) => call('GET', `/v1/startups/${id}`, { key });

describe('writing a profile', () => {
  test('creates it, reads back as it was sent, and embeds it', async () => {
    const created = await put('a', STARTUP);
    expect(created.status).toBe(201);
    expect(created.headers.get('etag')).toBe(`"${created.json.sequence}"`);
    expect(created.json).toMatchObject({ kind: 'startup', id: 'a', version: 1, lang: 'kk' });
    expect((await get('a')).json).toEqual(created.json);
    expect(created.json.profile).toEqual({ ...STARTUP, status: 'active' });
    const row = await bindings.DB.prepare(
      "SELECT model, length(windows) AS windows, length(sentences) AS sentences, names FROM vectors WHERE id = 'a'",
    ).first();
    expect(row).toEqual({ model: 'kopru-e5-small@1', windows: 512, sentences: 512, names: '' });
  });

  test('the same again changes nothing, another body makes a new version', async () => {
    const first = await put('b', STARTUP);
    const again = await put('b', STARTUP);
    expect(again.status).toBe(200);
    expect(again.json).toEqual(first.json);
    const changed = await put('b', { ...STARTUP, stage: 'growth' });
    expect(changed.status).toBe(200);
    expect(changed.json).toMatchObject({ version: 2, createdAt: first.json.createdAt });
    expect(changed.json.sequence).toBeGreaterThan(first.json.sequence);
    expect((await get('b')).json.profile.stage).toBe('growth');
  });

  test('what was read and is sent back changes nothing, and a detected language does not become a stated one', async () => {
    const { json } = await put('echo', STARTUP);
    expect((await put('echo', (await get('echo')).json.profile)).json).toEqual(json);
    const other = {
      ...json.profile,
      pitch: 'We build sensors for greenhouses and sell them to farmers in the valley.',
    };
    expect((await put('echo', other)).json.lang).toBe('en');
  });

  test('vectors of another model belong to the old text, and go when the text changes', async () => {
    await put('models', STARTUP);
    await bindings.DB.prepare("UPDATE vectors SET model = 'other@1' WHERE id = 'models'").run();
    await put('models', { ...STARTUP, pitch: 'Su' });
    const { results } = await bindings.DB.prepare("SELECT model FROM vectors WHERE id = 'models'").all();
    expect(results).toEqual([{ model: 'kopru-e5-small@1' }]);
  });

  test('names of sectors that the taxonomy does not have are embedded in a column of their own', async () => {
    await put('names', { ...STARTUP, sectors: ['irrigation', 'тұзды топырақ'] });
    const row = await bindings.DB.prepare("SELECT length(names) AS names FROM vectors WHERE id = 'names'").first();
    expect(row).toEqual({ names: 512 });
  });

  test('the same again is embedded anew when its vectors are of another model', async () => {
    await put('model', STARTUP);
    await bindings.DB.prepare("UPDATE vectors SET model = 'other@1' WHERE id = 'model'").run();
    expect((await put('model', STARTUP)).json.version).toBe(2);
    const { results } = await bindings.DB.prepare("SELECT model FROM vectors WHERE id = 'model' ORDER BY model").all();
    expect(results).toEqual([{ model: 'kopru-e5-small@1' }, { model: 'other@1' }]);
  });

  test('replaces the whole profile: a field that is left out is gone', async () => {
    await put('c', STARTUP);
    await put('c', { name: STARTUP.name, pitch: STARTUP.pitch });
    expect((await get('c')).json.profile).not.toHaveProperty('contact');
  });

  test('many writes at once each get a number of their own', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => put(`many-${i}`, STARTUP)));
    expect(new Set(answers.map(({ json }) => json.sequence)).size).toBe(10);
  });

  test('investors are written the same way', async () => {
    expect((await call('PUT', '/v1/investors/i', { key, body: INVESTOR })).status).toBe(201);
    expect((await call('GET', '/v1/investors/i', { key })).json.lang).toBe('az');
  });
});

describe('deleting a profile', () => {
  test('removes it with its vectors and leaves a tombstone; writing it again takes the tombstone away', async () => {
    await put('d', STARTUP);
    expect((await call('DELETE', '/v1/startups/d', { key })).status).toBe(204);
    expect((await get('d')).status).toBe(404);
    expect((await call('DELETE', '/v1/startups/d', { key })).status).toBe(404);
    const count = async (table: string) =>
      (await bindings.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE id = 'd'`).first<{ n: number }>())?.n;
    expect([await count('profiles'), await count('vectors'), await count('deletions')]).toEqual([0, 0, 1]);
    expect((await put('d', STARTUP)).status).toBe(201);
    expect(await count('deletions')).toBe(0);
  });
});

describe('bad input is answered with the path and the rule, and changes nothing', () => {
  const invalid = async (body: unknown) => {
    await put('bad', STARTUP);
    const before = (await get('bad')).json;
    const { status, headers, json } = await put('bad', body);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(json).toMatchObject({
      type: `urn:kopru:problem:${json.code}`,
      status,
      requestId: headers.get('request-id'),
    });
    expect((await get('bad')).json).toEqual(before);
    return {
      status,
      code: json.code,
      issues: json.issues?.map((i: { in: string; path: string; rule: string }) => `${i.in} ${i.path} ${i.rule}`),
    };
  };

  test.each([
    ['an unknown field', { ...STARTUP, pich: 1 }, ['body /pich unknown_field']],
    ['wrong types', { name: 1, pitch: 5 }, ['body /name type', 'body /pitch type']],
    ['an empty pitch', { ...STARTUP, pitch: '' }, ['body /pitch minimum']],
    ['emoji only', { ...STARTUP, pitch: '🚜🚜' }, ['body /pitch has_word']],
    ['a lone surrogate', '{"name":"A","pitch":"tarla \\ud83d tarla"}', ['body /pitch well_formed']],
    ['an unknown country', { ...STARTUP, country: 'XX' }, ['body /country one_of']],
    ['an unknown currency', { ...STARTUP, raise: { amount: 1, currency: 'ABC' } }, ['body /raise/currency one_of']],
    ['a negative amount', { ...STARTUP, raise: { amount: -1, currency: 'USD' } }, ['body /raise/amount minimum']],
    ['not an object', '[]', ['body  type']],
  ])('%s', async (_, body, issues) => {
    expect(await invalid(body)).toEqual({ status: 422, code: 'invalid_request', issues });
  });

  test('min above max in a mandate', async () => {
    const ticket = { min: 5, max: 1, currency: 'USD' };
    const { status, json } = await call('PUT', '/v1/investors/bad', { key, body: { ...INVESTOR, ticket } });
    expect(status).toBe(422);
    expect(json.issues).toMatchObject([
      { in: 'body', path: '/ticket/min', rule: 'min_not_above_max', received: 'number' },
    ]);
  });

  test('JSON that is cut off', async () => {
    expect(await invalid('{"name": "A"')).toMatchObject({ status: 400, code: 'invalid_json' });
  });

  test('bytes that are not UTF-8, which decoding would replace', async () => {
    const bytes = Uint8Array.from(
      [...'{"name":"A","pitch":"'].map((c) => c.charCodeAt(0)).concat(0xc3, 0x28, 0x22, 0x7d),
    );
    expect(await invalid(bytes)).toMatchObject({ status: 400, code: 'invalid_json' });
  });

  test('a pitch of 2 MB', async () => {
    expect(await invalid({ ...STARTUP, pitch: 'su '.repeat(700_000) })).toMatchObject({
      status: 413,
      code: 'payload_too_large',
    });
    expect(MAX_BODY).toBeLessThan(2_000_000);
  });

  test('a body that is not JSON by its own word', async () => {
    const { status, json } = await put('bad', 'name=A', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([status, json.code]).toEqual([415, 'unsupported_media_type']);
  });

  test('a pitch of nothing but mark-up', async () => {
    expect(await invalid({ ...STARTUP, pitch: '<script></script>' })).toEqual({
      status: 422,
      code: 'invalid_request',
      issues: ['body /pitch has_word'],
    });
  });

  test('an id with a space', async () => {
    const { status, json } = await call('PUT', '/v1/startups/a%20b', { key, body: STARTUP });
    expect([status, json.issues[0].in, json.issues[0].path]).toEqual([422, 'path', '/id']);
  });

  test('mixed scripts and letters outside the BMP are no error and come back unchanged', async () => {
    const pitch = 'Biz o‘lchaymiz құрғақшылық 🚜 𐰚𐰇𐰯𐰼𐰇 data';
    expect((await put('mixed', { name: 'A', pitch })).status).toBe(201);
    expect((await get('mixed')).json.profile.pitch).toBe(pitch);
  });
});

describe('keys and hubs', () => {
  test.each([
    ['no key', undefined],
    ['a key of another form', 'secret'],
    ['a well-formed key that was never given', 'kopru_sk_00000000000000000000000000000000000000'],
  ])('%s opens nothing', async (_, wrong) => {
    const { status, json } = await call('GET', '/v1/startups/a', wrong ? { key: wrong } : {});
    expect([status, json.code]).toEqual([401, 'unauthorized']);
  });

  test('a revoked key opens nothing', async () => {
    const hub = await newHub();
    expect((await call('GET', '/v1/startups/a', { key: hub.key })).status).toBe(404);
    await bindings.DB.prepare('UPDATE keys SET revoked_at = ? WHERE hub_id = ?').bind('2026-01-01', hub.id).run();
    expect((await call('GET', '/v1/startups/a', { key: hub.key })).status).toBe(401);
  });

  test('another hub sees nothing of this one, and its same id is its own', async () => {
    const other = await newHub();
    await put('shared', STARTUP);
    const path = '/v1/startups/shared';
    for (const method of ['GET', 'DELETE']) expect((await call(method, path, { key: other.key })).status).toBe(404);
    expect((await call('PUT', path, { key: other.key, body: { name: 'B', pitch: 'Other' } })).status).toBe(201);
    expect((await get('shared')).json.profile.name).toBe(STARTUP.name);
  });
});

test('an unknown id and an unknown route answer 404 as problem documents', async () => {
  expect((await get('unknown')).json.code).toBe('not_found');
  expect((await call('GET', '/v1/nothing', { key })).json.code).toBe('not_found');
  expect((await call('GET', '/nothing')).json.code).toBe('not_found');
});

test('an answer carries a bookmark, and a read that carries it back is answered', async () => {
  const written = await put('bookmark', STARTUP);
  const bookmark = written.headers.get('kopru-bookmark');
  expect(bookmark).toBeTruthy();
  const read = await call('GET', '/v1/startups/bookmark', { key, headers: { 'kopru-bookmark': bookmark! } });
  expect(read.json).toEqual(written.json);
});
