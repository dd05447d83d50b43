import type { ForwardableEmailMessage, Message, MessageBatch } from '@cloudflare/workers-types';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test, vi } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { dump } from '../../../test/dump.ts';
import { call, newHub } from '../../../test/hub.ts';
import { away, complaint, exchange, gmail, postfix } from '../../../test/mail-reports.ts';
import { subscribe } from '../../../test/subscribers.ts';
import type { Bindings, JobMessage } from '../../env.ts';
import worker from '../../index.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import { addressHash, deleteSuppression, isSuppressed } from '../../suppressions/store.ts';
import type { MailRow } from '../store.ts';
import type { SendingEvent } from './event.ts';

const AT = '2026-11-27T22:10:00.000Z';

/** A mail that went out to a subscriber of a hub of its own. */
async function sent(more: Partial<MailRow> = {}) {
  const hub = await newHub();
  const subscription = await subscribe(hub, { kind: 'investor', id: 'fund' });
  const id = `mail_${crypto.randomUUID().replaceAll('-', '')}`;
  const row = {
    id,
    hub_id: hub.id,
    subscription_id: subscription.id,
    notice: 'digest',
    occasion: '2026-11-27',
    state: 'sent',
    domain: 'mail.example',
    attempts: 1,
    created_at: AT,
    sent_at: AT,
    updated_at: AT,
    ...more,
  };
  const names = Object.keys(row);
  await bindings.DB.prepare(`INSERT INTO mails (${names}) VALUES (${names.map(() => '?')})`)
    .bind(...Object.values(row))
    .run();
  return { hub, subscription, id, messageId: `<${id}@kopru.example>` };
}

/** Gives a mail to the handler of the Worker. @returns what was counted */
async function receive(text: string | Uint8Array, more: Partial<ForwardableEmailMessage> = {}): Promise<string> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const refuse = () => {
    throw new Error('nothing is sent in answer');
  };
  const message = {
    from: '',
    to: 'matches@hub.example',
    headers: new Headers(),
    raw: new Response(bytes).body,
    rawSize: bytes.length,
    setReject: refuse,
    forward: refuse,
    reply: refuse,
    ...more,
  } as unknown as ForwardableEmailMessage;
  const counted: string[] = [];
  const METRICS = { writeDataPoint: ({ blobs }: { blobs: string[] }) => void counted.push(...blobs) };
  await worker.email(message, { ...bindings, METRICS } as unknown as Bindings);
  expect(counted).toHaveLength(1);
  return counted[0] as string;
}

/** What is known of a mail, its subscription and its address. */
async function standing({
  hub,
  subscription,
  id,
}: Pick<Awaited<ReturnType<typeof sent>>, 'hub' | 'subscription' | 'id'>) {
  const mail = await bindings.DB.prepare('SELECT state, reason FROM mails WHERE id = ?').bind(id).first<MailRow>();
  const { state } = (await bindings.DB.prepare('SELECT state FROM subscriptions WHERE id = ?')
    .bind(subscription.id)
    .first<SubscriptionRow>())!;
  const suppressed = await isSuppressed(bindings.DB, hub.id, subscription.email_key);
  return { mail: mail!.state, reason: mail!.reason, subscription: state, suppressed };
}

const UNTOUCHED = { mail: 'sent', reason: null, subscription: 'confirmed', suppressed: false };
const ENDED = { subscription: 'ended', suppressed: true };

const audit = async (hub: { id: string }) =>
  (
    await bindings.DB.prepare("SELECT action, subject_id, details FROM audit WHERE hub_id = ? AND action LIKE 'mail.%'")
      .bind(hub.id)
      .all<{ action: string; subject_id: string; details: string }>()
  ).results;

describe('a report that comes as mail', () => {
  test.each([
    ['Postfix', postfix, 'bounced', '5.1.1'],
    ['Exchange', exchange, 'bounced', '5.1.10'],
    ['Gmail', gmail, 'bounced', '5.1.1'],
    ['a feedback loop', complaint, 'complained', 'abuse'],
  ] as const)('from %s ends all mail to the address, once', async (_, write, state, reason) => {
    const mail = await sent();
    expect(await receive(write(mail))).toBe('taken');
    expect(await standing(mail)).toEqual({ ...ENDED, mail: state, reason });
    expect(await receive(write(mail))).toBe('known');
    const records = await audit(mail.hub);
    expect(records).toEqual([
      { action: `mail.${state}`, subject_id: mail.id, details: JSON.stringify({ reason, suppressed: true }) },
    ]);
  });

  test('and comes again after staff took the address off the list, changes nothing', async () => {
    const mail = await sent();
    await receive(postfix(mail));
    const hash = await addressHash(mail.hub.id, mail.subscription.email_key);
    await deleteSuppression(bindings.DB, mail.hub.id, hash).run();
    expect(await receive(postfix(mail))).toBe('known');
    expect(await standing(mail)).toMatchObject({ suppressed: false });
  });

  test('of a bounce and then of a complaint counts as the complaint, and never the other way round', async () => {
    const mail = await sent();
    await receive(postfix({ ...mail, status: '4.2.2' }));
    expect(await receive(complaint(mail))).toBe('taken');
    expect(await receive(postfix(mail))).toBe('known');
    expect(await standing(mail)).toMatchObject({ ...ENDED, mail: 'complained' });
  });

  test.each(['4.2.2', '5.7.1'])(
    'of a failure that is not of the address (%s) leaves the subscription',
    async (status) => {
      const mail = await sent();
      expect(await receive(postfix({ ...mail, status }))).toBe('taken');
      expect(await standing(mail)).toEqual({ ...UNTOUCHED, mail: 'bounced', reason: status });
    },
  );

  test('ends mail to the address of the subscription, whoever it names', async () => {
    const mail = await sent();
    const other = await sent();
    await receive(postfix({ ...mail, recipient: other.subscription.email }));
    expect(await standing(mail)).toMatchObject(ENDED);
    expect(await standing(other)).toEqual(UNTOUCHED);
  });

  test('of a test, of which no address is kept, ends nothing', async () => {
    const mail = await sent({ subscription_id: null, notice: 'test' });
    expect(await receive(postfix({ ...mail, recipient: mail.subscription.email }))).toBe('taken');
    expect(await standing(mail)).toEqual({ ...UNTOUCHED, mail: 'bounced', reason: '5.1.1' });
  });

  test('of a mail that may have been taken is taken, and it is not sent again', async () => {
    for (const state of ['uncertain', 'due'] as const) {
      const mail = await sent({ state, next_at: AT });
      expect(await receive(postfix(mail))).toBe('taken');
      const row = await bindings.DB.prepare('SELECT state, next_at FROM mails WHERE id = ?').bind(mail.id).first();
      expect(row).toEqual({ state: 'bounced', next_at: null });
    }
  });

  test('of a mail that never went out changes nothing', async () => {
    for (const more of [{ state: 'due', attempts: 0 }, { state: 'skipped' }, { state: 'dead' }] as const) {
      const mail = await sent(more);
      expect(await receive(postfix(mail))).toBe('known');
      expect(await standing(mail)).toEqual({ ...UNTOUCHED, mail: more.state });
    }
  });

  test('that names a mail by the id of its transport, which may be guessed, is not believed', async () => {
    const mail = await sent({ transport_id: '<0101018f@cloudflare.example>' });
    expect(await receive(postfix({ messageId: '<0101018f@cloudflare.example>' }))).toBe('unknown');
    expect(await standing(mail)).toEqual(UNTOUCHED);
  });
});

describe('what else comes as mail', () => {
  test('changes nothing and is answered by nothing', async () => {
    const mail = await sent();
    const before = await dump();
    expect(await receive(away(mail))).toBe('no_report');
    expect(await receive(complaint(mail, 'not-spam'))).toBe('no_report');
    expect(await receive(postfix({ ...mail, action: 'delayed', status: '4.4.1' }))).toBe('no_report');
    expect(await receive(postfix({ messageId: `<mail_${'0'.repeat(32)}@kopru.example>` }))).toBe('unknown');
    expect(await receive(postfix({ messageId: '<%@kopru.example>' }))).toBe('unknown');
    expect(await receive(postfix({ messageId: `<${mail.id.slice(0, -1)}@kopru.example>` }))).toBe('unknown');
    expect(await receive('')).toBe('no_report');
    expect(await receive(crypto.getRandomValues(new Uint8Array(4096)))).toBe('no_report');
    expect(await receive(postfix(mail).slice(0, 900))).toBe('no_report');
    expect(await dump()).toBe(before);
  });

  test('is not even read when it is too large', async () => {
    const mail = await sent();
    let pulled = 0;
    const raw = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 });
    const more = { raw, rawSize: 2 * 1024 * 1024 + 1 } as unknown as Partial<ForwardableEmailMessage>;
    expect(await receive(postfix(mail), more)).toBe('too_large');
    expect(pulled).toBe(0);
  });
});

describe('an event of Email Sending', () => {
  const event = (messageId: string, kind: string, more: object = {}): SendingEvent => ({
    type: `cf.email.sending.message.${kind}`,
    payload: { messageId, ...more },
  });
  const hard = (status: string) => ({ delivery: { smtpEnhancedStatusCode: status }, bounce: { type: 'hard' } });

  /** Gives bodies of the queue to the Worker. @returns how many are to come again */
  async function queue(bodies: unknown[], more: Partial<Bindings> = {}): Promise<number> {
    let again = 0;
    const messages = bodies.map((body) => ({ body, retry: () => void again++ }) as unknown as Message<SendingEvent>);
    const batch = { queue: 'kopru-jobs', messages } as unknown as MessageBatch<JobMessage | SendingEvent>;
    await worker.queue(batch, { ...bindings, ...more });
    return again;
  }

  test.each([
    ['bounced', hard('5.1.1'), { ...ENDED, mail: 'bounced', reason: '5.1.1' }],
    ['bounced', { bounce: { type: 'hard' } }, { ...ENDED, mail: 'bounced', reason: null }],
    ['bounced', { bounce: { type: 'soft' } }, { ...UNTOUCHED, mail: 'bounced' }],
    ['bounced', hard('5.7.1'), { ...UNTOUCHED, mail: 'bounced', reason: '5.7.1' }],
    ['complained', { complaint: { type: 'abuse' } }, { ...ENDED, mail: 'complained', reason: null }],
    ['deferred', { bounce: { type: 'soft' } }, UNTOUCHED],
    ['delivered', {}, UNTOUCHED],
  ])('%s with %o', async (kind, more, expected) => {
    const messageId = `cf-${crypto.randomUUID()}`;
    const mail = await sent({ transport_id: messageId });
    const body = event(messageId, kind, more);
    expect(await queue([body, body, { job: 'no-such-job' }])).toBe(0);
    expect(await standing(mail)).toEqual(expected);
  });

  test('of a mail that is not ours, or of another shape, is let go', async () => {
    const before = await dump();
    expect(
      await queue([event('cf-other', 'bounced', hard('5.1.1')), { type: 'cf.email.sending.message.bounced' }]),
    ).toBe(0);
    expect(await dump()).toBe(before);
  });

  test('that could not be taken comes again', async () => {
    const broken = {
      withSession: () => {
        throw new Error('D1 is not there');
      },
    } as unknown as Bindings['DB'];
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await queue([event('cf-1', 'bounced', hard('5.1.1'))], { DB: broken })).toBe(1);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

describe('a report that a hub signs', () => {
  const secretOf = async ({ key }: { key: string }, body: object = {}) => {
    const answer = await call('POST', '/v1/mails/report-secret', { key, body });
    expect(answer.status).toBe(200);
    return answer.json as { url: string; secret: string };
  };

  const send = (
    hub: { id: string },
    secret: string,
    data: object,
    { at = new Date(), type = 'mail.bounced' }: { at?: Date; type?: string } = {},
  ) => {
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
    };
    return call('POST', `/mail-reports/${hub.id}`, { body, headers });
  };

  test('names the mail by its id, its Message-ID, or the id of the transport', async () => {
    for (const name of ['id', 'messageId', 'transport'] as const) {
      const mail = await sent({ transport_id: `smtp-${crypto.randomUUID()}` });
      const row = await bindings.DB.prepare('SELECT transport_id FROM mails WHERE id = ?')
        .bind(mail.id)
        .first<MailRow>();
      const { url, secret } = await secretOf(mail.hub);
      expect(new URL(url).pathname).toBe(`/mail-reports/${mail.hub.id}`);
      const named = name === 'transport' ? row!.transport_id : mail[name];
      const data = { mail: named, reason: '5.1.1' };
      expect((await send(mail.hub, secret, data)).status).toBe(204);
      expect(await standing(mail)).toEqual({ ...ENDED, mail: 'bounced', reason: '5.1.1' });
      // Sent again, it changes nothing.
      expect((await send(mail.hub, secret, data)).status).toBe(204);
      expect(await audit(mail.hub)).toHaveLength(2);
    }
  });

  test('of a complaint ends mail, and of a bounce that may pass does not', async () => {
    const mail = await sent();
    const { secret } = await secretOf(mail.hub);
    await send(mail.hub, secret, { mail: mail.id, permanent: false });
    expect(await standing(mail)).toEqual({ ...UNTOUCHED, mail: 'bounced' });
    const answer = await send(mail.hub, secret, { mail: mail.id, permanent: false }, { type: 'mail.complained' });
    expect(answer.status).toBe(204);
    expect(await standing(mail)).toMatchObject({ ...ENDED, mail: 'complained' });
  });

  test('is refused with another secret, another time, another body, and for another hub', async () => {
    const mail = await sent();
    const other = await sent();
    const { secret } = await secretOf(mail.hub);
    const stranger = await secretOf(other.hub);
    const data = { mail: mail.id };
    const bare = await newHub();
    const refused = [
      await send(mail.hub, stranger.secret, data),
      await send(bare, secret, data),
      await send({ id: 'no-such-hub' }, secret, data),
    ];
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([401]));
    // A hub that is not there, or has no secret, is not told from one that has.
    expect(new Set(refused.map(({ json: { detail } }) => detail)).size).toBe(1);
    for (const minutes of [-6, 6]) {
      const at = new Date(Date.now() + minutes * 60_000);
      expect((await send(mail.hub, secret, data, { at })).status).toBe(401);
    }
    const foreign = await send(other.hub, stranger.secret, data);
    expect(foreign.status).toBe(404);
    expect((await call('POST', `/mail-reports/${mail.hub.id}`, { body: { type: 'mail.bounced' } })).status).toBe(401);
    expect((await call('GET', `/mail-reports/${mail.hub.id}`)).status).toBe(404);
    expect(await standing(mail)).toEqual(UNTOUCHED);
  });

  test('that is signed and cannot be used says where and why', async () => {
    const mail = await sent();
    const { secret } = await secretOf(mail.hub);
    const address = await send(mail.hub, secret, { mail: mail.id, reason: 'of a@mail.example' });
    expect(address.status).toBe(422);
    expect(address.json.issues).toEqual([expect.objectContaining({ in: 'body', path: '/data/reason' })]);
    expect((await send(mail.hub, secret, { mail: mail.id }, { type: 'mail.opened' })).status).toBe(422);
    expect((await send(mail.hub, secret, { mail: mail.id, to: 'a@mail.example' })).status).toBe(422);
    expect((await send(mail.hub, secret, { mail: 'x'.repeat(300_000) })).status).toBe(413);
    expect(await standing(mail)).toEqual(UNTOUCHED);
  });

  test('may be signed with the secret before until its overlap is over', async () => {
    const mail = await sent();
    const first = await secretOf(mail.hub);
    const second = await secretOf(mail.hub);
    expect((await send(mail.hub, first.secret, { mail: 'mail_x' })).status).toBe(404);
    const third = await secretOf(mail.hub, { overlapHours: 0 });
    expect((await send(mail.hub, first.secret, { mail: mail.id })).status).toBe(401);
    expect((await send(mail.hub, second.secret, { mail: mail.id })).status).toBe(401);
    expect((await send(mail.hub, third.secret, { mail: mail.id })).status).toBe(204);
    const stored = await dump();
    for (const { secret } of [first, second, third]) expect(stored).not.toContain(secret.slice('whsec_'.length));
    const { details } = (await bindings.DB.prepare(
      "SELECT details FROM audit WHERE action = 'mail.report_secret_rotated'",
    ).first<{ details: string | null }>())!;
    expect(details).toBeNull();
  });
});
