import { beforeEach, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { composed, mailOf, subscribe } from '../../test/subscribers.ts';
import { findHub, type Hub } from '../hubs/store.ts';
import type { SubscriptionRow } from '../subscriptions/store.ts';
import { retainMails } from './keeping-store.ts';

const NOW = '2026-11-02T03:00:00.000Z';
let hub: { id: string; key: string };
let subscription: SubscriptionRow;

beforeEach(async () => {
  hub = await newHub();
  await call('PUT', '/v1/investors/fund', { key: hub.key, body: { ...INVESTOR, thesis: STARTUP.pitch } });
  await call('PUT', '/v1/startups/farm', { key: hub.key, body: STARTUP });
  subscription = await subscribe(hub, { kind: 'investor', id: 'fund' });
});

/** A digest that told of the farm and could not be sent yet. */
async function waiting(): Promise<string> {
  const mail = mailOf(subscription, 'digest');
  await insert(mail.id, { state: 'due', message: '{"text":"of the farm"}' });
  await composed(subscription, mail);
  return mail.id;
}

const insert = (id: string, { state = 'sent', message = null as string | null, at = NOW } = {}) =>
  bindings.DB.prepare(
    `INSERT INTO mails (id, hub_id, subscription_id, notice, occasion, state, message, domain, created_at, updated_at)
     VALUES (?1, ?2, ?3, 'digest', ?1, ?4, ?5, 'mail.example', ?6, ?6)`,
  )
    .bind(id, hub.id, subscription.id, state, message, at)
    .run();

const count = async (sql: string, ...values: unknown[]) =>
  (
    await bindings.DB.prepare(`SELECT count(*) AS n FROM ${sql}`)
      .bind(...values)
      .first<{ n: number }>()
  )?.n;

test('a profile that is erased is in no message and nowhere told of', async () => {
  const id = await waiting();
  expect(await count('mailed_matches WHERE mail_id = ?', id)).toBe(1);
  expect((await call('DELETE', '/v1/startups/farm', { key: hub.key })).status).toBe(204);
  expect(await count('mailed_matches WHERE mail_id = ?', id)).toBe(0);
  // It is still due, and composed anew.
  expect(await count("mails WHERE id = ? AND state = 'due' AND message IS NULL", id)).toBe(1);
});

test('a profile that is erased takes its subscriptions and their mails', async () => {
  const id = await waiting();
  expect((await call('DELETE', '/v1/investors/fund', { key: hub.key })).status).toBe(204);
  expect(await count('subscriptions WHERE id = ?', subscription.id)).toBe(0);
  expect(await count('mails WHERE id = ?', id)).toBe(0);
  expect(await count('mailed_matches WHERE mail_id = ?', id)).toBe(0);
});

test('what is settled is forgotten after ninety days, and what never could go out is given up after thirty', async () => {
  await insert('mail_old', { at: '2026-01-01T00:00:00.000Z' });
  await insert('mail_stuck', { at: '2026-09-20T00:00:00.000Z', state: 'due', message: '{}' });
  await insert('mail_waits', { at: '2026-10-20T00:00:00.000Z', state: 'due', message: '{}' });
  await insert('mail_new');
  await retainMails(bindings.DB, (await findHub(bindings.DB, hub.id)) as Hub, new Date(NOW));
  const { results } = await bindings.DB.prepare(
    'SELECT id, state, reason, message FROM mails WHERE hub_id = ? ORDER BY id',
  )
    .bind(hub.id)
    .all();
  expect(results).toEqual([
    { id: 'mail_new', state: 'sent', reason: null, message: null },
    { id: 'mail_stuck', state: 'dead', reason: 'never_set_up', message: null },
    { id: 'mail_waits', state: 'due', reason: null, message: '{}' },
  ]);
});

test('an export has subscriptions and the states of mails, and no message', async () => {
  await waiting();
  const { text } = await call('GET', '/v1/export', { key: hub.key });
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; data: Record<string, unknown> });
  expect(lines.find(({ type }) => type === 'subscription')?.data).toMatchObject({
    id: subscription.id,
    notices: { digest: true, introduction: true, reminder: true, application: true },
    nothingNew: false,
  });
  expect(lines.find(({ type }) => type === 'mail')?.data).toMatchObject({ state: 'due', notice: 'digest' });
  expect(text).not.toContain('of the farm');
});
