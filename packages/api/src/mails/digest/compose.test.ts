import { LOCALES } from '@kopru/sdk/strings';
import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { consent, partners, putAllCheap, putCheap } from '../../../test/exchange.ts';
import { call, newHub, STARTUP } from '../../../test/hub.ts';
import { FITS, many } from '../../../test/listening.ts';
import { composed, mailOf, subscribe } from '../../../test/subscribers.ts';
import { viewerOf } from '../../../test/viewer.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import { readLink } from '../links.ts';
import { MOST_BYTES } from './page.ts';
import { CLEARLY_BETTER, isNews } from './select.ts';

const FUND = { kind: 'investor', id: 'fund' } as const;

let hub: { id: string; key: string };
beforeEach(async () => {
  hub = await newHub();
  await putCheap(hub.id, 'investor', 'fund', FITS);
});

async function digest(subscription: SubscriptionRow, more = {}) {
  const result = await composed(subscription, mailOf(subscription, 'digest'), more);
  return 'skip' in result ? result : result.message;
}

const subjectOf = async (subscription: SubscriptionRow) => {
  const result = await digest(subscription);
  return 'skip' in result ? result.skip : result.subject;
};

/** Marks all that a subscriber was mailed as of another score. */
const scoredBefore = (subscription: SubscriptionRow, less: number) =>
  bindings.DB.prepare('UPDATE mailed_matches SET score = score - ? WHERE subscription_id = ?')
    .bind(less, subscription.id)
    .run();

describe('a digest', () => {
  test('tells what is new, once', async () => {
    await putCheap(hub.id, 'startup', 'a', { ...STARTUP, name: 'Topraq' });
    const subscription = await subscribe(hub, FUND);
    expect(await subjectOf(subscription)).toBe('1 new match for Muğan Fondu: Topraq');
    expect(await subjectOf(subscription)).toBe('nothing_new');
    await putCheap(hub.id, 'startup', 'b', { ...STARTUP, name: 'Suv' });
    expect(await subjectOf(subscription)).toBe('1 new match for Muğan Fondu: Suv');
  });

  test('tells the match list that the owner of the profile sees', async () => {
    await putAllCheap(hub.id, many(4, 'startup', 's', STARTUP));
    await putCheap(hub.id, 'startup', 'shy', { ...STARTUP, name: 'Shy', private: ['pitch', 'raise', 'country'] });
    await putCheap(hub.id, 'startup', 'draft', { ...STARTUP, name: 'Draft', status: 'draft' });
    const subscription = await subscribe(hub, FUND, { max_items: 20 });
    const viewer = await viewerOf(hub.id, 'investor', 'fund');
    const { json } = await call('GET', '/v1/investors/fund/matches', viewer);
    const message = await digest(subscription);
    expect(message).toHaveProperty('text');
    const { results } = await bindings.DB.prepare('SELECT id, score FROM mailed_matches WHERE subscription_id = ?')
      .bind(subscription.id)
      .all();
    const listed = json.matches.map(({ id, score }: { id: string; score: number }) => ({ id, score }));
    expect(new Set(results.map((row) => JSON.stringify(row)))).toEqual(
      new Set(listed.map((row: object) => JSON.stringify(row))),
    );
    const { text } = message as { text: string };
    const shy = text.slice(text.indexOf('Shy\n---'), text.indexOf('Request an introduction', text.indexOf('Shy\n---')));
    expect(shy).not.toMatch(/зондтар|USD|Kazakhstan/);
    expect(text).not.toContain('Draft');
    expect(text).not.toContain('gizli@example.org');
  });

  test('tells a match again when it fits better by ten points, and says from where', async () => {
    await putCheap(hub.id, 'startup', 'a', { ...STARTUP, name: 'Topraq' });
    const subscription = await subscribe(hub, FUND);
    await digest(subscription);
    await scoredBefore(subscription, CLEARLY_BETTER - 0.1);
    expect(await subjectOf(subscription)).toBe('nothing_new');
    await scoredBefore(subscription, 0.2);
    const message = await digest(subscription);
    expect(message).toMatchObject({ subject: '1 match for Muğan Fondu now fits better: Topraq' });
    expect((message as { text: string }).text).toMatch(/Up from \d/);
  });

  test('leaves out what has an answer, an introduction or a block', async () => {
    const ids = ['saved', 'passed', 'mailed', 'asked', 'blocked', 'open'];
    for (const id of ids) await putCheap(hub.id, 'startup', id, { ...STARTUP, name: id });
    const subscription = await subscribe(hub, FUND);
    const { key } = hub;
    const to = (id: string) => ({ kind: 'startup', id });
    const answers = ['saved', 'passed'].map((answer) => ({ candidate: to(answer), position: 1, answer }));
    expect((await call('POST', '/v1/feedback', { key, body: { subject: FUND, answers } })).status).toBeLessThan(300);
    await call('POST', '/v1/introductions', {
      key,
      body: { from: FUND, to: to('asked'), message: 'Salam', lang: 'az' },
    });
    await call('POST', '/v1/blocks', { key, body: { owner: FUND, blocked: to('blocked') } });
    await bindings.DB.prepare(
      `INSERT INTO mailed_matches (subscription_id, kind, id, score, mail_id, mailed_at, answer)
       VALUES (?, 'startup', 'mailed', 0, 'mail_0', '2026-11-01', 'saved')`,
    )
      .bind(subscription.id)
      .run();
    expect(await subjectOf(subscription)).toBe('1 new match for Muğan Fondu: open');
  });

  test('is filled with what stands behind matches that have an introduction', async () => {
    const asked = many(5, 'startup', 'asked', STARTUP);
    await putAllCheap(hub.id, asked);
    await putAllCheap(hub.id, many(3, 'startup', 'open', { ...STARTUP, languages: ['hu'], sectors: ['biotech'] }));
    for (const [kind, id] of asked) {
      const body = { from: FUND, to: { kind, id }, message: 'Salam', lang: 'az' };
      expect((await call('POST', '/v1/introductions', { key: hub.key, body })).status).toBe(201);
    }
    expect(await subjectOf(await subscribe(hub, FUND, { max_items: 2 }))).toContain('2 new matches');
  });

  test('keeps to the least score and the most items of its subscriber', async () => {
    await putAllCheap(hub.id, many(5, 'startup', 's', { ...STARTUP, languages: ['hu'], sectors: ['biotech'] }));
    expect(await subjectOf(await subscribe(hub, FUND, { max_items: 3 }))).toContain('3 new matches');
    expect(await subjectOf(await subscribe(hub, FUND, { min_score: 100 }))).toBe('nothing_new');
  });

  test('tells what it left out the next time', async () => {
    await putAllCheap(hub.id, many(5, 'startup', 's', STARTUP));
    const subscription = await subscribe(hub, FUND, { max_items: 3 });
    await digest(subscription);
    expect(await subjectOf(subscription)).toContain('2 new matches');
    expect(await subjectOf(subscription)).toBe('nothing_new');
  });

  test('has links that are signed for this subscriber, this mail and this match', async () => {
    await putCheap(hub.id, 'startup', 'a', STARTUP);
    const subscription = await subscribe(hub, FUND);
    const mail = mailOf(subscription, 'digest');
    const result = await composed(subscription, mail);
    const { html } = (result as { message: { html: string } }).message;
    const tokens = [...html.matchAll(/href="https:\/\/kopru\.example\/mail\/answer\/([^"]+)"/g)].map(
      ([, token]) => token,
    );
    const links = await Promise.all(
      tokens.map((token) => readLink(bindings.KOPRU_KEYRING, 'answer', token as string, new Date())),
    );
    expect(links.map(({ answer }) => answer)).toEqual(['requested', 'saved', 'passed']);
    for (const link of links)
      expect(link).toMatchObject({
        hub: hub.id,
        subscription: subscription.id,
        mail: mail.id,
        kind: 'startup',
        id: 'a',
      });
  });

  test('shows the card of a partner as the partner released it', async () => {
    const [home, away] = await partners();
    await putCheap(home.id, 'startup', 'far', { ...STARTUP, name: 'Far' });
    await consent(home, 'startup', 'far', { releaseText: false });
    await putCheap(away.id, 'investor', 'fund', FITS);
    const subscription = await subscribe(away, FUND);
    const message = await digest(subscription);
    expect(message).toMatchObject({ subject: '1 new match for Muğan Fondu: Far' });
    expect((message as { text: string }).text).not.toContain('зондтар');
  });

  test('of a week with nothing new is sent to those who asked for it', async () => {
    const weekly = { frequency: 'weekly' } as const;
    expect(await digest(await subscribe(hub, FUND, weekly))).toEqual({ skip: 'nothing_new' });
    const asked = await subscribe(hub, FUND, { ...weekly, nothing_new: 1 });
    expect(await subjectOf(asked)).toBe('Nothing new this week for Muğan Fondu');
    expect(await digest(await subscribe(hub, FUND, { nothing_new: 1 }))).toEqual({ skip: 'nothing_new' });
  });

  test('is skipped for who is not there for it any more', async () => {
    await putCheap(hub.id, 'startup', 'a', STARTUP);
    expect(await digest(await subscribe(hub, FUND, { state: 'pending' }))).toEqual({ skip: 'not_confirmed' });
    expect(await digest(await subscribe(hub, FUND, { state: 'ended' }))).toEqual({ skip: 'ended' });
    expect(await digest(await subscribe(hub, FUND, { digest: 0 }))).toEqual({ skip: 'switched_off' });
    expect(await digest(await subscribe(hub, { kind: 'investor', id: 'gone' }))).toEqual({ skip: 'profile_gone' });
  });
});

describe('a digest of twenty matches with the longest texts', () => {
  test.each(LOCALES)('is not cut off by a mailbox, in %s', async (locale) => {
    const sentence = `${'Ұзын мәтін тұздылықты өлшейді және '.repeat(12)}картаны береді. `;
    const long = { ...STARTUP, name: 'Ұ'.repeat(200), pitch: `${STARTUP.pitch} ${sentence.repeat(8)}` };
    await putAllCheap(hub.id, many(20, 'startup', 'i'.repeat(126), long));
    const subscription = await subscribe(hub, FUND, { locale, max_items: 20 });
    const message = (await digest(subscription)) as { html: string; subject: string };

    expect(new TextEncoder().encode(message.html).length).toBeLessThanOrEqual(MOST_BYTES);
    expect([...message.subject].length).toBeLessThanOrEqual(78);
    expect(message.html.match(/\/mail\/answer\//g)?.length).toBe(60);
  });
});

test('a match is news when it was not told or is better by the margin, and never after an answer', () => {
  expect(isNews(50, undefined)).toBe(true);
  expect(isNews(60, { score: 50, answer: null })).toBe(true);
  expect(isNews(59.9, { score: 50, answer: null })).toBe(false);
  expect(isNews(100, { score: 0, answer: 'saved' })).toBe(false);
});
