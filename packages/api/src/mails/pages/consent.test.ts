import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { call } from '../../../test/hub.ts';
import { FUND, headingOf, linkOf, logged, market, reasons, send, stored, visit } from '../../../test/mail-pages.ts';
import { subscribe } from '../../../test/subscribers.ts';
import { viewerOf } from '../../../test/viewer.ts';
import { suppress } from '../../suppressions/store.ts';
import { nextDue } from '../digest/due.ts';
import { PAGE_WORDS } from './strings/index.ts';

const { back, confirm, problems, unsubscribe } = PAGE_WORDS.en;

let hub: { id: string; key: string };
beforeEach(async () => {
  hub = await market();
});

const weekly = { frequency: 'weekly', weekday: 4, hour: 9, time_zone: 'Asia/Tashkent' } as const;

describe('to confirm', () => {
  test('an address says yes to mail, and is told when it comes', async () => {
    const row = await subscribe(hub, FUND, { ...weekly, state: 'pending', confirmed_at: null });
    const path = await linkOf(row, { purpose: 'confirm' });
    expect((await visit(path)).text).toContain('Please confirm your address');
    const { text } = await send(path);
    expect(headingOf(text)).toBe(confirm.done);
    const now = await stored(row);
    expect(now).toMatchObject({ state: 'confirmed', next_at: nextDue(weekly, new Date()).toISOString() });
    expect(Date.parse(now?.confirmed_at ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(text).toMatch(/The next matches come on \d+ \w+ 20\d\d at 09:00\./);
    expect(text).toContain('/mail/preferences/');
    expect(await logged(hub)).toEqual(['subscription.confirmed']);
  });

  test('one without a digest has none due', async () => {
    const row = await subscribe(hub, FUND, { state: 'pending', digest: 0 });
    const { text } = await send(await linkOf(row, { purpose: 'confirm' }));
    expect(await stored(row)).toMatchObject({ state: 'confirmed', next_at: null });
    expect(text).toContain(PAGE_WORDS.en.next.noDigest);
  });

  test('one that has ended does not come back by it', async () => {
    const row = await subscribe(hub, FUND, { state: 'ended' });
    const page = await send(await linkOf(row, { purpose: 'confirm' }));
    expect([page.status, headingOf(page.text)]).toEqual([410, problems.inactive.title]);
    expect(await stored(row)).toMatchObject({ state: 'ended' });
  });
});

describe('to unsubscribe', () => {
  test('ends the mails of one profile, or all of the hub', async () => {
    const email = { email: 'aida@fund.example', email_key: 'aida@fund.example' };
    const row = await subscribe(hub, FUND, email);
    const other = await subscribe(hub, { kind: 'startup', id: 'a' }, email);
    const path = await linkOf(row, { purpose: 'unsubscribe' });
    expect((await visit(path)).text.match(/<button/g)).toHaveLength(2);
    await send(path, { stop: 'one' });
    expect([(await stored(row))?.state, (await stored(other))?.state]).toEqual(['ended', 'confirmed']);
    expect(await reasons(hub)).toEqual([]);
    expect((await visit(path)).text.match(/<button/g)).toHaveLength(1);
    await send(path, { stop: 'all' });
    expect([(await stored(row))?.state, (await stored(other))?.state]).toEqual(['ended', 'ended']);
    expect(await reasons(hub)).toEqual(['unsubscribed']);
    expect(headingOf((await visit(path)).text)).toBe(unsubscribe.done);
    expect(await logged(hub)).toEqual(['subscription.ended', 'suppression.added']);
  });

  test('a mailbox needs one request, in either encoding, without a cookie or a page before it', async () => {
    for (const encoding of ['urlencoded', 'multipart']) {
      const row = await subscribe(hub, FUND);
      const path = await linkOf(row, { purpose: 'unsubscribe' });
      const body = new FormData();
      body.set('List-Unsubscribe', 'One-Click');
      const multipart = new Request('https://x.test', { method: 'POST', body });
      const page =
        encoding === 'urlencoded'
          ? await send(path, { 'List-Unsubscribe': 'One-Click' })
          : await call('POST', path, {
              body: new Uint8Array(await multipart.arrayBuffer()),
              headers: { 'content-type': multipart.headers.get('content-type') ?? '' },
            });
      expect([encoding, page.status]).toEqual([encoding, 200]);
      expect(await stored(row)).toMatchObject({ state: 'ended', next_at: null });
    }
    expect(await reasons(hub)).toEqual(['unsubscribed', 'unsubscribed']);
  });

  test('what says nothing of what is to stop stops nothing', async () => {
    const row = await subscribe(hub, FUND);
    const path = await linkOf(row, { purpose: 'unsubscribe' });
    for (const fields of [{}, { stop: 'everything' }, { 'List-Unsubscribe': 'no' }])
      expect((await send(path, fields as Record<string, string>)).status).toBe(400);
    expect(await stored(row)).toEqual(row);
  });

  test('a form that is too large is refused in words', async () => {
    const row = await subscribe(hub, FUND);
    const page = await send(await linkOf(row, { purpose: 'unsubscribe' }), { stop: 'x'.repeat(40_000) });
    expect([page.status, headingOf(page.text)]).toEqual([400, problems.unreadable.title]);
  });
});

describe('to come back', () => {
  const preferencesIn = (text: string) => /href="(\/mail\/preferences\/[^"]+)"/.exec(text)?.[1] ?? '';

  test('the page after it leads on, and one click takes the address off the list', async () => {
    const row = await subscribe(hub, FUND, { next_at: '2026-11-02T00:00:00.000Z' });
    const { text } = await send(await linkOf(row, { purpose: 'unsubscribe' }), { stop: 'all' });
    const path = preferencesIn(text);
    expect(headingOf((await visit(path)).text)).toBe(back.title);
    expect(await stored(row)).toMatchObject({ state: 'ended' });
    const page = await send(path, { do: 'return' });
    expect([page.status, headingOf(page.text)]).toEqual([200, confirm.done]);
    expect(await stored(row)).toMatchObject({ state: 'confirmed', ended_at: null });
    expect(Date.parse((await stored(row))?.next_at ?? '')).toBeGreaterThan(Date.now());
    expect(await reasons(hub)).toEqual([]);
    expect(await logged(hub)).toEqual(['suppression.added', 'suppression.removed', 'subscription.confirmed']);
  });

  test.each(['bounced', 'complained', 'staff'] as const)(
    'no click brings back an address that was %s',
    async (reason) => {
      const row = await subscribe(hub, FUND);
      await bindings.DB.batch(await suppress(bindings.DB, hub.id, row.email_key, reason, new Date()));
      const path = await linkOf(row, { purpose: 'preferences' });
      const asked = await visit(path);
      expect(asked.text).toContain(back.refused[reason].split('’')[0]);
      expect(asked.text).not.toContain('<button');
      expect((await send(path, { do: 'return' })).status).toBe(409);
      expect(await stored(row)).toMatchObject({ state: 'ended' });
      expect(await reasons(hub)).toEqual([reason]);
    },
  );

  test('no click brings back who was taken off by the hub or the owner of the profile', async () => {
    for (const options of [{ key: hub.key }, await viewerOf(hub.id, FUND.kind, FUND.id)]) {
      const row = await subscribe(hub, FUND);
      const path = await linkOf(row, { purpose: 'preferences' });
      expect((await call('DELETE', `/v1/subscriptions/${row.id}`, options)).status).toBe(204);
      expect((await visit(path)).text).toContain(back.refused.staff);
      expect((await send(path, { do: 'return' })).status).toBe(409);
      expect(await stored(row)).toMatchObject({ state: 'ended' });
    }
  });

  test('only the subscription of the link comes back', async () => {
    const email = { email: 'aida@fund.example', email_key: 'aida@fund.example' };
    const row = await subscribe(hub, FUND, email);
    const other = await subscribe(hub, { kind: 'startup', id: 'a' }, email);
    await send(await linkOf(row, { purpose: 'unsubscribe' }), { stop: 'all' });
    await send(await linkOf(row, { purpose: 'preferences' }), { do: 'return' });
    expect([(await stored(row))?.state, (await stored(other))?.state]).toEqual(['confirmed', 'ended']);
    await send(await linkOf(other, { purpose: 'preferences' }), { do: 'return' });
    expect(await stored(other)).toMatchObject({ state: 'confirmed' });
  });
});
