import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { mailsTo } from '../../test/subscribers.ts';
import { viewerOf } from '../../test/viewer.ts';
import { emailKey } from '../lib/email-key.ts';
import { nextDue } from '../mails/digest/due.ts';
import { addressHash, suppress } from '../suppressions/store.ts';
import { retainSubscriptions } from './keeping-store.ts';

let hub: { id: string; key: string };
beforeEach(async () => {
  hub = await newHub();
  await call('PUT', '/v1/investors/fund', { key: hub.key, body: INVESTOR });
});

const WANTED = {
  profile: { kind: 'investor', id: 'fund' },
  email: 'Aida@mail.example',
  locale: 'kk',
  timeZone: 'Asia/Almaty',
} as const;

const subscribe = (more: object = {}, options: Parameters<typeof call>[2] = {}) =>
  call('POST', '/v1/subscriptions', { key: hub.key, body: { ...WANTED, ...more }, ...options });
const patch = (id: string, body: object) => call('PATCH', `/v1/subscriptions/${id}`, { key: hub.key, body });
const read = (id: string) => call('GET', `/v1/subscriptions/${id}`, { key: hub.key });
const confirm = (id: string) =>
  bindings.DB.prepare("UPDATE subscriptions SET state = 'confirmed', confirmed_at = created_at WHERE id = ?")
    .bind(id)
    .run();
const set = (id: string, sql: string) =>
  bindings.DB.prepare(`UPDATE subscriptions SET ${sql} WHERE id = ?`).bind(id).run();

describe('a subscription', () => {
  test('waits for its address to confirm, which is asked by one mail', async () => {
    const made = await subscribe();
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      ...WANTED,
      state: 'pending',
      frequency: 'weekly',
      weekday: 1,
      hour: 8,
      minScore: 50,
      maxItems: 10,
      notices: { digest: true, introduction: true, reminder: true, application: true },
      nextDigestAt: null,
      confirmedAt: null,
    });
    expect(await mailsTo(made.json)).toMatchObject([{ notice: 'confirmation', state: 'due', domain: 'mail.example' }]);
    expect((await read(made.json.id)).json).toEqual(made.json);
  });

  test('is made once by one request, and asked for again once a day', async () => {
    const headers = { 'idempotency-key': 'one' };
    const first = await subscribe({}, { headers });
    expect((await subscribe({}, { headers })).json).toEqual(first.json);
    const again = await subscribe({ email: 'aida@MAIL.example', hour: 9 });
    expect([again.status, again.json.id, again.json.hour]).toEqual([200, first.json.id, 9]);
    expect(await mailsTo(first.json)).toHaveLength(1);
    await bindings.DB.prepare("UPDATE mails SET occasion = '2026-01-01'").run();
    await subscribe();
    expect(await mailsTo(first.json)).toHaveLength(2);
  });

  test('that is confirmed stays as it is; one that ended is asked again', async () => {
    const { json } = await subscribe();
    await confirm(json.id);
    const kept = await subscribe({ hour: 20 });
    expect([kept.status, kept.json.state, kept.json.hour]).toEqual([200, 'confirmed', 8]);
    expect((await call('DELETE', `/v1/subscriptions/${json.id}`, { key: hub.key })).status).toBe(204);
    expect((await read(json.id)).json).toMatchObject({ state: 'ended', nextDigestAt: null });
    expect((await patch(json.id, { hour: 3 })).json.code).toBe('conflict');
    expect((await subscribe()).json).toMatchObject({ id: json.id, state: 'pending', endedAt: null });
  });

  test('changes what is named, and comes by the new rhythm', async () => {
    const { json } = await subscribe({ name: 'Аида' });
    await confirm(json.id);
    const changed = await patch(json.id, { frequency: 'daily', hour: 7, timeZone: 'Europe/Budapest', name: null });
    expect(changed.json).toMatchObject({ frequency: 'daily', hour: 7, name: null, locale: 'kk' });
    const rhythm = { frequency: 'daily', weekday: 1, hour: 7, time_zone: 'Europe/Budapest' } as const;
    expect(changed.json.nextDigestAt).toBe(nextDue(rhythm, new Date()).toISOString());
    const off = await patch(json.id, { notices: { digest: false } });
    expect(off.json).toMatchObject({
      notices: { digest: false, introduction: true, reminder: true, application: true },
      nextDigestAt: null,
    });
  });

  test.each([
    [{ email: 'айда@mail.example' }, '/email', 'email_address'],
    [{ email: 'aida@mail' }, '/email', 'format'],
    [{ email: 'a@mail.example\r\nBcc: b@mail.example' }, '/email', 'format'],
    [{ timeZone: 'Asia/Nowhere' }, '/timeZone', 'time_zone'],
    [{ timeZone: '+05:00' }, '/timeZone', 'time_zone'],
    [{ hour: 24 }, '/hour', 'maximum'],
    [{ weekday: 0 }, '/weekday', 'minimum'],
    [{ locale: 'de' }, '/locale', 'one_of'],
    [{ notices: { news: true } }, '/notices/news', 'unknown_field'],
  ])('is refused with the place and the rule: %j', async (more, path, rule) => {
    const { status, json } = await subscribe(more);
    expect(status).toBe(422);
    expect(json.issues).toMatchObject([{ in: 'body', path, rule }]);
  });

  test('of an international domain is one with its name in ASCII', async () => {
    const { json } = await subscribe({ email: 'Info@қор.қаз' });
    expect(json.email).toBe('Info@қор.қаз');
    expect((await subscribe({ email: 'info@xn--n1ae5y.xn--80ao21a' })).json.id).toBe(json.id);
  });

  test('of a profile that is not there, or of a profile with twenty, is refused', async () => {
    expect((await subscribe({ profile: { kind: 'investor', id: 'none' } })).json.code).toBe('not_found');
    for (let i = 0; i < 20; i++) expect((await subscribe({ email: `a${i}@mail.example` })).status).toBe(201);
    expect((await subscribe()).json.code).toBe('conflict');
    const { items } = (await call('GET', '/v1/subscriptions', { key: hub.key })).json;
    await call('DELETE', `/v1/subscriptions/${items[0].id}`, { key: hub.key });
    // Nor may strangers be asked one after the other.
    expect((await subscribe()).json.code).toBe('conflict');
    await bindings.DB.prepare("UPDATE mails SET created_at = '2026-01-01' WHERE hub_id = ?").bind(hub.id).run();
    expect((await subscribe()).status).toBe(201);
  });

  test('is its own viewer’s and its own hub’s alone', async () => {
    await call('PUT', '/v1/startups/farm', { key: hub.key, body: STARTUP });
    const { json } = await subscribe();
    const viewer = await viewerOf(hub.id, 'investor', 'fund');
    const other = await viewerOf(hub.id, 'startup', 'farm');
    const path = `/v1/subscriptions/${json.id}`;
    expect((await call('GET', path, viewer)).json.id).toBe(json.id);
    expect((await call('GET', path, other)).status).toBe(404);
    expect((await call('GET', path, { key: (await newHub()).key })).status).toBe(404);
    expect((await call('POST', '/v1/subscriptions', { ...other, body: WANTED })).status).toBe(404);
    expect((await call('GET', '/v1/subscriptions', other)).json.items).toEqual([]);
  });

  test('leaves no address in the audit log', async () => {
    await subscribe();
    const { results } = await bindings.DB.prepare('SELECT * FROM audit WHERE hub_id = ?').bind(hub.id).all();
    expect(JSON.stringify(results)).toContain('subscription.created');
    expect(JSON.stringify(results).toLowerCase()).not.toContain('aida');
  });

  test('is forgotten when it was never confirmed, and some time after it ended', async () => {
    const [old, fresh, ended] = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => (await subscribe({ email: `${name}@mail.example` })).json.id as string),
    );
    await set(old as string, "updated_at = '2026-01-01'");
    await set(ended as string, "state = 'ended', ended_at = '2026-01-01'");
    await retainSubscriptions(bindings.DB, { id: hub.id } as never, new Date());
    const { items } = (await call('GET', '/v1/subscriptions', { key: hub.key })).json;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([fresh]);
  });
});

describe('an address that gets no more mail', () => {
  const list = (email?: string) =>
    call('GET', `/v1/suppressions${email ? `?email=${encodeURIComponent(email)}` : ''}`, { key: hub.key });
  const add = (email: string) => call('POST', '/v1/suppressions', { key: hub.key, body: { email } });

  test('is kept from every subscription of the hub, and of no other hub', async () => {
    const { json } = await subscribe();
    await confirm(json.id);
    expect((await add('AIDA@mail.example')).json).toMatchObject({ reason: 'staff' });
    expect((await read(json.id)).json.state).toBe('ended');
    const refused = await subscribe();
    expect([refused.status, refused.json.code]).toEqual([409, 'conflict']);
    expect(await mailsTo(json)).toHaveLength(1);

    hub = await newHub();
    await call('PUT', '/v1/investors/fund', { key: hub.key, body: INVESTOR });
    expect((await subscribe()).status).toBe(201);
    expect((await list()).json.items).toEqual([]);
  });

  test('is found by its name and by no other, and only its hash is kept', async () => {
    await add('aida@mail.example');
    await add('b@mail.example');
    expect((await list('Aida@mail.example')).json.items).toHaveLength(1);
    expect((await list('c@mail.example')).json.items).toEqual([]);
    expect((await list()).json.items).toHaveLength(2);
    const { results } = await bindings.DB.prepare('SELECT * FROM suppressions WHERE hub_id = ?').bind(hub.id).all();
    expect(JSON.stringify(results)).not.toContain('mail.example');
    expect((await list('айда@mail.example')).json.issues).toMatchObject([{ in: 'query', path: '/email' }]);
  });

  test.each([
    ['staff', 204],
    ['bounced', 204],
    ['unsubscribed', 409],
    ['complained', 409],
  ] as const)('because of %s is taken off the list by staff: %s', async (reason, status) => {
    const key = emailKey('aida@mail.example') as string;
    await bindings.DB.batch(await suppress(bindings.DB, hub.id, key, reason, new Date()));
    const id = await addressHash(hub.id, key);
    expect((await call('DELETE', `/v1/suppressions/${id}`, { key: hub.key })).status).toBe(status);
    expect((await subscribe()).status).toBe(status === 204 ? 201 : 409);
  });

  test('is its reader’s word as soon as the reader says stop', async () => {
    const key = emailKey('aida@mail.example') as string;
    await add('aida@mail.example');
    await bindings.DB.batch(await suppress(bindings.DB, hub.id, key, 'unsubscribed', new Date()));
    const id = await addressHash(hub.id, key);
    expect((await call('DELETE', `/v1/suppressions/${id}`, { key: hub.key })).status).toBe(409);
  });

  test('keeps its first reason otherwise', async () => {
    const key = emailKey('aida@mail.example') as string;
    await bindings.DB.batch(await suppress(bindings.DB, hub.id, key, 'unsubscribed', new Date()));
    expect((await add('aida@mail.example')).json.reason).toBe('unsubscribed');
  });
});
