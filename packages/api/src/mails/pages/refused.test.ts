import { beforeEach, expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { dump } from '../../../test/dump.ts';
import { answerLink, askFund, FUND, headingOf, linkOf, mailed, market, send, visit } from '../../../test/mail-pages.ts';
import { subscribe } from '../../../test/subscribers.ts';
import { PAGE_WORDS } from './strings/index.ts';

let hub: { id: string; key: string };
beforeEach(async () => {
  hub = await market();
});

test('a link to unsubscribe never expires', async () => {
  const subscription = await subscribe(hub, FUND);
  const path = await linkOf(subscription, { purpose: 'unsubscribe', expires: undefined as never });
  expect((await send(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
});

test('who is not confirmed, or not any more, answers nothing by a link', async () => {
  for (const state of ['pending', 'ended'] as const) {
    const told = await mailed(hub);
    const introduction = await askFund(hub);
    await bindings.DB.prepare('UPDATE subscriptions SET state = ? WHERE id = ?')
      .bind(state, told.subscription.id)
      .run();
    const paths = [
      await answerLink(told, 'requested'),
      await answerLink(told, 'passed'),
      await linkOf(told.subscription, { purpose: 'introduction', introduction, action: 'accept' }),
    ];
    const before = await dump();
    for (const path of paths) {
      expect((await visit(path)).status).toBe(410);
      const page = await send(path);
      expect([page.status, headingOf(page.text)]).toEqual([410, PAGE_WORDS.en.problems.inactive.title]);
    }
    expect(await dump()).toBe(before);
  }
});

test('who tries links is told kindly to come back later', async () => {
  const from = { 'cf-connecting-ip': '203.0.113.7', 'accept-language': 'tr' };
  const ask = () => visit('/mail/confirm/x', from);
  let page = await ask();
  expect(page.status).toBe(404);
  // A limit begins anew with each minute.
  for (let tries = 1; tries <= 3 && page.status !== 429; tries++) {
    for (let i = 0; i <= bindings.KOPRU_LIMITS.reads; i++) await bindings.READS.limit({ key: 'open 203.0.113.0/24' });
    page = await ask();
  }
  expect([page.status, headingOf(page.text)]).toEqual([429, PAGE_WORDS.tr.problems.tooMany.title]);
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(page.headers.get('content-type')).toBe('text/html; charset=UTF-8');
});
