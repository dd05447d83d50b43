import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { signToken, viewerOf } from '../../test/viewer.ts';
import { forgetAnswers } from './job.ts';

let key: string;
beforeAll(async () => {
  key = (await newHub()).key;
});
const put = (idempotencyKey: string, id: string, body: unknown) =>
  call('PUT', `/v1/startups/${id}`, { key, body, headers: { 'idempotency-key': idempotencyKey } });

test('the same request again answers the first answer, even after the thing was changed', async () => {
  const first = await put('once', 'a', STARTUP);
  await call('PUT', '/v1/startups/a', { key, body: { ...STARTUP, name: 'Changed' } });
  const again = await put('once', 'a', STARTUP);
  expect(again.status).toBe(201);
  expect(again.text).toBe(first.text);
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect((await call('GET', '/v1/startups/a', { key })).json.profile.name).toBe('Changed');
});

test('the same key with another body or path is a conflict', async () => {
  await put('taken', 'b', STARTUP);
  for (const other of [await put('taken', 'b', { ...STARTUP, name: 'X' }), await put('taken', 'c', STARTUP)])
    expect(other).toMatchObject({ status: 409, json: { code: 'idempotency_key_reused' } });
});

test('a key is its hub’s own', async () => {
  await put('shared', 'd', STARTUP);
  const { key: other } = await newHub();
  const answer = await call('PUT', '/v1/startups/d', {
    key: other,
    body: STARTUP,
    headers: { 'idempotency-key': 'shared' },
  });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('idempotency-replayed')).toBeNull();
});

test('a request that failed may be mended and sent again', async () => {
  expect(await put('mended', 'e', { ...STARTUP, stage: 'huge' })).toMatchObject({ status: 422 });
  expect(await put('mended', 'e', STARTUP)).toMatchObject({ status: 201 });
});

test('a second request while the first is at work waits its turn; one that was cut off does not block', async () => {
  const running = (at: Date) =>
    bindings.DB.prepare(
      `INSERT INTO idempotency (owner, key, fingerprint, created_at)
       SELECT owner, ?, fingerprint, ? FROM idempotency WHERE key = 'running'`,
    ).bind(`running-${at.getTime()}`, at.toISOString());
  await put('running', 'f', STARTUP);
  const now = new Date();
  const old = new Date(now.getTime() - 120_000);
  await bindings.DB.batch([running(now), running(old)]);
  expect(await put(`running-${now.getTime()}`, 'f', STARTUP)).toMatchObject({
    status: 409,
    json: { code: 'idempotency_in_progress' },
  });
  expect(await put(`running-${old.getTime()}`, 'f', STARTUP)).toMatchObject({ status: 200 });
});

test('a key that is no key is refused', async () => {
  const upload = (idempotencyKey: string) =>
    call('POST', '/v1/imports?kind=startup', {
      key,
      headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': idempotencyKey },
      body: '{"id": "g", "profile": {}}',
    });
  for (const answer of [await put('a b', 'g', STARTUP), await upload('a b'), await upload('a'.repeat(129))])
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid_request' } });
});

test('answers are forgotten after a day', async () => {
  await put('old', 'h', STARTUP);
  await bindings.DB.prepare(
    `INSERT INTO idempotency (owner, key, fingerprint, created_at) SELECT 'someone', value, '', '2000' FROM json_each(?)`,
  )
    .bind(JSON.stringify(Array.from({ length: 2500 }, (_, i) => `older-${i}`)))
    .run();
  const now = new Date(Date.now() + 25 * 3_600_000);
  await forgetAnswers.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now });
  expect(await bindings.DB.prepare('SELECT count(*) AS n FROM idempotency').first('n')).toBe(0);
});

test('a viewer, another viewer and the hub’s server each have a space of their own', async () => {
  const hub = await newHub();
  const headers = { 'idempotency-key': 'nightly' };
  const write = (id: string, options: { key: string; headers?: Record<string, string> }) =>
    call('PUT', `/v1/startups/${id}`, { ...options, body: STARTUP, headers: { ...options.headers, ...headers } });
  const [one, two] = [await viewerOf(hub.id, 'startup', 'v1'), await viewerOf(hub.id, 'startup', 'v2')];
  expect([await write('v1', one), await write('v2', two), await write('s', { key: hub.key })]).toMatchObject([
    { status: 201, json: { id: 'v1' } },
    { status: 201, json: { id: 'v2' } },
    { status: 201, json: { id: 's' } },
  ]);
  // A retry with a token that was renewed meanwhile is the same request.
  const renewed = { ...one, headers: { ...one.headers, 'kopru-viewer': await signToken(hub.id, 'startup', 'v1') } };
  expect((await write('v1', renewed)).headers.get('idempotency-replayed')).toBe('true');
});

test('what viewers make under the same key of their own choice are different things', async () => {
  const hub = await newHub();
  for (const id of ['v1', 'v2']) await call('PUT', `/v1/startups/${id}`, { key: hub.key, body: STARTUP });
  await call('PUT', '/v1/investors/fund', { key: hub.key, body: INVESTOR });
  const ask = async (id: string) => {
    const viewer = await viewerOf(hub.id, 'startup', id);
    const body = { from: { kind: 'startup', id }, to: { kind: 'investor', id: 'fund' }, message: 'Hello' };
    const headers = { ...viewer.headers, 'idempotency-key': 'intro-1' };
    return (await call('POST', '/v1/introductions', { ...viewer, body, headers })).json;
  };
  const [first, second] = [await ask('v1'), await ask('v2')];
  expect(second.id).not.toBe(first.id);
  expect(second.from.id).toBe('v2');
});

test('a list that is asked for with a body is answered anew: what was paused meanwhile is gone', async () => {
  const hub = await newHub();
  await call('PUT', '/v1/investors/fund', { key: hub.key, body: INVESTOR });
  const match = () =>
    call('POST', '/v1/match', {
      key: hub.key,
      body: { kind: 'startup', profile: STARTUP },
      headers: { 'idempotency-key': 'match-1' },
    });
  expect((await match()).json.matches).toHaveLength(1);
  await call('PUT', '/v1/investors/fund', { key: hub.key, body: { ...INVESTOR, status: 'paused' } });
  expect((await match()).json.matches).toEqual([]);
  expect(
    await bindings.DB.prepare("SELECT count(*) AS n FROM idempotency WHERE key = 'match-1'").first<number>('n'),
  ).toBe(0);
});

test('an erasure deletes the answers about its profile, and none of another hub that only shares its name', async () => {
  const [hub, other] = [await newHub(), await newHub()];
  const write = (key: string, idempotencyKey: string, id: string, body: unknown) =>
    call('PUT', `/v1/startups/${id}`, { key, body, headers: { 'idempotency-key': idempotencyKey } });
  await write(other.key, 'o1', 'x', STARTUP);
  await write(other.key, 'o2', 'x', { ...STARTUP, country: 'UZ' });
  await write(hub.key, 'h1', 'x', { ...STARTUP, name: 'startup' });
  await call('DELETE', '/v1/startups/x', { key: hub.key });
  const kept = async (hubId: string) =>
    (
      await bindings.DB.prepare('SELECT key FROM idempotency WHERE owner LIKE ?')
        .bind(`${hubId}/%`)
        .all<{ key: string }>()
    ).results;
  expect(await kept(hub.id)).toEqual([]);
  expect((await write(other.key, 'o1', 'x', STARTUP)).headers.get('idempotency-replayed')).toBe('true');
  expect((await call('GET', '/v1/startups/x', { key: other.key })).json.profile.country).toBe('UZ');
});
