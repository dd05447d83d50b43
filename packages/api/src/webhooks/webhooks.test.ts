import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub } from '../../test/hub.ts';
import { forgetAnswer } from '../../test/idempotency.ts';
import type { Received } from '../../test/receiver.ts';
import { emit } from '../events/emit.ts';
import { type Claim, claimDelivery, disableEndpoint, dispatchEvents, settleDelivery } from './delivery-store.ts';
import { deliverWebhooks, forgetOldEvents } from './job.ts';
import { FAILURES_TO_DISABLE, WAITS } from './schedule.ts';

const receiver = inject('receiver');
const MINUTE = 60_000;

let hub: { id: string; key: string };
let name = 0;
let path: string;
beforeEach(async () => {
  hub = await newHub();
  path = `/hook-${++name}`;
});

const api = (method: string, route: string, body?: unknown, key = hub.key) =>
  call(method, `/v1/webhooks${route}`, { key, ...(body !== undefined && { body }) });
const create = async (input: Record<string, unknown> = {}, status = 200) =>
  (await api('POST', '', { url: `${receiver}${path}?status=${status}`, ...input })).json;
const happen = (id: string, type: Parameters<typeof emit>[2] = 'profile.updated') =>
  emit(bindings.DB, hub.id, type, { kind: 'startup', id }, new Date()).run();
const run = (now = new Date()) =>
  deliverWebhooks.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now });
const received = async (at = path): Promise<Received[]> => (await fetch(`${receiver}${at}`)).json();
const answer = (status: number) => fetch(`${receiver}${path}?status=${status}`, { method: 'PUT' });
const deliveries = async (id: string) => (await api('GET', `/${id}/deliveries`)).json.items;

describe('an endpoint', () => {
  test('shows its secret once, and stores it encrypted', async () => {
    const made = await api('POST', '', { url: `${receiver}${path}`, events: ['profile.created'] });
    expect(made).toMatchObject({ status: 201, json: { status: 'enabled', events: ['profile.created'], failures: 0 } });
    expect(made.headers.get('cache-control')).toBe('no-store');
    const { id, secret } = made.json;
    expect(secret).toMatch(/^whsec_/);
    expect((await api('GET', `/${id}`)).json).not.toHaveProperty('secret');
    const row = await bindings.DB.prepare('SELECT * FROM endpoints WHERE id = ?').bind(id).first();
    expect(JSON.stringify(row)).not.toContain(secret.slice(6));
  });

  test.each([
    [{ url: 'https://10.0.0.1/' }, '/url'],
    [{ url: 'nothing' }, '/url'],
    [{ url: 'https://hub.example/', events: ['profile.eaten'] }, '/events/0'],
    [{ url: 'https://hub.example/', secret: 'mine' }, '/secret'],
  ])('%j is refused with the place', async (body, at) => {
    expect(await api('POST', '', body)).toMatchObject({ status: 422, json: { issues: [{ in: 'body', path: at }] } });
  });

  test('belongs to its hub alone', async () => {
    const { id } = await create();
    const { key } = await newHub();
    const tries = [
      ['GET', `/${id}`],
      ['PATCH', `/${id}`, { description: 'x' }],
      ['DELETE', `/${id}`],
      ['POST', `/${id}/rotate`, {}],
      ['POST', `/${id}/test`],
      ['GET', `/${id}/deliveries`],
      ['POST', `/${id}/replay`],
    ] as const;
    for (const [method, route, body] of tries) expect((await api(method, route, body, key)).status).toBe(404);
    expect((await api('GET', '', undefined, key)).json.items).toEqual([]);
    expect((await api('GET', `/${id}`)).status).toBe(200);
  });

  test('is changed, listed in pages and deleted', async () => {
    const { key } = await newHub();
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push((await api('POST', '', { url: `${receiver}${path}` }, key)).json.id);
    const first = (await api('GET', '?limit=2', undefined, key)).json;
    const second = (await api('GET', `?limit=2&cursor=${first.nextCursor}`, undefined, key)).json;
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(ids.toSorted());
    expect(second.nextCursor).toBeNull();
    const patched = await api('PATCH', `/${ids[0]}`, { events: ['import.failed'], description: 'mine' }, key);
    expect(patched.json).toMatchObject({ events: ['import.failed'], description: 'mine' });
    expect((await api('PATCH', `/${ids[0]}`, { events: null }, key)).json.events).toBeNull();
    expect((await api('DELETE', `/${ids[0]}`, undefined, key)).status).toBe(204);
    expect((await api('DELETE', `/${ids[0]}`, undefined, key)).status).toBe(404);
  });
});

describe('a delivery', () => {
  test('is signed, carries the event and is sent once', async () => {
    const { id, secret } = await create({ events: ['profile.updated'] });
    await happen('a');
    await happen('b', 'profile.deleted');
    await run();
    await run();
    const [message, ...more] = await received();
    expect(more).toEqual([]);
    const verified = new Webhook(secret).verify(message!.body, message!.headers);
    expect(verified).toMatchObject({ type: 'profile.updated', data: { kind: 'startup', id: 'a' } });
    expect(await deliveries(id)).toMatchObject([
      { state: 'delivered', attempts: 1, lastStatus: 200, event: { id: message!.headers['webhook-id'] } },
    ]);
  });

  test('that fails is tried again under the same id until it is dead, and can be replayed', async () => {
    const { id } = await create({}, 503);
    await happen('retry');
    let now = Date.now();
    await run(new Date(now));
    for (const wait of WAITS) {
      await run(new Date(now + wait * 0.79));
      now += wait * 1.21;
      await run(new Date(now));
    }
    const tries = await received();
    expect(tries).toHaveLength(WAITS.length + 1);
    expect(new Set(tries.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const [dead] = await deliveries(id);
    expect(dead).toMatchObject({ state: 'dead', attempts: 6, lastStatus: 503, lastError: 'status', nextAt: null });

    await answer(200);
    expect((await api('POST', `/${id}/replay`)).json).toEqual({ replayed: 1 });
    await run();
    expect(await received()).toHaveLength(WAITS.length + 2);
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered' }]);
    expect((await api('POST', `/${id}/deliveries/${dead.id}/replay`)).json).toEqual({ replayed: 1 });
  });

  test('whose attempt was cut off is due again, under the same id', async () => {
    const { id } = await create();
    await happen('cut');
    await run();
    // As a kill leaves it: claimed, and never settled.
    await bindings.DB.prepare("UPDATE deliveries SET state = 'pending', next_at = ? WHERE endpoint_id = ?")
      .bind(new Date(Date.now() + MINUTE).toISOString(), id)
      .run();
    await run();
    expect(await received()).toHaveLength(1);
    await run(new Date(Date.now() + 2 * MINUTE));
    const [first, second] = await received();
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
  });

  test('does not follow a redirect', async () => {
    const { id } = await create({}, 302);
    await happen('redirected');
    await run();
    expect(await received('/redirected')).toEqual([]);
    expect(await deliveries(id)).toMatchObject([{ state: 'pending', lastError: 'redirect', lastStatus: 302 }]);
  });

  test('to nobody who listens is unreachable, and does not hold up the others', async () => {
    const dead = await create({ url: 'http://127.0.0.1:9/' });
    await create();
    await happen('both');
    await run();
    expect(await received()).toHaveLength(1);
    expect(await deliveries(dead.id)).toMatchObject([{ state: 'pending', lastError: 'unreachable' }]);
  });

  test('two runs at once send it once', async () => {
    await create();
    await happen('twice');
    await Promise.all([run(), run(), run()]);
    expect(await received()).toHaveLength(1);
  });

  test('carries both signatures while a rotation overlaps, and then the new one', async () => {
    const { id, secret: old } = await create();
    const { secret } = (await api('POST', `/${id}/rotate`, { overlapHours: 1 })).json;
    expect(secret).not.toBe(old);
    await happen('during');
    await run();
    const [during] = await received();
    for (const s of [old, secret]) expect(() => new Webhook(s).verify(during!.body, during!.headers)).not.toThrow();
    await happen('after');
    await run(new Date(Date.now() + 61 * MINUTE));
    const after = (await received()).at(-1)!;
    expect(() => new Webhook(secret).verify(after.body, after.headers)).not.toThrow();
    expect(() => new Webhook(old).verify(after.body, after.headers)).toThrow();
  });

  test('of a test event goes to its endpoint alone', async () => {
    const { id } = await create();
    const other = await create({ url: `${receiver}/other-${name}` });
    expect((await api('POST', `/${id}/test`)).status).toBe(202);
    await run();
    expect((await received()).map(({ body }) => JSON.parse(body).type)).toEqual(['endpoint.test']);
    expect(await deliveries(other.id)).toEqual([]);
  });
});

test('an endpoint that only fails is disabled, what waits is dead, and the others are told', async () => {
  const { id } = await create({}, 500);
  await create({ url: `${receiver}/watcher-${name}`, events: ['endpoint.disabled'] });
  for (let i = 0; i < FAILURES_TO_DISABLE; i++) await happen(`failing-${i}`);
  await run();
  expect((await api('GET', `/${id}`)).json).toMatchObject({ status: 'disabled', failures: FAILURES_TO_DISABLE });
  await run();
  expect((await received(`/watcher-${name}`)).map(({ body }) => JSON.parse(body))).toMatchObject([
    { type: 'endpoint.disabled', data: { endpoint: id } },
  ]);
  expect((await deliveries(id)).every(({ state }: { state: string }) => state === 'dead')).toBe(true);
  expect((await api('POST', `/${id}/replay`)).status).toBe(409);

  await answer(200);
  expect((await api('PATCH', `/${id}`, { status: 'enabled' })).json).toMatchObject({ status: 'enabled', failures: 0 });
  expect((await api('POST', `/${id}/replay`)).json).toEqual({ replayed: FAILURES_TO_DISABLE });
  await run();
  expect((await deliveries(id)).every(({ state }: { state: string }) => state === 'delivered')).toBe(true);
});

test('an endpoint that says it is gone is disabled at once', async () => {
  const { id } = await create({}, 410);
  await happen('gone');
  await run();
  expect((await api('GET', `/${id}`)).json.status).toBe('disabled');
});

test('what waits for an endpoint is not sent after it was disabled in the same run', async () => {
  await create({}, 410);
  for (let i = 0; i < 20; i++) await happen(`waiting-${i}`);
  await run();
  await run();
  // As many as an endpoint is sent at once.
  expect(await received()).toHaveLength(2);
});

/** Claims all that is due while nothing that was claimed ends. */
async function claimAll(now: Date): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (;;) {
    const claim = await claimDelivery(bindings.DB, claims, now);
    if (!claim) return claims;
    claims.push(claim);
  }
}

test('an endpoint that is slow leaves room for those whose deliveries are due after its own', async () => {
  const slow = await create();
  for (let i = 0; i < 5; i++) await happen(`slow-${i}`);
  await dispatchEvents(bindings.DB, new Date(Date.now() - MINUTE));
  const quick = await create({ url: `${receiver}/quick-${name}` });
  await happen('quick');
  await dispatchEvents(bindings.DB, new Date());
  const claims = (await claimAll(new Date())).map(({ endpoint_id }) => endpoint_id);
  expect(claims.filter((id) => id === slow.id)).toHaveLength(2);
  expect(claims).toContain(quick.id);
});

test('the many events of one hub do not delay those of another', async () => {
  const { id: busy } = await newHub();
  await bindings.DB.prepare(
    `INSERT INTO events (id, hub_id, type, data, created_at)
     SELECT 'evt_busy_' || value, ?, 'profile.updated', '{}', ? FROM json_each(?)`,
  )
    .bind(busy, new Date().toISOString(), JSON.stringify(Array.from({ length: 2500 }, (_, i) => i)))
    .run();
  await create();
  await happen('behind them');
  await run();
  expect(await received()).toHaveLength(1);
});

test('an attempt that fails after its endpoint was disabled leaves nothing that waits', async () => {
  const { id } = await create();
  await happen('under way');
  const now = new Date();
  await dispatchEvents(bindings.DB, now);
  const claims = await claimAll(now);
  const mine = claims.find(({ endpoint_id }) => endpoint_id === id)!;
  await disableEndpoint(bindings.DB, mine, now);
  await settleDelivery(bindings.DB, mine, { delivered: false, status: 503, error: 'status' }, now, now);
  expect(await deliveries(id)).toMatchObject([{ state: 'dead', nextAt: null, lastStatus: 503 }]);
});

test('a test that is asked for again, its answer being no longer kept, is sent again', async () => {
  const { id } = await create();
  const headers = { 'idempotency-key': 'test-again' };
  for (let i = 0; i < 2; i++) {
    await forgetAnswer('test-again');
    expect((await call('POST', `/v1/webhooks/${id}/test`, { key: hub.key, headers })).status).toBe(202);
  }
  expect(await deliveries(id)).toHaveLength(2);
});

test('every act is in the audit log, and no secret is', async () => {
  const { id, secret } = await create();
  await api('POST', `/${id}/rotate`, {});
  await api('DELETE', `/${id}`);
  const { results } = await bindings.DB.prepare('SELECT * FROM audit WHERE subject_id = ? ORDER BY at, rowid')
    .bind(id)
    .all<{ action: string }>();
  expect(results.map(({ action }) => action)).toEqual(['webhook.created', 'webhook.secret_rotated', 'webhook.deleted']);
  expect(JSON.stringify(results)).not.toContain(secret.slice(6));
});

test('events are forgotten after thirty days, but not while a delivery waits', async () => {
  await create();
  await create({ url: `${receiver}/waiting-${name}?status=500` });
  await happen('old');
  await run();
  const count = () =>
    bindings.DB.prepare('SELECT count(*) AS n FROM events WHERE hub_id = ?').bind(hub.id).first<number>('n');
  const later = new Date(Date.now() + 31 * 24 * 60 * MINUTE);
  const forget = () => forgetOldEvents.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now: later });
  await forget();
  expect(await count()).toBe(1);
  await bindings.DB.prepare("UPDATE deliveries SET state = 'dead' WHERE hub_id = ?").bind(hub.id).run();
  await forget();
  expect(await count()).toBe(0);
});
