import { beforeEach, describe, expect, test } from 'vitest';
import { putCheap } from '../../../test/exchange.ts';
import { call } from '../../../test/hub.ts';
import { FITS } from '../../../test/listening.ts';
import { askFund, FUND, headingOf, linkOf, logged, market, send, visit } from '../../../test/mail-pages.ts';
import { mailsTo, subscribe } from '../../../test/subscribers.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import { PAGE_WORDS } from './strings/index.ts';

const { introduction: own, problems } = PAGE_WORDS.en;

let hub: { id: string; key: string };
let row: SubscriptionRow;
let id: string;
beforeEach(async () => {
  hub = await market();
  row = await subscribe(hub, FUND);
  id = await askFund(hub);
});

const link = (action: 'accept' | 'decline', to = row) =>
  linkOf(to, { purpose: 'introduction', introduction: id, action });
const state = async () => (await call('GET', `/v1/introductions/${id}`, { key: hub.key })).json.state;

describe('a request to meet', () => {
  test('is shown with its message, and without a contact', async () => {
    const { text } = await visit(await link('accept'));
    expect(headingOf(text)).toBe(own.accept('Topraq'));
    expect(text).toContain('<blockquote lang="tr">Tuzluluğu birlikte ölçelim.</blockquote>');
    expect(text).not.toContain('gizli');
  });

  test('is accepted, which both sides are mailed', async () => {
    const { text } = await send(await link('accept'));
    expect(text).toContain(own.contacts);
    expect(text).toContain(own.contactsMailed);
    expect(text).not.toContain('gizli');
    expect(await state()).toBe('accepted');
    expect((await mailsTo(row)).map(({ data }) => JSON.parse(data).event)).toEqual(['requested', 'accepted']);
    expect(await logged(hub)).toEqual(['introduction.accepted']);
  });

  test('is declined', async () => {
    const { text } = await send(await link('decline'));
    expect(headingOf(text)).toBe(own.declined('Topraq'));
    expect(await state()).toBe('declined');
  });

  test.each([
    ['accept', 'decline'],
    ['decline', 'accept'],
  ] as const)('is answered once: not %s and then %s', async (first, then) => {
    await send(await link(first));
    const before = await state();
    for (const page of [await visit(await link(then)), await send(await link(then))])
      expect([page.status, headingOf(page.text)]).toEqual([409, problems.changed.title]);
    expect(await state()).toBe(before);
  });

  test('that was taken back is not answered', async () => {
    await call('POST', `/v1/introductions/${id}/withdraw`, { key: hub.key });
    const page = await send(await link('accept'));
    expect([page.status, headingOf(page.text)]).toEqual([409, problems.changed.title]);
  });

  test('whose sender may not be shown any more is withdrawn, not accepted', async () => {
    await call('POST', '/v1/blocks', { key: hub.key, body: { owner: FUND, blocked: { kind: 'startup', id: 'a' } } });
    expect((await send(await link('accept'))).status).not.toBe(200);
    expect(await state()).not.toBe('accepted');
  });

  test('is nobody else’s to answer: neither the asking side’s nor a stranger’s', async () => {
    await putCheap(hub.id, 'investor', 'stranger', FITS);
    const others = [
      await subscribe(hub, { kind: 'startup', id: 'a' }),
      await subscribe(hub, { kind: 'investor', id: 'stranger' }),
    ];
    for (const other of others) {
      const path = await link('accept', other);
      for (const page of [await visit(path), await send(path)]) {
        expect(page.status).toBe(410);
        expect(page.text).not.toContain('Topraq');
      }
    }
    expect(await state()).toBe('requested');
  });
});
