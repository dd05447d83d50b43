import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { dump } from '../../../test/dump.ts';
import { newHub } from '../../../test/hub.ts';
import { askFund, FUND, headingOf, linkOf, mailed, market, send, visit } from '../../../test/mail-pages.ts';
import { subscribe } from '../../../test/subscribers.ts';
import { dumpTables } from '../../../test/tables.ts';
import { closeHub, deleteHub } from '../../hubs/erase-store.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import type { Link, LinkPurpose } from '../links.ts';
import { PAGE_WORDS } from './strings/index.ts';

interface Case {
  readonly subscription: SubscriptionRow;
  readonly path: string;
  /** What the link does beside whom it is for. */
  readonly does: Partial<Link> & { readonly purpose: LinkPurpose };
  /** What its page sends. */
  readonly fields: Record<string, string>;
}

async function make(
  subscription: SubscriptionRow,
  does: Case['does'],
  fields: Record<string, string> = {},
): Promise<Case> {
  return { subscription, does, fields, path: await linkOf(subscription, does) };
}

const form = {
  ...{ do: 'save', frequency: 'weekly', weekday: '5', hour: '18', timeZone: 'Asia/Baku', locale: 'az' },
  ...{ minScore: '60', maxItems: '5', digest: 'on' },
};

type Hub = { id: string; key: string };

/** Every link that a mail can hold. */
const CASES: Readonly<Record<string, (hub: Hub) => Promise<Case>>> = {
  confirm: async (hub) => make(await subscribe(hub, FUND, { state: 'pending' }), { purpose: 'confirm' }),
  'unsubscribe from one': async (hub) => make(await subscribe(hub, FUND), { purpose: 'unsubscribe' }, { stop: 'one' }),
  'unsubscribe from all': async (hub) => make(await subscribe(hub, FUND), { purpose: 'unsubscribe' }, { stop: 'all' }),
  'unsubscribe in one click': async (hub) =>
    make(await subscribe(hub, FUND), { purpose: 'unsubscribe' }, { 'List-Unsubscribe': 'One-Click' }),
  preferences: async (hub) => make(await subscribe(hub, FUND), { purpose: 'preferences' }, form),
  'preferences, to come back': async (hub) =>
    make(await subscribe(hub, FUND, { state: 'ended' }), { purpose: 'preferences' }, { do: 'return' }),
  'answer saved': (hub) => answered(hub, 'saved'),
  'answer passed': (hub) => answered(hub, 'passed', { reason: 'ticket' }),
  'answer requested': (hub) => answered(hub, 'requested', { message: 'Salam' }),
  'introduction accept': (hub) => introduced(hub, 'accept'),
  'introduction decline': (hub) => introduced(hub, 'decline'),
};

async function answered(hub: Hub, answer: NonNullable<Link['answer']>, fields = {}): Promise<Case> {
  const { subscription, mail } = await mailed(hub);
  return make(subscription, { purpose: 'answer', mail, kind: 'startup', id: 'a', answer }, fields);
}

async function introduced(hub: Hub, action: 'accept' | 'decline'): Promise<Case> {
  const introduction = await askFund(hub);
  return make(await subscribe(hub, FUND), { purpose: 'introduction', introduction, action });
}

/** How many rows each table has. */
const counts = async () =>
  Object.fromEntries(Object.entries(await dumpTables()).map(([table, rows]) => [table, rows.length]));

let hub: Hub;
beforeEach(async () => {
  hub = await market();
});
// Each test compares everything that is stored.
afterEach(() => deleteHub(bindings.DB, hub.id));

describe.each(Object.entries(CASES))('a link: %s', (name, makeCase) => {
  test('changes nothing when it is opened, however often', async () => {
    const { path } = await makeCase(hub);
    const before = await dump();
    const page = await visit(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<form method="post">');
    const head = await visit(path, {}, 'HEAD');
    expect([head.status, head.text]).toEqual([200, '']);
    expect((await visit(path)).text).toBe(page.text);
    expect(await dump()).toBe(before);
  });

  test('is done by one click, and a second one changes nothing', async () => {
    const { path, fields } = await makeCase(hub);
    const before = await dump();
    const first = await send(path, fields);
    expect(first.status).toBe(200);
    const after = await dump();
    expect(after).not.toBe(before);
    const second = await send(path, fields);
    expect([second.status, headingOf(second.text)]).toEqual([200, headingOf(first.text)]);
    expect(await dump()).toBe(after);
    expect((await visit(path)).status).toBe(200);
    expect(await dump()).toBe(after);
  });

  test('is done once by two clicks at the same time', async () => {
    const grown = async (clicks: number) => {
      const { id } = hub;
      const { path, fields } = await makeCase(hub);
      const before = await counts();
      const pages = await Promise.all(Array.from({ length: clicks }, () => send(path, fields)));
      expect(pages.map(({ status }) => status)).toEqual(Array(clicks).fill(200));
      const after = await counts();
      await deleteHub(bindings.DB, id);
      hub = await market();
      // The log holds each giving of feedback, as of the API, also of one that was given already.
      const isLogged = !/saved|passed/.test(name);
      const tables = Object.keys(after).filter((table) => isLogged || table !== 'audit');
      return tables.map((table) => `${table} +${Number(after[table]) - Number(before[table])}`);
    };
    expect(await grown(3)).toEqual(await grown(1));
  });

  test('is refused when it is not the one that was signed, and nothing is changed', async () => {
    const { path, does, fields, subscription } = await makeCase(hub);
    const other = await newHub();
    const past = new Date(Date.now() - 1000);
    const purposes: LinkPurpose[] = ['confirm', 'answer', 'introduction', 'preferences', 'unsubscribe'];
    const wrong: [path: string, status: number, problem: 'invalid' | 'expired' | 'gone'][] = [
      [path.replace(/.{8}$/, 'AAAAAAAA'), 404, 'invalid'],
      [path.replace(/\.[^.]+\./, '.eyJodWIiOiJoIn0.'), 404, 'invalid'],
      [`${path.slice(0, -4)}`, 404, 'invalid'],
      [`/mail/${does.purpose}/x`, 404, 'invalid'],
      [await linkOf(subscription, { ...does, expires: past }), 410, 'expired'],
      [await linkOf({ ...subscription, hub_id: other.id }, does), 410, 'gone'],
      [await linkOf({ ...subscription, id: 'sub_unknown' }, does), 410, 'gone'],
      ...purposes
        .filter((purpose) => purpose !== does.purpose)
        .map((purpose) => [path.replace(does.purpose, purpose), 404, 'invalid'] as [string, number, 'invalid']),
    ];
    const before = await dump();
    for (const [at, status, problem] of wrong) {
      const headers = { 'accept-language': 'ky-KG,ru;q=0.8' };
      for (const page of [await visit(at, headers), await send(at, fields, headers)]) {
        expect([at, page.status]).toEqual([at, status]);
        expect(headingOf(page.text)).toBe(PAGE_WORDS.ky.problems[problem].title);
        expect(page.text).toContain('lang="ky"');
      }
    }
    expect(await dump()).toBe(before);
  });

  test.each([
    ['was erased', () => deleteHub(bindings.DB, hub.id)],
    ['is being erased', () => bindings.DB.batch(closeHub(bindings.DB, hub.id, new Date()))],
  ])('is refused kindly when its hub %s', async (_, erase) => {
    const { path, fields } = await makeCase(hub);
    await erase();
    for (const page of [await visit(path), await send(path, fields)]) {
      expect(page.status).toBe(410);
      expect(headingOf(page.text)).toBe(PAGE_WORDS.en.problems.gone.title);
    }
  });
});
