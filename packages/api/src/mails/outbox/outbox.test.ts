import { beforeEach, describe, expect, inject, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../../test/hub.ts';
import { mailsTo, subscribe } from '../../../test/subscribers.ts';
import { createApp } from '../../app.ts';
import type { Bindings } from '../../env.ts';
import { suppress } from '../../suppressions/store.ts';
import { deliverMails } from '../delivery/job.ts';
import { readSmtpPassword } from '../settings/store.ts';

let hub: { id: string; key: string };
beforeEach(async () => {
  hub = await newHub();
  await call('PUT', '/v1/investors/fund', { key: hub.key, body: { ...INVESTOR, thesis: STARTUP.pitch } });
  await call('PUT', '/v1/startups/farm', { key: hub.key, body: STARTUP });
});

const ask = (method: string, path: string, body?: unknown) =>
  call(method, `/v1/mails${path}`, { key: hub.key, ...(body !== undefined && { body }) });
const preview = ({ id }: { readonly id: string }) => call('GET', `/v1/subscriptions/${id}/preview`, { key: hub.key });
const fund = { kind: 'investor', id: 'fund' } as const;
const SMTP = { host: 'smtp.hub.example', username: 'hub', password: 'a secret' };
const FROM = { name: 'Hub', email: 'matches@hub.example' };

describe('how mail goes out', () => {
  test('has its defaults before anything is set', async () => {
    expect((await ask('GET', '/settings')).json).toEqual({
      enabled: true,
      dryRun: false,
      color: '#00707a',
      perDomain: 60,
      transport: null,
    });
  });

  test('never tells the password, which stays until the server goes or another is set', async () => {
    const password = () => readSmtpPassword(bindings.KOPRU_KEYRING, bindings.DB, hub.id);
    const set = await ask('PUT', '/settings', { from: FROM, smtp: SMTP });
    expect(set.json).toMatchObject({
      from: FROM,
      smtp: { host: SMTP.host, port: 465, security: 'tls', username: 'hub', hasPassword: true },
      transport: 'smtp',
    });
    expect(set.text).not.toContain('a secret');
    expect(await password()).toBe('a secret');
    const row = await bindings.DB.prepare('SELECT * FROM mail_settings WHERE hub_id = ?').bind(hub.id).first();
    expect(JSON.stringify(row)).not.toContain('a secret');
    const { password: _, ...without } = SMTP;
    expect((await ask('PUT', '/settings', { from: FROM, smtp: without })).json.smtp.hasPassword).toBe(true);
    expect(await password()).toBe('a secret');
    await ask('PUT', '/settings', { from: FROM });
    expect(await password()).toBeUndefined();
    expect((await ask('PUT', '/settings', { from: FROM, smtp: without })).json.smtp.hasPassword).toBe(false);
  });

  test('is never another hub’s', async () => {
    await ask('PUT', '/settings', { from: FROM, smtp: SMTP });
    hub = await newHub();
    expect((await ask('GET', '/settings')).json.from).toBeUndefined();
  });

  test.each([
    [{ from: { name: 'Hub', email: 'хаб@hub.example' } }, '/from/email'],
    [{ replyTo: 'хаб@hub.example' }, '/replyTo'],
    [{ color: 'red' }, '/color'],
    [{ perDomain: 0 }, '/perDomain'],
    [{ logoUrl: 'http://hub.example/logo.png' }, '/logoUrl'],
    [{ smtp: { host: 'no host' } }, '/smtp/host'],
  ])('is refused with the place: %j', async (body, path) => {
    const { status, json } = await ask('PUT', '/settings', body);
    expect(status).toBe(422);
    expect(json.issues).toMatchObject([{ in: 'body', path }]);
  });

  test.each([
    [{ host: 'smtp.hub.example', security: 'none' }, '/smtp/security'],
    [{ host: '127.0.0.1' }, '/smtp/host'],
    [{ host: 'localhost' }, '/smtp/host'],
    [{ host: 'mail.internal' }, '/smtp/host'],
  ])('a deployed API connects to no server such as %j', async (smtp, path) => {
    const env = { ...bindings, KOPRU_ENV: 'production' } as Bindings;
    const request = new Request('https://kopru.test/v1/mails/settings', {
      method: 'PUT',
      headers: { authorization: `Bearer ${hub.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ smtp }),
    });
    const answer = await createApp().fetch(request, env, { waitUntil: () => undefined } as never);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { issues: object[] }).issues).toMatchObject([{ path }]);
  });
});

describe('the outbox', () => {
  const setState = (id: string, state: string) =>
    bindings.DB.prepare('UPDATE mails SET state = ?, reason = ?, attempts = 7 WHERE id = ?').bind(state, 'x', id).run();

  test('is listed newest first, by state, notice and subscription, without an address', async () => {
    const made: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const body = { profile: fund, email: `${name}@mail.example`, locale: 'en', timeZone: 'Asia/Baku' };
      made.push((await call('POST', '/v1/subscriptions', { key: hub.key, body })).json.id as string);
    }
    const first = await ask('GET', '?limit=2');
    const second = await ask('GET', `?limit=2&cursor=${first.json.nextCursor}`);
    const all = [...first.json.items, ...second.json.items];
    expect(all.map(({ subscription }) => subscription)).toEqual(made.toReversed());
    expect(second.json.nextCursor).toBeNull();
    expect(first.text).not.toContain('mail.example');
    expect(all[0]).toMatchObject({ notice: 'confirmation', state: 'due', attempts: 0, sentAt: null });
    await setState(all[1].id, 'dead');
    expect((await ask('GET', '?state=dead')).json.items).toMatchObject([{ id: all[1].id, reason: 'x' }]);
    expect((await ask('GET', `?subscription=${made[0]}&notice=confirmation`)).json.items).toHaveLength(1);
    expect((await ask('GET', '?notice=digest')).json.items).toEqual([]);
  });

  test.each(['dead', 'uncertain'])('sends one again that is %s, and only by staff’s word', async (state) => {
    const subscription = await subscribe(hub, fund, { state: 'pending' });
    await bindings.DB.prepare(
      `INSERT INTO mails (id, hub_id, subscription_id, notice, occasion, domain, created_at, updated_at)
       VALUES (?1, ?2, ?3, 'confirmation', 'x', 'mail.example', ?4, ?4)`,
    )
      .bind(`mail_${state}`, hub.id, subscription.id, new Date().toISOString())
      .run();
    await setState(`mail_${state}`, state);
    const sent = await ask('POST', `/mail_${state}/send`);
    expect([sent.status, sent.json.state, sent.json.attempts]).toEqual([202, 'due', 0]);
    expect((await ask('POST', `/mail_${state}/send`)).json.code).toBe('conflict');
    expect((await ask('POST', '/mail_none/send')).status).toBe(404);
    await bindings.DB.prepare('DELETE FROM mails WHERE id = ?').bind(`mail_${state}`).run();
  });

  test('takes a test, which arrives in its language', async () => {
    const port = inject('smtp').port;
    await ask('PUT', '/settings', { from: FROM, smtp: { host: '127.0.0.1', port, security: 'none' } });
    const email = `${hub.id}@staff.example`;
    const made = await ask('POST', '/test', { email, locale: 'kk' });
    expect([made.status, made.json.notice, made.json.subscription]).toEqual([202, 'test', null]);
    await deliverMails.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now: new Date() });
    expect((await ask('GET', `/${made.json.id}`)).json).toMatchObject({ state: 'sent', content: null });
    const [mail] = (await (await fetch(`${inject('smtp').url}/?to=${email}`)).json()) as { raw: string }[];
    expect(mail?.raw).toContain('Content-Language: kk');
  });

  test('goes through a server that asks for a password, which may be in any script', async () => {
    const smtp = { host: '127.0.0.1', port: inject('smtp').lockedPort, security: 'none', username: 'hub' };
    const send = async (password: string) => {
      await ask('PUT', '/settings', { from: FROM, smtp: { ...smtp, password } });
      const { json } = await ask('POST', '/test', { email: `${hub.id}-locked@staff.example`, locale: 'en' });
      await deliverMails.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now: new Date() });
      return (await ask('GET', `/${json.id}`)).json;
    };
    expect(await send('right')).toMatchObject({ state: 'sent' });
    expect(await send('ауыр құпия')).toMatchObject({ state: 'sent' });
    expect(await send('wrong')).toMatchObject({ state: 'due', reason: '535 5.7.8' });
    const taken = await fetch(`${inject('smtp').url}/?to=${hub.id}-locked@staff.example`);
    expect(((await taken.json()) as { user: string }[]).map(({ user }) => user)).toEqual(['hub', 'hub']);
  });

  test('takes no test for an address on the list, and twenty in a day', async () => {
    await bindings.DB.batch(await suppress(bindings.DB, hub.id, 'a@mail.example', 'bounced', new Date()));
    expect((await ask('POST', '/test', { email: 'A@mail.example', locale: 'en' })).json.code).toBe('conflict');
    for (let i = 0; i < 20; i++)
      expect((await ask('POST', '/test', { email: `t${i}@mail.example`, locale: 'en' })).status).toBe(202);
    expect((await ask('POST', '/test', { email: 'b@mail.example', locale: 'en' })).json.code).toBe('rate_limited');
  });
});

describe('a preview', () => {
  test('says what the digest would, and remembers nothing', async () => {
    const subscription = await subscribe(hub, fund);
    const { json } = await preview(subscription);
    expect(json.skipped).toBeNull();
    expect(json.content.text).toContain(STARTUP.name);
    expect(await mailsTo(subscription)).toEqual([]);
    const told = await bindings.DB.prepare('SELECT * FROM mailed_matches WHERE subscription_id = ?')
      .bind(subscription.id)
      .all();
    expect(told.results).toEqual([]);
    const again = await preview(subscription);
    expect(again.json.content.subject).toBe(json.content.subject);
  });

  test('says why there would be none', async () => {
    const subscription = await subscribe(hub, fund, { state: 'pending' });
    const { json } = await preview(subscription);
    expect(json).toEqual({ content: null, skipped: 'not_confirmed' });
    expect((await preview({ id: 'sub_none' })).status).toBe(404);
  });
});
