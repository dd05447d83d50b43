import PostalMime from 'postal-mime';
import { expect, inject, test, vi } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../../test/hub.ts';
import type { TakenMail } from '../../../test/smtp-sink.ts';
import { mailsTo, subscribe } from '../../../test/subscribers.ts';
import type { Bindings } from '../../env.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import { suppress } from '../../suppressions/store.ts';
import type { MailRow } from '../store.ts';
import { WAITS } from './attempt.ts';
import { deliverMails } from './job.ts';
import { CLAIM, SENDING } from './store.ts';

const NOW = new Date('2026-11-02T03:00:00.000Z');
const MINUTE = 60_000;
let count = 0;

/** A fund with a match, and how its mail goes out. */
async function newSender(settings: object = {}) {
  const hub = await newHub();
  await call('PUT', '/v1/investors/fund', { key: hub.key, body: { ...INVESTOR, thesis: STARTUP.pitch } });
  await call('PUT', '/v1/startups/farm', { key: hub.key, body: STARTUP });
  await setUp(hub, settings);
  return { ...hub, profile: { kind: 'investor', id: 'fund' } as const };
}

const setUp = (hub: { id: string }, settings: object) =>
  bindings.DB.prepare('INSERT OR REPLACE INTO mail_settings (hub_id, settings, updated_at) VALUES (?, ?, ?)')
    .bind(
      hub.id,
      JSON.stringify({
        from: { name: 'Köprü хабы', email: 'matches@hub.example' },
        smtp: { host: '127.0.0.1', port: inject('smtp').port, security: 'none' },
        ...settings,
      }),
      NOW.toISOString(),
    )
    .run();

/** A digest that is due, for an address that the server treats by its first word. */
async function digest(
  hub: Awaited<ReturnType<typeof newSender>>,
  word = 'reader',
  more: Partial<SubscriptionRow> = {},
): Promise<SubscriptionRow> {
  const email = `${word}-${++count}@mail${count}.example`;
  const subscription = await subscribe(hub, hub.profile, { email, email_key: email, ...more });
  await enqueue(subscription);
  return subscription;
}

const enqueue = ({ id, hub_id, email_key }: SubscriptionRow, occasion = '2026-11-02') =>
  bindings.DB.prepare(
    `INSERT INTO mails (id, hub_id, subscription_id, notice, occasion, domain, next_at, created_at, updated_at)
     VALUES (?1, ?2, ?3, 'digest', ?4, ?5, ?6, ?6, ?6)`,
  )
    .bind(`mail_${crypto.randomUUID()}`, hub_id, id, occasion, email_key.split('@')[1], NOW.toISOString())
    .run();

/** Runs the job. */
const deliver = (at: Date | number = NOW, more: Partial<Bindings> = {}) =>
  deliverMails.run({
    env: { ...bindings, KOPRU_ORIGIN: 'https://kopru.example', ...more },
    db: bindings.DB.withSession('first-primary'),
    now: new Date(at),
  });

const taken = async ({ email }: SubscriptionRow): Promise<TakenMail[]> =>
  (await fetch(`${inject('smtp').url}/?to=${encodeURIComponent(email)}`)).json();

const only = async (subscription: SubscriptionRow): Promise<MailRow> => {
  const mails = await mailsTo(subscription);
  expect(mails).toHaveLength(1);
  return mails[0] as MailRow;
};

test('a digest is sent once, with the headers of its list, and its message is not kept', async () => {
  const hub = await newSender();
  const subscription = await digest(hub);
  await deliver();
  await deliver(NOW.getTime() + MINUTE);
  const [mail, ...rest] = await taken(subscription);
  expect(rest).toEqual([]);
  const row = await only(subscription);
  expect(row).toMatchObject({ state: 'sent', sent_at: NOW.toISOString(), message: null, reason: null, attempts: 1 });
  const { headers, from, to, messageId, html, text, subject } = await PostalMime.parse(mail!.raw);
  expect({ from, to, messageId }).toMatchObject({
    from: { address: 'matches@hub.example', name: 'Köprü хабы' },
    to: [{ address: subscription.email, name: 'Aida Serikova' }],
    messageId: `<${row.id}@kopru.example>`,
  });
  expect(subject).toContain(STARTUP.name);
  expect(html).toContain(STARTUP.name);
  expect(text).toContain(STARTUP.name);
  const named = Object.fromEntries(headers.map(({ key, value }) => [key, value]));
  expect(named).toMatchObject({
    'list-unsubscribe': expect.stringMatching(/^<https:\/\/kopru\.example\/mail\/unsubscribe\/[^>]+>$/),
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'list-id': `<digest.${hub.id}.kopru.example>`,
    'auto-submitted': 'auto-generated',
    'feedback-id': `digest:${hub.id}:mail:kopru`,
    'content-language': 'en',
  });
  expect(mail!.raw.split('\r\n').every((line) => line.length < 998)).toBe(true);
});

test('what is refused for now is sent again with the same Message-ID, until two days are over', async () => {
  const hub = await newSender();
  const subscription = await digest(hub, 'busy');
  let now = NOW.getTime();
  for (const wait of WAITS) {
    await deliver(now);
    const { state, reason, next_at, message } = await only(subscription);
    expect({ state, reason }).toEqual({ state: 'due', reason: '450 4.2.1' });
    expect(message).not.toBeNull();
    const waited = Date.parse(next_at as string) - now;
    expect(waited / wait).toBeGreaterThan(0.79);
    now += waited;
  }
  await deliver(now);
  expect(await only(subscription)).toMatchObject({ state: 'dead', reason: '450 4.2.1', attempts: WAITS.length + 1 });
  await deliver(now + 1e9);
  expect(await only(subscription)).toMatchObject({ state: 'dead' });
});

test('a mail that was taken without an answer comes again under its Message-ID alone', async () => {
  const hub = await newSender();
  const subscription = await digest(hub, 'cut');
  await deliver();
  const { state, reason, next_at } = await only(subscription);
  expect({ state, reason }).toEqual({ state: 'due', reason: 'connection' });
  await deliver(Date.parse(next_at as string));
  const ids = await Promise.all(
    (await taken(subscription)).map(async ({ raw }) => (await PostalMime.parse(raw)).messageId),
  );
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test.each([
  ['unknown', { state: 'bounced', reason: '550 5.1.1' }, true],
  ['full', { state: 'dead', reason: '552 5.2.2' }, false],
  ['policy', { state: 'dead', reason: '554 5.7.1' }, false],
  // Not about the address, as far as anybody can tell.
  ['relay', { state: 'dead', reason: '550' }, false],
  ['later', { state: 'due', reason: '451 4.3.0' }, false],
])('a recipient that is %s', async (word, expected, isSuppressed) => {
  const hub = await newSender();
  const subscription = await digest(hub, word);
  await deliver();
  expect(await only(subscription)).toMatchObject(expected);
  await enqueue(subscription, 'another day');
  await deliver(NOW.getTime() + MINUTE);
  const [, next] = await mailsTo(subscription);
  expect(next).toMatchObject(isSuppressed ? { state: 'skipped', reason: 'ended' } : { attempts: 1 });
});

test('nothing goes to an address that said stop, that is on the list, or that switched it off', async () => {
  const hub = await newSender();
  const ended = await digest(hub, 'reader', { state: 'ended' });
  const pending = await digest(hub, 'reader', { state: 'pending' });
  const off = await digest(hub, 'reader', { digest: 0 });
  const listed = await digest(hub);
  await bindings.DB.batch([(await suppress(bindings.DB, hub.id, listed.email_key, 'staff', NOW))[0]!]);
  await deliver();
  for (const [subscription, reason] of [
    [ended, 'ended'],
    [pending, 'not_confirmed'],
    [off, 'switched_off'],
    [listed, 'suppressed'],
  ] as const) {
    expect(await only(subscription)).toMatchObject({ state: 'skipped', reason });
    expect(await taken(subscription)).toEqual([]);
  }
});

test('a stop between two attempts holds', async () => {
  const hub = await newSender();
  const subscription = await digest(hub, 'busy');
  await deliver();
  await bindings.DB.batch(await suppress(bindings.DB, hub.id, subscription.email_key, 'unsubscribed', NOW));
  const { next_at } = await only(subscription);
  await deliver(Date.parse(next_at as string));
  expect(await only(subscription)).toMatchObject({ state: 'skipped', reason: 'ended', message: null });
});

test('the switch of a hub holds its mail back and loses none', async () => {
  const hub = await newSender({ enabled: false });
  const subscription = await digest(hub);
  await deliver();
  expect(await only(subscription)).toMatchObject({ state: 'due', attempts: 0 });
  await setUp(hub, {});
  await deliver();
  expect(await only(subscription)).toMatchObject({ state: 'sent' });
});

test('a dry run writes the mail and sends none', async () => {
  const hub = await newSender({ dryRun: true });
  const subscription = await digest(hub);
  await deliver();
  const { state, reason, message } = await only(subscription);
  expect({ state, reason }).toEqual({ state: 'skipped', reason: 'dry_run' });
  expect(JSON.parse(message as string).text).toContain(STARTUP.name);
  expect(await taken(subscription)).toEqual([]);
});

test('no domain gets more in a minute than the hub allows, and the others do not wait for it', async () => {
  const hub = await newSender({ perDomain: 2 });
  const crowd = { email_key: 'same@crowded.example' };
  const crowded: SubscriptionRow[] = [];
  for (let i = 0; i < 4; i++)
    crowded.push(await digest(hub, 'reader', { ...crowd, email_key: `r${i}@crowded.example` }));
  const other = await digest(hub);
  const sent = async () => (await Promise.all(crowded.map(only))).filter(({ state }) => state === 'sent').length;
  await deliver();
  expect(await sent()).toBe(2);
  expect(await only(other)).toMatchObject({ state: 'sent' });
  await deliver(NOW.getTime() + MINUTE / 2);
  expect(await sent()).toBe(2);
  await deliver(NOW.getTime() + 2 * MINUTE);
  expect(await sent()).toBe(4);
});

test('an attempt that was cut off is made again over SMTP when its lease is over, and over send_email never', async () => {
  const hub = await newSender();
  const bySmtp = await digest(hub);
  const cutOff = (subscription: SubscriptionRow, reason: string) =>
    bindings.DB.prepare('UPDATE mails SET attempts = 1, reason = ?, next_at = ? WHERE subscription_id = ?')
      .bind(reason, NOW.toISOString(), subscription.id)
      .run();
  await cutOff(bySmtp, SENDING.again);
  await deliver();
  expect(await only(bySmtp)).toMatchObject({ state: 'sent', attempts: 2 });

  await setUp(hub, { smtp: undefined });
  const byBinding = await digest(hub);
  await cutOff(byBinding, SENDING.once);
  const sent: unknown[] = [];
  const EMAIL = {
    send: async (mail: unknown) => ({ messageId: `id ${sent.push(mail)}` }),
  } as unknown as Bindings['EMAIL'];
  await deliver(NOW, { EMAIL } as Partial<Bindings>);
  expect(await only(byBinding)).toMatchObject({ state: 'uncertain', reason: 'cut_off' });
  await deliver(NOW.getTime() + 1e9, { EMAIL } as Partial<Bindings>);
  expect(sent).toEqual([]);
});

test('a server that refuses us is tried again, since its settings can be mended', async () => {
  const hub = await newSender();
  await setUp(hub, { smtp: { host: '127.0.0.1', port: inject('smtp').lockedPort, security: 'none', username: 'hub' } });
  const subscription = await digest(hub);
  await deliver();
  expect(await only(subscription)).toMatchObject({ state: 'due', reason: '535 5.7.8' });
  await setUp(hub, { smtp: { host: '127.0.0.1', port: 1, security: 'none' } });
  await deliver(NOW.getTime() + 1e7);
  expect(await only(subscription)).toMatchObject({ state: 'due', reason: 'connection', attempts: 2 });
});

test('without a sender or a transport a mail waits, and no attempt is counted', async () => {
  const hub = await newSender();
  await setUp(hub, { smtp: undefined });
  const subscription = await digest(hub);
  await deliver();
  expect(await only(subscription)).toMatchObject({ state: 'due', reason: 'no_transport', attempts: 0 });
  await setUp(hub, { from: undefined });
  await deliver(NOW.getTime() + 2 * 3_600_000, { KOPRU_ENV: 'production' });
  expect(await only(subscription)).toMatchObject({ state: 'due', reason: 'no_sender', attempts: 0 });
});

test('what was taken and could not be written down is not sent again over send_email', async () => {
  const hub = await newSender({ smtp: undefined });
  const subscription = await digest(hub);
  const sent: unknown[] = [];
  const EMAIL = {
    send: async (mail: unknown) => ({ messageId: `id ${sent.push(mail)}` }),
  } as unknown as Bindings['EMAIL'];
  const env = { ...bindings, KOPRU_ORIGIN: 'https://kopru.example', EMAIL } as Bindings;
  const db = bindings.DB.withSession('first-primary');
  const broken = new Proxy(db, {
    get(target, name) {
      if (name === 'batch' && sent.length > 0) return () => Promise.reject(new Error('the database is gone'));
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await deliverMails.run({ env, db: broken, now: NOW });
  expect(await only(subscription)).toMatchObject({ state: 'due', reason: 'sending_once' });
  await deliverMails.run({ env, db, now: new Date(NOW.getTime() + 20 * MINUTE) });
  expect(await only(subscription)).toMatchObject({ state: 'uncertain', reason: 'cut_off' });
  expect(sent).toHaveLength(1);
  vi.restoreAllMocks();
});

test('who says stop while the mail is composed gets none', async () => {
  const hub = await newSender();
  const subscription = await digest(hub);
  const db = bindings.DB.withSession('first-primary');
  const slow = new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name) as (...args: unknown[]) => unknown;
      if (name !== 'batch') return typeof value === 'function' ? value.bind(target) : value;
      return async (...args: unknown[]) => {
        await bindings.DB.batch(await suppress(bindings.DB, hub.id, subscription.email_key, 'unsubscribed', NOW));
        return value.apply(target, args);
      };
    },
  });
  await deliverMails.run({ env: { ...bindings, KOPRU_ORIGIN: 'https://kopru.example' }, db: slow, now: NOW });
  expect(await taken(subscription)).toEqual([]);
  await deliver(NOW.getTime() + 20 * MINUTE);
  expect(await only(subscription)).toMatchObject({ state: 'skipped', reason: 'ended' });
  expect(await taken(subscription)).toEqual([]);
});

test('a server that offers no STARTTLS gets neither password nor mail', async () => {
  const hub = await newSender();
  await setUp(hub, { smtp: { host: '127.0.0.1', port: inject('smtp').port, security: 'starttls', username: 'hub' } });
  const subscription = await digest(hub);
  await deliver();
  expect(await only(subscription)).toMatchObject({ state: 'due', reason: 'no_tls' });
  expect(await taken(subscription)).toEqual([]);
});

test('a claim reads what is due, and not the whole outbox', async () => {
  const plan = await bindings.DB.prepare(`EXPLAIN QUERY PLAN ${CLAIM}`)
    .bind('2026', '2027', '2025', 6)
    .all<{ detail: string }>();
  const steps = plan.results.map(({ detail }) => detail);
  expect(steps).toContainEqual(expect.stringMatching(/SEARCH m USING INDEX mails_due/));
  expect(steps.filter((step) => /SCAN m\b/.test(step))).toEqual([]);
});

test('matches that a mail could not tell are told by the next', async () => {
  const hub = await newSender();
  const subscription = await digest(hub, 'policy');
  await deliver();
  expect(await only(subscription)).toMatchObject({ state: 'dead' });
  const told = await bindings.DB.prepare('SELECT * FROM mailed_matches WHERE subscription_id = ?')
    .bind(subscription.id)
    .all();
  expect(told.results).toEqual([]);
});
