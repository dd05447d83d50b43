import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { LiveSource } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { agree, consent, type ExchangeHub, exchangeHub, putCheap } from '../../test/exchange.ts';
import { call, newHub, SAMPLES, STARTUP } from '../../test/hub.ts';
import type { Queryable } from '../lib/queryable.ts';
import { countLive } from './live-store.ts';

let hub: { id: string; key: string };
let other: { id: string; key: string };
beforeAll(async () => {
  [hub, other] = await Promise.all([newHub(), newHub()]);
});

const PLAN = {
  title: { en: 'Plan 2026', tr: 'Plan 2026' },
  isPublic: true,
  actions: [
    {
      id: 'meet',
      title: { en: 'Introduce across borders' },
      owner: 'Hub',
      startsOn: '2026-01-01',
      dueOn: '2090-12-31',
      status: 'under_way',
      indicators: [
        { id: 'asked', name: { en: 'Asked' }, target: 10, live: 'introductions' },
        { id: 'held', name: { en: 'Held' }, target: 4, readings: [{ on: '2026-03-01', value: 1 }] },
      ],
    },
    { id: 'old', title: { en: 'Old' }, owner: 'Ministry', startsOn: '2024-01-01', dueOn: '2024-12-31' },
  ],
};
const path = (id: string) => `/v1/action-plans/${id}`;
const put = (id: string, body: object, headers = {}, key = hub.key) => call('PUT', path(id), { key, body, headers });
const get = (id: string, key = hub.key) => call('GET', path(id), { key });

describe('an action plan', () => {
  test('is written, read with how it stands, listed and deleted', async () => {
    const made = await put('one', PLAN);
    expect(made.status).toBe(201);
    expect(made.headers.get('etag')).toBe('"1"');
    const { json } = await get('one');
    expect(json).toEqual(made.json);
    expect(json.plan).toMatchObject(PLAN);
    expect(json.states).toMatchObject([
      {
        id: 'meet',
        progress: 0.125,
        indicators: [
          { value: 0, progress: 0 },
          { value: 1, progress: 0.25 },
        ],
      },
      { id: 'old', standing: 'late', progress: null, indicators: [] },
    ]);
    const { json: list } = await call('GET', '/v1/action-plans', { key: hub.key });
    expect(list.items).toMatchObject([{ id: 'one', version: 1, title: PLAN.title, isPublic: true }]);
    expect((await call('DELETE', path('one'), { key: hub.key })).status).toBe(204);
    expect((await get('one')).status).toBe(404);
    expect((await call('GET', `${path('one')}/history`, { key: hub.key })).status).toBe(404);
  });

  test('keeps who changed what, and refuses a write to another state', async () => {
    await put('kept', PLAN);
    const [meet, old] = PLAN.actions;
    const changed = await put('kept', { ...PLAN, actions: [meet, { ...old, status: 'done' }] }, { 'if-match': '"1"' });
    expect(changed.json).toMatchObject({ version: 2, states: [{}, { standing: 'done', progress: 1 }] });
    expect((await put('kept', PLAN, { 'if-match': '"1"' })).status).toBe(412);
    const { json } = await call('GET', `${path('kept')}/history`, { key: hub.key });
    expect(json.items).toMatchObject([
      { version: 2, by: { kind: 'secret' }, changes: [{ path: '/actions/old/status', from: 'planned', to: 'done' }] },
      { version: 1, changes: [] },
    ]);
    const { json: audit } = await call('GET', '/v1/audit?limit=5', { key: hub.key });
    expect(JSON.stringify(audit)).not.toContain('Ministry');
  });

  test('names what is wrong with it, and keeps nothing', async () => {
    const [meet] = PLAN.actions;
    const issue = async (action: object) => (await put('bad', { ...PLAN, actions: [action] })).json.issues;
    expect(await issue({ ...meet, dueOn: '2025-01-01' })).toMatchObject([
      { path: '/actions/0/dueOn', message: 'must not be before startsOn' },
    ]);
    expect(await issue({ ...meet, title: {} })).toMatchObject([{ path: '/actions/0/title' }]);
    expect((await put('bad', { ...PLAN, actions: [meet, meet] })).json.issues).toMatchObject([{ path: '/actions' }]);
    expect((await get('bad')).status).toBe(404);
  });

  test('is of its hub alone, and public only when it says so', async () => {
    await put('mine', { ...PLAN, isPublic: false });
    expect((await get('mine', other.key)).status).toBe(404);
    expect((await call('DELETE', path('mine'), { key: other.key })).status).toBe(404);
    await put('mine', { ...PLAN, title: { en: 'Theirs' } }, {}, other.key);
    expect((await get('mine')).json.plan.title).toEqual(PLAN.title);
    const page = (hubId: string, file = 'mine') => call('GET', `/action-plans/${hubId}/${file}`);
    expect((await page(hub.id)).status).toBe(404);
    expect((await page('no-such-hub')).status).toBe(404);
    expect((await page(other.id)).status).toBe(200);
  });
});

describe('the public page', () => {
  const read = async (file: string, headers = {}) => {
    const answer = await call('GET', `/action-plans/${hub.id}/${file}`, { headers });
    return { ...answer, type: answer.headers.get('content-type') };
  };
  beforeAll(async () => {
    await put('open', { ...PLAN, title: { ...PLAN.title, kk: '<b>Жоспар</b>' } });
  });

  test('tells the plan in the language of the reader, with nothing that could run', async () => {
    const { text, type, headers } = await read('open', { 'accept-language': 'kk' });
    expect(type).toContain('text/html');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('lang="kk"');
    expect(text).toContain('&lt;b&gt;Жоспар&lt;/b&gt;');
    expect(text).toContain('Introduce across borders');
    expect((await read('open?lang=tr')).text).toContain('<html lang="tr"');
  });

  test('does not tell counts below five, and tells the hub', async () => {
    const { json } = await read('open.json');
    expect(json.states[0].indicators[0]).toMatchObject({ value: null, progress: null });
    expect((await get('open')).json.states[0].indicators[0].value).toBe(0);
  });

  test('is there as CSV and as a calendar', async () => {
    const csv = await read('open.csv');
    expect(csv.type).toContain('text/csv');
    expect(csv.text.split('\r\n')[0]).toBe('id,title,owner,partners,countries,startsOn,dueOn,status,standing,progress');
    expect(csv.text).toContain('meet,Introduce across borders,Hub,,,2026-01-01,2090-12-31,under_way,');
    const calendar = await read('open.ics');
    expect(calendar.type).toContain('text/calendar');
    expect(calendar.text).toContain('DTSTART;VALUE=DATE:20901231');
    expect(calendar.text).toContain('SUMMARY:Introduce across borders');
  });

  test('takes what a text or a date may hold: formulas, separators, and the last day that there is', async () => {
    const title = { en: '=HYPERLINK("x"); a, b\nEND:VEVENT' };
    const [meet] = PLAN.actions;
    await put('odd', { ...PLAN, actions: [{ ...meet, title, dueOn: '9999-12-31' }] });
    expect((await read('odd.csv')).text).toContain(`meet,"'=HYPERLINK(""x""); a, b\nEND:VEVENT",`);
    const { status, text } = await read('odd.ics');
    expect(status).toBe(200);
    expect(text.match(/END:VEVENT/g)).toHaveLength(2);
    expect(text).toContain('SUMMARY:=HYPERLINK("x")\\; a\\, b END:VEVENT');
  });
});

test('live counts take one statement for each source, and count by the countries of the other side', async () => {
  const [home, near, far] = [await exchangeHub('KZ'), await exchangeHub('TR'), await exchangeHub('UZ')];
  for (const partner of [near, far]) await agree(home, partner);
  for (const [id, hubs] of [
    ['a', 'all'],
    ['b', [near.id]],
    ['c', ['nobody-s']],
  ] as const) {
    await putCheap(home.id, 'startup', id, STARTUP);
    await consent(home, 'startup', id, { hubs });
  }
  const insert = (n: number, [from, to]: readonly [ExchangeHub, ExchangeHub], delivered: string | null) =>
    bindings.DB.prepare(
      `INSERT INTO introductions (id, from_hub, from_kind, from_id, from_ref, to_hub, to_kind, to_id, to_ref, state,
         message, created_at, expires_at, delivered_at)
       VALUES (?1, ?2, 'investor', ?1, '~a', ?3, 'startup', 's', '~b', 'requested', '', '2026-01-01', '2026-02-01', ?4)`,
    ).bind(`int_live_${n}`, from.id, to.id, delivered);
  await bindings.DB.batch([
    insert(1, [home, near], null),
    insert(2, [home, far], null),
    insert(3, [near, home], '2026-01-01'),
    insert(4, [near, home], null),
  ]);
  const batch = vi.fn((statements: D1PreparedStatement[]) => bindings.DB.batch(statements));
  const db = { prepare: (sql: string) => bindings.DB.prepare(sql), batch } as unknown as Queryable;
  const asked = [[], ['TR'], ['UZ'], ['TR', 'UZ'], ['HU']] as const;
  const questions = (['introductions', 'released'] as const).flatMap((source) =>
    asked.map((countries) => ({ source, countries })),
  );
  expect(await countLive(db, home.id, questions, new Date())).toEqual([3, 2, 1, 3, 0, 3, 2, 1, 2, 0]);
  expect(batch.mock.calls.map(([statements]) => statements.length)).toEqual([2]);
});

test('what members say came of it is counted once, with the countries of the others', async () => {
  const [home, near, far] = [await exchangeHub('KZ'), await exchangeHub('TR'), await exchangeHub('UZ')];
  const cards = [
    [near, 'investor', '~in'],
    [far, 'investor', '~if'],
    [near, 'patent', '~pn'],
    [far, 'need', '~nf'],
  ] as const;
  for (const [hub, kind, ref] of cards) {
    await putCheap(hub.id, kind, ref.slice(1), SAMPLES[kind]);
    await bindings.DB.prepare('INSERT INTO exchange_ids (id, hub_id, kind, profile_id) VALUES (?, ?, ?, ?)')
      .bind(ref, hub.id, kind, ref.slice(1))
      .run();
  }
  const told = [
    // One round of two countries, which both sides tell of; one of two funds of the hub; one with a fund abroad alone.
    ['startup', 's1', 'investor', 'i1', 'invested'],
    ['investor', 'i1', 'startup', 's1', 'invested'],
    ['startup', 's1', 'investor', '~in', 'invested'],
    ['startup', 's2', 'investor', 'i1', 'invested'],
    ['investor', 'i2', 'startup', 's2', 'invested'],
    ['startup', 's3', 'investor', '~if', 'invested'],
    ['startup', 's3', 'investor', 'i1', 'agreed'],
    ['startup', 's1', 'patent', '~pn', 'agreed'],
    ['startup', 's1', 'patent', 'p1', 'agreed'],
    ['patent', 'p1', 'startup', 's1', 'agreed'],
    ['startup', 's2', 'patent', 'p1', 'met'],
    // One need that found two laboratories, and one of another hub.
    ['need', 'n1', 'lab', 'l1', 'agreed'],
    ['need', 'n1', 'lab', 'l2', 'agreed'],
    ['lab', 'l1', 'need', '~nf', 'agreed'],
  ] as const;
  await bindings.DB.batch(
    told.map(([kind, id, otherKind, other, answer]) =>
      bindings.DB.prepare(
        `INSERT INTO feedback (hub_id, subject_kind, subject_id, candidate_kind, candidate_id, answer, position, signals,
           created_at) VALUES (?, ?, ?, ?, ?, ?, 1, '{}', '2026-01-01')`,
      ).bind(home.id, kind, id, otherKind, other, answer),
    ),
  );
  const asked = [[], ['TR'], ['UZ'], ['KZ']] as const;
  const counts = async (source: LiveSource, hubId = home.id) =>
    countLive(
      bindings.DB,
      hubId,
      asked.map((countries) => ({ source, countries })),
      new Date(),
    );
  expect(await counts('co_investments')).toEqual([1, 1, 0, 1]);
  expect(await counts('licences')).toEqual([2, 1, 0, 1]);
  expect(await counts('certificates')).toEqual([2, 0, 1, 1]);
  expect(await counts('licences', near.id)).toEqual([0, 0, 0, 0]);
});
