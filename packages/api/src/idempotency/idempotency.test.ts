import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
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
  expect(await put('a b', 'g', STARTUP)).toMatchObject({ status: 422, json: { code: 'invalid_request' } });
});

test('answers are forgotten after a day', async () => {
  await put('old', 'h', STARTUP);
  const now = new Date(Date.now() + 25 * 3_600_000);
  await forgetAnswers.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now });
  expect(await bindings.DB.prepare('SELECT count(*) AS n FROM idempotency').first('n')).toBe(0);
});
