import { beforeEach, describe, expect, test } from 'vitest';
import { FUND, headingOf, linkOf, logged, market, STARTUP_A, send, stored, visit } from '../../../test/mail-pages.ts';
import { subscribe } from '../../../test/subscribers.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import { nextDue } from '../digest/due.ts';
import { PAGE_WORDS } from './strings/index.ts';

const { preferences: own } = PAGE_WORDS.en;

let row: SubscriptionRow;
let path: string;
let hub: { id: string; key: string };
beforeEach(async () => {
  hub = await market();
  row = await subscribe(hub, FUND, { time_zone: 'Pacific/Apia', min_score: 57.5 });
  path = await linkOf(row, { purpose: 'preferences' });
});

const FORM = {
  ...{ do: 'save', frequency: 'weekly', weekday: '5', hour: '18', timeZone: 'Asia/Baku', locale: 'az' },
  ...{ minScore: '62,5', maxItems: '5', digest: 'on', nothingNew: 'on' },
};

/** The controls of a page as a browser would send them. */
async function controls(text: string): Promise<Record<string, string>> {
  const sent: Record<string, string> = {};
  let select = '';
  const rewriter = new HTMLRewriter()
    .on('input', {
      element: (e) => {
        const name = e.getAttribute('name') ?? '';
        if (e.getAttribute('type') !== 'checkbox') sent[name] = e.getAttribute('value') ?? '';
        else if (e.hasAttribute('checked')) sent[name] = 'on';
      },
    })
    .on('select', {
      element: (e) => {
        select = e.getAttribute('name') ?? '';
      },
    })
    .on('option[selected]', {
      element: (e) => {
        sent[select] = e.getAttribute('value') ?? '';
      },
    });
  await rewriter.transform(new Response(text)).text();
  return sent;
}

describe('preferences', () => {
  test('show what is chosen, and sent as they are change nothing', async () => {
    const { text } = await visit(path);
    const shown = await controls(text);
    expect(shown).toEqual({
      ...{ frequency: 'daily', weekday: '1', hour: '8', timeZone: 'Pacific/Apia', locale: 'en' },
      ...{ minScore: '57.5', maxItems: '10', digest: 'on', introduction: 'on', reminder: 'on' },
    });
    expect(headingOf((await send(path, { ...shown, do: 'save' })).text)).toBe(own.saved);
    expect(await stored(row)).toEqual(row);
    expect(await logged(hub)).toEqual([]);
  });

  test('of a startup have a switch for what becomes of its applications, which others keep as it is', async () => {
    const startup = await subscribe(hub, STARTUP_A);
    const own = await linkOf(startup, { purpose: 'preferences' });
    expect(await controls((await visit(own)).text)).toMatchObject({ application: 'on' });
    await send(own, FORM);
    expect(await stored(startup)).toMatchObject({ application: 0 });
    expect(await controls((await visit(own)).text)).not.toHaveProperty('application');
    await send(path, FORM);
    expect(await stored(row)).toMatchObject({ application: 1 });
  });

  test('are saved, with the next digest by the new rhythm and the page in the new language', async () => {
    const { status, text } = await send(path, FORM);
    expect([status, headingOf(text)]).toEqual([200, PAGE_WORDS.az.preferences.saved]);
    expect(text).toContain('<html lang="az"');
    const now = await stored(row);
    expect(now).toMatchObject({
      ...{ frequency: 'weekly', weekday: 5, hour: 18, time_zone: 'Asia/Baku', locale: 'az' },
      ...{ min_score: 62.5, max_items: 5, digest: 1, introduction: 0, reminder: 0, nothing_new: 1 },
    });
    const rhythm = { frequency: 'weekly', weekday: 5, hour: 18, time_zone: 'Asia/Baku' } as const;
    expect(now?.next_at).toBe(nextDue(rhythm, new Date()).toISOString());
    expect(await logged(hub)).toEqual(['subscription.updated']);
  });

  test.each([
    ['minScore', '101', own.numberFrom(0, 100)],
    ['minScore', '', own.numberFrom(0, 100)],
    ['minScore', '1e1', own.numberFrom(0, 100)],
    ['maxItems', '0', own.wholeFrom(1, 20)],
    ['maxItems', '2.5', own.wholeFrom(1, 20)],
    ['maxItems', 'all <b>', own.wholeFrom(1, 20)],
    ['frequency', 'hourly', own.choose],
    ['weekday', '8', own.choose],
    ['hour', '24', own.choose],
    ['timeZone', 'Mars/Olympus', own.choose],
    ['locale', 'de', own.choose],
  ])('with %s "%s" are not saved, and say what is wrong beside it', async (field, value, error) => {
    const { status, text } = await send(path, { ...FORM, [field]: value });
    expect(status).toBe(422);
    expect(await stored(row)).toEqual(row);
    const { [field]: wrong, ...others } = await controls(text);
    const { [field as 'hour']: _, do: __, ...sent } = FORM;
    expect(others).toMatchObject(sent);
    const present = { frequency: 'daily', weekday: '1', hour: '8', timeZone: 'Pacific/Apia', locale: 'en' };
    // Of a list the present choice is shown again; what was written stays.
    expect(wrong).toBe(field in present ? present[field as 'hour'] : value.replace('<b>', '&lt;b&gt;'));
    expect(text.match(/aria-invalid="true"/g)).toHaveLength(1);
    expect(text).toContain(`<p class="error" id="${field}-error">${error}</p>`);
    expect(text).toMatch(new RegExp(`id="${field}"[^>]* aria-describedby="${field}-error`));
  });

  test('sent without a form change nothing', async () => {
    expect((await send(path)).status).toBe(400);
    expect(await stored(row)).toEqual(row);
  });

  test('never bring back one that has ended meanwhile', async () => {
    const stop = await linkOf(row, { purpose: 'unsubscribe' });
    await Promise.all([send(stop, { stop: 'one' }), send(path, FORM), send(path, { ...FORM, hour: '9' })]);
    expect(await stored(row)).toMatchObject({ state: 'ended', next_at: null });
    expect(headingOf((await send(path, FORM)).text)).toBe(PAGE_WORDS.en.back.title);
  });
});
