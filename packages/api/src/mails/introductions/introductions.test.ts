import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { call, newHub } from '../../../test/hub.ts';
import { act, askFor, type Member, newMember, newPartners, SECRET_CONTACT } from '../../../test/meeting.ts';
import { composed, contextFor, mailsTo, subscribe } from '../../../test/subscribers.ts';
import { expireIntroductions, remindIntroductions } from '../../introductions/jobs.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import { readLink } from '../links.ts';
import { answerIntroduction } from './answer.ts';

let startup: Member;
let investor: Member;
let asker: SubscriptionRow;
let asked: SubscriptionRow;

async function meet(from: { id: string; key: string }, to: { id: string; key: string }) {
  startup = await newMember(from, 'startup', 'soil', { name: 'Topraq' });
  investor = await newMember(to, 'investor', 'fund', { name: 'Fond' });
  asker = await subscribe(from, startup);
  asked = await subscribe(to, investor);
}

beforeEach(async () => {
  const hub = await newHub();
  await meet(hub, hub);
});

const told = async (subscription: SubscriptionRow) =>
  (await mailsTo(subscription)).map((mail) => `${mail.notice} ${JSON.parse(mail.data).event}`);

/** The last mail of a subscription as it would go out now. */
async function last(subscription: SubscriptionRow) {
  const result = await composed(subscription, (await mailsTo(subscription)).at(-1)!);
  return 'skip' in result ? result : result.message;
}

const textOf = async (subscription: SubscriptionRow) => ((await last(subscription)) as { text: string }).text;
const ask = async () => (await askFor(startup, investor)).json.id as string;
const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const at = (now: Date) => ({ env: bindings, db: bindings.DB.withSession('first-primary'), now });

describe('a request to meet', () => {
  test('is mailed to the asked side alone, with the message and links for both answers', async () => {
    const id = await ask();
    expect(await told(asker)).toEqual([]);
    expect(await told(asked)).toEqual(['introduction requested']);
    const message = (await last(asked)) as { subject: string; text: string };
    expect(message.subject).toBe('Topraq would like to meet you');
    expect(message.text).toContain('Kuyularımızın tuzluluğunu birlikte ölçelim.');
    expect(message.text).not.toContain(SECRET_CONTACT);
    const tokens = [...message.text.matchAll(/\/mail\/introduction\/(\S+)/g)].map(([, token]) => token as string);
    const links = await Promise.all(
      tokens.map((token) => readLink(bindings.KOPRU_KEYRING, 'introduction', token, new Date())),
    );
    expect(links).toMatchObject([
      { subscription: asked.id, introduction: id, action: 'accept' },
      { subscription: asked.id, introduction: id, action: 'decline' },
    ]);
  });

  test('is mailed to no one who does not want it, has not confirmed, or has ended it', async () => {
    const others = [
      await subscribe(investor.hub, investor, { introduction: 0 }),
      await subscribe(investor.hub, investor, { state: 'pending' }),
      await subscribe(investor.hub, investor, { state: 'ended' }),
    ];
    await ask();
    expect(await Promise.all(others.map(told))).toEqual([[], [], []]);
  });

  test('is mailed once, however often it is sent', async () => {
    const options = { ...startup.viewer, headers: { ...startup.viewer.headers, 'idempotency-key': 'once' } };
    await askFor(startup, investor, options);
    await askFor(startup, investor, options);
    expect(await told(asked)).toHaveLength(1);
  });

  test('is not mailed to who has blocked the asking side', async () => {
    const body = { owner: { kind: 'investor', id: 'fund' }, blocked: { kind: 'startup', id: 'soil' } };
    await call('POST', '/v1/blocks', { key: investor.hub.key, body });
    await ask();
    expect(await told(asked)).toEqual([]);
    await expireIntroductions.run(at(days(31)));
    expect(await told(asked)).toEqual([]);
    expect(await told(asker)).toEqual(['introduction expired']);
  });

  test('that was answered or taken back before its mail went out is not mailed', async () => {
    const id = await ask();
    await act(id, 'withdraw', startup.viewer);
    expect(await last(asked)).toEqual({ skip: 'state_changed' });
    expect(await told(asker)).toEqual([]);
  });

  test('is not mailed when its sender may no longer be shown', async () => {
    await ask();
    await call('PATCH', '/v1/startups/soil', {
      key: startup.hub.key,
      body: { consent: { matching: false } },
      headers: { 'content-type': 'application/merge-patch+json' },
    });
    expect(await last(asked)).toEqual({ skip: 'not_shown' });
  });

  test('that waits is mailed again as a reminder, if those are wanted', async () => {
    const quiet = await subscribe(investor.hub, investor, { reminder: 0 });
    await ask();
    await remindIntroductions.run(at(days(8)));
    await remindIntroductions.run(at(days(9)));
    expect(await told(asked)).toEqual(['introduction requested', 'reminder reminder']);
    expect(await told(quiet)).toEqual(['introduction requested']);
    await remindIntroductions.run(at(days(22)));
    expect(await told(asked)).toHaveLength(3);
    expect(await last(asked)).toMatchObject({ subject: 'Topraq is waiting for your answer' });
  });
});

describe('an accepted introduction', () => {
  test('gives each side the contact of the other, and both logs say so', async () => {
    const id = await ask();
    await act(id, 'accept', investor.viewer);
    expect(await told(asker)).toEqual(['introduction accepted']);
    const toAsker = await textOf(asker);
    expect(toAsker).toContain(`fund@${SECRET_CONTACT}`);
    expect(toAsker).not.toContain(`soil@${SECRET_CONTACT}`);
    const toAsked = await textOf(asked);
    expect(toAsked).toContain('You have accepted');
    expect(toAsked).toContain(`soil@${SECRET_CONTACT}`);
    const { results } = await bindings.DB.prepare(
      "SELECT actor FROM audit WHERE hub_id = ? AND action = 'contact.revealed'",
    )
      .bind(investor.hub.id)
      .all<{ actor: string }>();
    expect(results.map(({ actor }) => JSON.parse(actor))).toEqual([
      { kind: 'job', id: 'deliver-mails', profile: { kind: 'startup', id: 'soil' } },
      { kind: 'job', id: 'deliver-mails', profile: { kind: 'investor', id: 'fund' } },
    ]);
  });

  test('gives no contact, and records none, once one side may not be shown any more', async () => {
    const id = await ask();
    await act(id, 'accept', investor.viewer);
    const body = { owner: { kind: 'investor', id: 'fund' }, blocked: { kind: 'startup', id: 'soil' } };
    await call('POST', '/v1/blocks', { key: investor.hub.key, body });
    expect(await last(asker)).toEqual({ skip: 'not_shown' });
    const found = await bindings.DB.prepare("SELECT 1 FROM audit WHERE hub_id = ? AND action = 'contact.revealed'")
      .bind(investor.hub.id)
      .first();
    expect(found).toBeNull();
  });
});

test('a declined request is mailed to the asking side, without the reason', async () => {
  const id = await ask();
  await act(id, 'decline', { ...investor.viewer, body: { reason: 'no_capacity' } });
  expect(await told(asker)).toEqual(['introduction declined']);
  expect(await told(asked)).toEqual(['introduction requested']);
  const message = (await last(asker)) as { html: string; text: string };
  expect(`${message.html}${message.text}`).not.toMatch(/capacity|No time/);
});

test('across hubs each side is mailed by its own hub, and the asked side after its hub has approved', async () => {
  const [a, b] = await newPartners({ approveIntroductions: true });
  await meet(a, b);
  const id = await ask();
  expect(await told(asked)).toEqual([]);
  await act(id, 'approve', { key: b.key });
  expect(await told(asked)).toEqual(['introduction requested']);
  await act(id, 'accept', investor.viewer);
  expect(await told(asker)).toEqual(['introduction accepted']);
  expect(await textOf(asker)).toContain(`fund@${SECRET_CONTACT}`);
});

describe('an answer from a mail', () => {
  const answer = async (subscription: SubscriptionRow, introduction: string, action: 'accept' | 'decline') => {
    const { db, hub, now } = await contextFor(subscription);
    return answerIntroduction(db, hub, subscription, { introduction, action }, now);
  };

  test('is that of the owner, and counts once', async () => {
    const id = await ask();
    expect(await answer(asked, id, 'accept')).toMatchObject({ state: 'accepted' });
    expect(await answer(asked, id, 'accept')).toMatchObject({ state: 'accepted' });
    expect(await told(asker)).toEqual(['introduction accepted']);
    await expect(answer(asked, id, 'decline')).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is nobody else’s', async () => {
    const id = await ask();
    await expect(answer(asker, id, 'accept')).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await subscribe(investor.hub, await newMember(investor.hub, 'investor', 'stranger'));
    await expect(answer(stranger, id, 'accept')).rejects.toMatchObject({ code: 'not_found' });
  });
});
