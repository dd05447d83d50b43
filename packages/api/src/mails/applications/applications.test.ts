import { LOCALES } from '@kopru/sdk/strings';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { putCheap } from '../../../test/exchange.ts';
import { call, newHub, PROGRAMME, STARTUP } from '../../../test/hub.ts';
import type { TakenMail } from '../../../test/smtp-sink.ts';
import { composed, mailOf, mailsTo, subscribe } from '../../../test/subscribers.ts';
import { viewerOf } from '../../../test/viewer.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import { suppress } from '../../suppressions/store.ts';
import { deliverMails } from '../delivery/job.ts';
import type { Message } from '../message.ts';

const TOPRAQ = { kind: 'startup', id: 'a' } as const;
const CALL = 'Bahar';

let hub: { id: string; key: string };
let reader: SubscriptionRow;
let application: string;

const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  call(method, `/v1/${path}`, { key: hub.key, headers, ...(body && { body }) });
const apply = async (startup = 'a') =>
  (await send('POST', 'applications', { startup, programme: 'p', call: CALL })).json.id as string;

/** What the staff does with the application. */
const move = async (patch: object, headers?: Record<string, string>) =>
  expect((await send('PATCH', `applications/${application}`, patch, headers)).status).toBe(200);
/** The owner takes it back. */
const withdraw = async () => {
  const owner = await viewerOf(hub.id, 'startup', 'a');
  const path = `/v1/applications/${application}`;
  expect((await call('PATCH', path, { ...owner, body: { state: 'withdrawn' } })).status).toBe(200);
};

beforeEach(async () => {
  hub = await newHub();
  await putCheap(hub.id, 'programme', 'p', { ...PROGRAMME, name: 'Aqro Akselerator' });
  for (const id of ['a', 'b']) await putCheap(hub.id, 'startup', id, { ...STARTUP, name: `Topraq ${id}` });
  reader = await subscribe(hub, TOPRAQ);
  application = await apply();
});

const told = async (subscription = reader) =>
  (await mailsTo(subscription)).map(({ notice, data }) => `${notice} ${JSON.parse(data).state}`);

/** The last mail of a subscription as it would go out now. */
async function last(subscription = reader): Promise<Message | { skip: string }> {
  const result = await composed(subscription, (await mailsTo(subscription)).at(-1)!);
  return 'skip' in result ? result : result.message;
}

describe('what the staff decides', () => {
  test.each([
    ['admitted', 'you are admitted', '“Topraq a” is admitted to the programme.', 'Admitted'],
    ['declined', 'not admitted this time', '“Topraq a” was not admitted to the programme this time.', 'Not admitted'],
    ['withdrawn', 'your application was withdrawn', '“Topraq a” was marked as withdrawn at hub-', 'Withdrawn'],
  ])('is mailed to the owner: %s', async (state, title, lead, inWords) => {
    await move({ state });
    expect(await told()).toEqual([`application ${state}`]);
    const { subject, html, text, to, listId } = (await last()) as Message;
    expect(subject).toBe(`Aqro Akselerator: ${title}`);
    expect(to.email).toBe(reader.email);
    expect(listId).toBe(`application.${hub.id}.kopru.example`);
    const joined = text.replaceAll(/ \n/g, ' ');
    for (const said of [lead, 'Startup: Topraq a', 'Programme: Aqro Akselerator', `Call: ${CALL}`, `State: ${inWords}`])
      expect(joined).toContain(said);
    expect(joined).not.toContain('Stage');
    expect(html).toContain('/mail/unsubscribe/');
  });

  test('tells the stage as it is when the mail goes out, and neither who decided nor what was raised', async () => {
    await move({ state: 'admitted', stage: 'Pilot' });
    await move({ state: 'alumni', raised: { amount: 7654, currency: 'USD' } });
    await move({ stage: 'First sales' });
    expect(await told()).toEqual(['application admitted', 'application alumni']);
    const { html, text } = (await last()) as Message;
    expect(text).toContain('Stage: First sales');
    expect(text).toContain('now among the alumni');
    const { moves } = (await send('GET', `applications/${application}`)).json;
    expect(moves[0].by).toMatch(/./);
    for (const kept of [moves[0].by, '7654', '7,654', application, STARTUP.contact.email])
      expect(`${html}${text}`).not.toContain(kept);
  });

  test('is mailed once, however often it is sent', async () => {
    const key = { 'idempotency-key': 'admit-once' };
    await move({ state: 'admitted' }, key);
    await move({ state: 'admitted' }, key);
    await move({ state: 'admitted' });
    expect(await told()).toEqual(['application admitted']);
  });

  test('is mailed once when two decide at the same time, and as it was decided', async () => {
    const decisions = ['admitted', 'declined'].map((state) => send('PATCH', `applications/${application}`, { state }));
    const [admitted] = await Promise.all(decisions);
    expect(await told()).toEqual([admitted?.status === 200 ? 'application admitted' : 'application declined']);
  });

  test('is mailed to no one who does not want it, has not confirmed or has ended it, and to no other startup', async () => {
    const others = [
      await subscribe(hub, TOPRAQ, { application: 0 }),
      await subscribe(hub, TOPRAQ, { state: 'pending' }),
      await subscribe(hub, TOPRAQ, { state: 'ended' }),
      await subscribe(hub, { kind: 'startup', id: 'b' }),
      await subscribe(hub, { kind: 'programme', id: 'p' }),
      await subscribe(await newHub(), TOPRAQ),
    ];
    await move({ state: 'admitted' });
    expect(await Promise.all(others.map((one) => told(one)))).toEqual(others.map(() => []));
  });

  test('is said in the words of each language', async () => {
    const readers = await Promise.all(LOCALES.map((locale) => subscribe(hub, TOPRAQ, { locale })));
    await move({ state: 'declined' });
    const mails = (await Promise.all(readers.map((one) => last(one)))) as Message[];
    expect(mails.map(({ lang }) => lang)).toEqual(LOCALES);
    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(LOCALES.length);
  });
});

describe('no mail', () => {
  test('is written of what the owner did, nor of a stage or of what was raised', async () => {
    await move({ stage: 'Pilot' });
    await move({ raised: { amount: 5, currency: 'USD' } });
    await withdraw();
    expect(await told()).toEqual([]);
  });

  test('goes out that is no longer true', async () => {
    await move({ state: 'admitted' });
    const admitted = (await mailsTo(reader))[0]!;
    await move({ state: 'alumni' });
    expect(await composed(reader, admitted)).toEqual({ skip: 'state_changed' });
    expect(await last()).toMatchObject({ subject: 'Aqro Akselerator: you are among the alumni now' });
  });

  test('goes out to who switched it off meanwhile', async () => {
    await move({ state: 'admitted' });
    await send('PATCH', `subscriptions/${reader.id}`, { notices: { application: false } });
    expect(await last()).toEqual({ skip: 'switched_off' });
  });

  test('goes out after the owner has withdrawn', async () => {
    await move({ state: 'admitted' });
    await withdraw();
    expect(await told()).toEqual(['application admitted']);
    expect(await last()).toEqual({ skip: 'state_changed' });
  });
});

describe('the programme', () => {
  test.each([
    ['is paused', { status: 'paused' }],
    ['may not be shown', { consent: { matching: false } }],
  ])('that %s is not named, and its call is', async (_, hidden) => {
    await move({ state: 'declined' });
    await send('PATCH', 'programmes/p', hidden);
    const { subject, html, text } = (await last()) as Message;
    expect(subject).toBe(`${CALL}: not admitted this time`);
    expect(`${html}${text}`).not.toContain('Akselerator');
  });

  test('that has blocked the startup is told as any other', async () => {
    const blocked = { owner: { kind: 'programme', id: 'p' }, blocked: TOPRAQ };
    expect((await send('POST', 'blocks', blocked)).status).toBe(201);
    await move({ state: 'declined' });
    expect(await last()).toMatchObject({ subject: 'Aqro Akselerator: not admitted this time' });
  });

  test('that is erased is in no message that waits', async () => {
    await move({ state: 'admitted' });
    const [mail] = await mailsTo(reader);
    await bindings.DB.prepare('UPDATE mails SET message = ? WHERE id = ?').bind('{"text":"Aqro"}', mail?.id).run();
    expect((await send('DELETE', 'programmes/p')).status).toBe(204);
    expect(await mailsTo(reader)).toMatchObject([{ state: 'due', message: null }]);
    expect(await last()).toEqual({ skip: 'application_gone' });
  });
});

test('the question for consent says so to a startup that wants them, and to nobody else', async () => {
  const said = 'Decisions on your applications to programmes come to this address too.';
  const question = async (profile: { kind: 'startup' | 'programme'; id: string }, more = {}) => {
    const asked = await subscribe(hub, profile, { state: 'pending', ...more });
    return ((await composed(asked, mailOf(asked, 'confirmation'))) as { message: Message }).message.text;
  };
  expect(await question(TOPRAQ)).toContain(said);
  expect(await question(TOPRAQ, { application: 0 })).not.toContain('Decisions');
  expect(await question({ kind: 'programme', id: 'p' })).not.toContain('Decisions');
});

test('a startup that is erased takes its mails along', async () => {
  await move({ state: 'admitted' });
  expect((await send('DELETE', 'startups/a')).status).toBe(204);
  expect(await mailsTo(reader)).toEqual([]);
});

describe('over SMTP', () => {
  const setUp = (settings: object = {}) => {
    const smtp = { host: '127.0.0.1', port: inject('smtp').port, security: 'none' };
    const stored = JSON.stringify({ from: { name: 'Hub', email: 'office@hub.example' }, smtp, ...settings });
    return bindings.DB.prepare('INSERT OR REPLACE INTO mail_settings (hub_id, settings, updated_at) VALUES (?, ?, ?)')
      .bind(hub.id, stored, '2026-11-01T00:00:00.000Z')
      .run();
  };
  /** Runs the job. @param after days from now. */
  const deliver = (after = 0) =>
    deliverMails.run({
      env: { ...bindings, KOPRU_ORIGIN: 'https://kopru.example' },
      db: bindings.DB.withSession('first-primary'),
      now: new Date(Date.now() + after * 86_400_000),
    });
  const taken = async ({ email }: SubscriptionRow): Promise<TakenMail[]> =>
    (await fetch(`${inject('smtp').url}/?to=${encodeURIComponent(email)}`)).json();
  const readerAt = (word: string) => {
    const email = `${word}-${hub.id}@applications.example`;
    return subscribe(hub, TOPRAQ, { email, email_key: email });
  };

  test('one mail goes out, which ends by one click', async () => {
    await setUp({ replyTo: 'team@hub.example' });
    const subscription = await readerAt('reader');
    await move({ state: 'admitted' });
    await deliver();
    await deliver(1);
    const [mail, ...others] = await taken(subscription);
    expect(others).toEqual([]);
    const { subject, headers, replyTo } = await PostalMime.parse(mail!.raw);
    expect(subject).toBe('Aqro Akselerator: you are admitted');
    expect(replyTo).toMatchObject([{ address: 'team@hub.example' }]);
    expect(Object.fromEntries(headers.map(({ key, value }) => [key, value]))).toMatchObject({
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      'list-id': `<application.${hub.id}.kopru.example>`,
    });
  });

  test('none goes to an address on the list of suppressions, nor while the hub has its mail switched off', async () => {
    await setUp({ enabled: false });
    const [listed, waits] = [await readerAt('listed'), await readerAt('waits')];
    await move({ state: 'admitted' });
    await bindings.DB.batch([(await suppress(bindings.DB, hub.id, listed.email_key, 'staff', new Date()))[0]!]);
    await deliver();
    expect(await mailsTo(waits)).toMatchObject([{ state: 'due', attempts: 0 }]);
    await setUp();
    await deliver();
    expect(await mailsTo(listed)).toMatchObject([{ state: 'skipped', reason: 'suppressed' }]);
    expect(await taken(listed)).toEqual([]);
    expect(await taken(waits)).toHaveLength(1);
  });

  test('what was refused for now is not sent when it is true no more', async () => {
    await setUp();
    const subscription = await readerAt('busy');
    await move({ state: 'admitted' });
    await deliver();
    expect(await mailsTo(subscription)).toMatchObject([{ state: 'due', reason: '450 4.2.1' }]);
    await withdraw();
    await deliver(1);
    expect(await mailsTo(subscription)).toMatchObject([{ state: 'skipped', reason: 'state_changed', message: null }]);
  });
});
