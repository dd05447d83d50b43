import { KINDS, type Kind } from '@kopru/sdk/schema';
import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import {
  call,
  EXPERT as EXPERT_OF_HUB,
  INVESTOR as INVESTOR_OF_HUB,
  newHub,
  SAMPLES,
  STARTUP as STARTUP_OF_HUB,
} from '../../test/hub.ts';
import { dumpTables } from '../../test/tables.ts';
import { ORIGIN, publishableKey, viewerOf } from '../../test/viewer.ts';
import { forgetSearches } from './job.ts';
import { countSearch } from './store.ts';

const consent = { matching: true, search: true };
const STARTUP = { ...STARTUP_OF_HUB, consent };
const INVESTOR = { ...INVESTOR_OF_HUB, consent };
const EXPERT = { ...EXPERT_OF_HUB, consent };

const TEXT = 'Zondlar suvarılan torpağın şoranlığını ölçür, fermer xəritədə hansı sahəni yumalı olduğunu görür.';

let hub: { id: string; key: string };
let visitor: string;
beforeEach(async () => {
  hub = await newHub();
  visitor = await publishableKey(hub.id);
});

const open = (settings: object = {}) =>
  call('PATCH', '/v1/hub', { key: hub.key, body: { settings: { anonymousSearch: { enabled: true, ...settings } } } });
const put = (path: string, body: unknown) => call('PUT', `/v1/${path}`, { key: hub.key, body });
const search = (body: object = {}, address = '203.0.113.7', key = visitor) =>
  call('POST', '/v1/search', {
    key,
    body: { kind: 'startup', text: TEXT, ...body },
    headers: { origin: ORIGIN, 'cf-connecting-ip': address },
  });
const ids = (answer: Awaited<ReturnType<typeof search>>) =>
  answer.json.items.map(({ id }: { id: string }) => id).sort();

describe('what a visitor finds', () => {
  test('is nothing until the hub opens its search, and nothing once it is closed again', async () => {
    await put('startups/a', STARTUP);
    expect(await search()).toMatchObject({ status: 403, json: { code: 'forbidden' } });
    await open();
    const found = await search();
    expect(found.status).toBe(200);
    expect(ids(found)).toEqual(['a']);
    expect(found.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    await call('PATCH', '/v1/hub', { key: hub.key, body: { settings: { anonymousSearch: null } } });
    expect((await search()).status).toBe(403);
  });

  test('is cards with what the texts alone say: no contact, no private field, no score and no page', async () => {
    await open();
    await put('startups/a', { ...STARTUP, private: ['raise', 'stage'] });
    const { json, text } = await search();
    expect(Object.keys(json)).toEqual(['items']);
    expect(Object.keys(json.items[0]).sort()).toEqual(['card', 'fit', 'id', 'kind', 'reasons']);
    const { card } = json.items[0];
    expect(card).toMatchObject({ name: STARTUP.name, pitch: STARTUP.pitch, country: 'KZ' });
    for (const field of ['contact', 'consent', 'private', 'status', 'raise', 'stage'])
      expect(card).not.toHaveProperty(field);
    expect(text).not.toContain('gizli@example.org');
  });

  test('is experts by what they write alone: that one works from afar moves no place and is no reason', async () => {
    await open();
    const order = async (afar: string, here: string) => {
      await put(`experts/${afar}`, { ...EXPERT, remote: true, private: ['remote'] });
      await put(`experts/${here}`, { ...EXPERT, remote: false });
      const { json, text } = await search({ kind: 'expert' });
      expect(text).not.toContain('pair.remote');
      return json.items.map(({ id }: { id: string }) => id);
    };
    const first = await order('a', 'b');
    expect(first).toHaveLength(2);
    expect(await order('b', 'a')).toEqual(first);
  });

  test('is what may be shown: active, with consent, and of this hub', async () => {
    await open();
    const other = await newHub();
    await call('PUT', '/v1/startups/foreign', { key: other.key, body: STARTUP });
    await put('startups/shown', STARTUP);
    await put('startups/paused', { ...STARTUP, status: 'paused' });
    const { consent: _, ...silent } = STARTUP;
    await put('startups/silent', silent);
    expect(ids(await search())).toEqual(['shown']);
    await put('startups/only-matched', { ...STARTUP, consent: { matching: true } });
    await put('startups/shown', { ...STARTUP, consent: { matching: false, search: true } });
    expect(ids(await search())).toEqual([]);
  });

  test('does not tell of a hidden text or exclusion by finding or missing a profile', async () => {
    await open();
    await put('startups/hidden', { ...STARTUP, private: ['pitch'] });
    await put('startups/open', STARTUP);
    expect(ids(await search({ text: STARTUP.pitch }))).toEqual(['open']);

    const excluding = { ...INVESTOR, excludedSectors: ['irrigation'] };
    await put('investors/hides', { ...excluding, private: ['excludedSectors'] });
    await put('investors/hides-none', { ...INVESTOR, private: ['excludedSectors'] });
    await put('investors/tells', { ...INVESTOR, private: ['ticket'] });
    for (const text of [TEXT, 'Şəhər teatrı üçün bilet satışı proqramı'])
      expect(ids(await search({ kind: 'investor', text }))).toEqual(['tells']);
  });

  test('does not tell either of a hidden day, licence or fund that keeps out whoever asks', async () => {
    await open();
    const fund = (deployed: number) => ({ size: 1_000_000, deployed, currency: 'USD' });
    const ticket = { min: 100_000, currency: 'USD' };
    const rows: [kind: Kind, field: string, keepsOut: unknown, more?: object][] = [
      ['lab', 'accreditation', { body: 'AzAK', validUntil: '2020-01-01' }],
      ['need', 'neededBy', '2020-01-01'],
      ['offer', 'availability', { until: '2020-01-01' }],
      ['programme', 'calls', [{ name: 'Payız', closesOn: '2020-01-01' }]],
      ['patent', 'licence', { type: 'none' }],
      ['patent', 'jurisdictions', [{ office: 'TR', status: 'lapsed' }]],
      ['investor', 'fund', fund(1_000_000), { ticket, fund: fund(0) }],
      ['investor', 'ticket', { min: 900_000, currency: 'USD' }, { ticket, fund: fund(500_000) }],
    ];
    for (const [kind, field, keepsOut, more] of rows) {
      const profile = { ...SAMPLES[kind], ...more, consent };
      const path = KINDS[kind].path;
      await put(`${path}/tells`, profile);
      await put(`${path}/hides`, { ...profile, private: [field] });
      await put(`${path}/hides-more`, { ...profile, [field]: keepsOut, private: [field] });
      expect([kind, field, ids(await search({ kind }))]).toEqual([kind, field, ['tells']]);
    }
  });

  test('says why: how well the texts agree, and the two sentences that agree most', async () => {
    await open();
    await put('startups/same', STARTUP);
    await put('startups/other', { ...STARTUP, pitch: 'Жас ата-аналарға арналған ертегі кітаптарын басып шығарамыз.' });
    const { json } = await search({ explain: 'kk' });
    const [same, other] = json.items;
    expect([same.id, other.id]).toEqual(['same', 'other']);
    expect(same.fit).toBeGreaterThan(0.5);
    expect(other.fit).toBeLessThan(0.1);
    expect(same.reasons).toMatchObject([
      { key: 'semantic.sentences', evidence: { startup: STARTUP.pitch, investor: TEXT }, text: expect.any(String) },
    ]);
    expect(other.reasons).toEqual([]);
    expect(same.facts).toContainEqual({ field: 'country', label: 'Ел', value: 'Қазақстан' });
    const silent = (await search()).json;
    expect(silent.items[0].reasons[0]).not.toHaveProperty('text');
    expect(silent.items[0]).not.toHaveProperty('facts');
  });

  test('changes with nothing that an owner hides', async () => {
    await open();
    const kept = {
      startup: ['stage', 'country', 'targetMarkets', 'raise', 'sectors', 'languages'],
      investor: ['stages', 'country', 'countries', 'ticket', 'sectors', 'languages'],
    } as const;
    const hidden = {
      startup: [
        { stage: 'growth', country: 'TR', targetMarkets: ['UZ'], sectors: ['fintech'], languages: ['tr'] },
        { sectors: ['irrigation'], raise: { amount: 9, currency: 'USD', instrument: 'grant' } },
        {},
      ],
      investor: [
        { stages: ['growth'], country: 'TR', countries: ['UZ'], sectors: ['fintech'], languages: ['tr'] },
        { sectors: ['irrigation'], ticket: { min: 1, max: 2, currency: 'USD' } },
        {},
      ],
    } as const;
    const shown = {
      startup: { name: 'Топырақ', pitch: STARTUP.pitch, consent },
      investor: { name: 'Muğan Fondu', thesis: INVESTOR.thesis, consent },
    } as const;
    for (const kind of ['startup', 'investor'] as const) {
      const answers = [];
      for (const fields of hidden[kind]) {
        await put(`${kind}s/b`, { ...shown[kind], name: 'Another' });
        await put(`${kind}s/a`, { ...shown[kind], ...fields, private: kept[kind] });
        answers.push((await search({ kind, explain: 'en' })).json);
      }
      expect(answers[0].items).toHaveLength(2);
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
  });

  test('is at most ten', async () => {
    await open();
    for (let i = 0; i < 12; i++) await put(`startups/s${i}`, { ...STARTUP, name: `Startap ${i}` });
    expect((await search()).json.items).toHaveLength(10);
    expect((await search({ limit: 20 })).status).toBe(422);
    expect((await search({ cursor: 'x' })).status).toBe(422);
  });

  test('follows the facets asked for, as far as they are shown', async () => {
    await open();
    await put('startups/kz', STARTUP);
    await put('startups/uz', { ...STARTUP, country: 'UZ', stage: 'pre_seed' });
    await put('startups/secret-uz', { ...STARTUP, country: 'UZ', private: ['country'] });
    expect(ids(await search({ facets: { country: 'UZ' } }))).toEqual(['uz']);
    expect(ids(await search({ facets: { stage: 'seed', country: 'KZ' } }))).toEqual(['kz']);
    expect(ids(await search({ facets: { sector: 'irrigation' } }))).toEqual(['kz', 'secret-uz', 'uz']);
    expect(await search({ facets: { country: 'XX' } })).toMatchObject({
      status: 422,
      json: { issues: [{ path: '/facets/country' }] },
    });
  });

  test('is asked for with a publishable key alone', async () => {
    await open();
    expect((await search({}, '203.0.113.7', hub.key)).status).toBe(403);
    const viewer = await viewerOf(hub.id, 'startup', 'a');
    expect((await call('POST', '/v1/search', { ...viewer, body: { kind: 'startup', text: TEXT } })).status).toBe(403);
  });

  test('needs a word: mark-up alone is told of where it stands', async () => {
    await open();
    expect(await search({ text: '<b></b>' })).toMatchObject({
      status: 422,
      json: { issues: [{ in: 'body', path: '/text', rule: 'has_word' }] },
    });
  });
});

describe('the searches of a day', () => {
  test('are as many as the hub says, to the last one, whoever asks', async () => {
    await open({ perDay: 3 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map((i) => search({}, `203.0.${i}.1`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.json.code).toBe('rate_limited');
    const wait = Number(refused?.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(24 * 3600);
  });

  test('are counted for each network and for the hub, and anew on the next day', async () => {
    const db = bindings.DB.withSession('first-primary');
    const limits = { network: 2, hub: 3 };
    const count = (day: string, network: string) => countSearch(db, hub.id, day, network, limits);
    expect(await count('2026-11-27', 'a')).toBe('counted');
    expect(await count('2026-11-27', 'a')).toBe('counted');
    // Refused for its network, a search does not count for the hub.
    expect(await count('2026-11-27', 'a')).toBe('network_full');
    expect(await count('2026-11-27', 'b')).toBe('counted');
    expect(await count('2026-11-27', 'b')).toBe('hub_full');
    expect(await count('2026-11-28', 'a')).toBe('counted');
  });

  test('end for one network at its own limit', async () => {
    await open();
    await search();
    await bindings.DB.prepare("UPDATE searches SET count = 100 WHERE hub_id = ? AND network <> ''").bind(hub.id).run();
    // A neighbour in the same /24 is the same network.
    expect((await search({}, '203.0.113.99')).status).toBe(429);
    expect((await search({}, '198.51.100.1')).status).toBe(200);
  });

  test('leave no address behind, and another hash in every hub', async () => {
    const other = await newHub();
    const otherKey = await publishableKey(other.id);
    await open();
    await call('PATCH', '/v1/hub', { key: other.key, body: { settings: { anonymousSearch: { enabled: true } } } });
    await search();
    await search({}, '203.0.113.7', otherKey);
    const { searches } = await dumpTables();
    expect(searches?.join()).not.toContain('203.0.113');
    const hashes = (searches ?? []).map((row) => JSON.parse(row)).filter(({ network }) => network !== '');
    const of = (id: string) => hashes.filter(({ hub_id }) => hub_id === id).map(({ network }) => network);
    expect(of(hub.id)).toHaveLength(1);
    expect(of(hub.id)).not.toEqual(of(other.id));
  });

  test('are forgotten by the day after', async () => {
    await open();
    await search();
    const run = (now: Date) => forgetSearches.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now });
    const left = () =>
      bindings.DB.prepare('SELECT count(*) AS n FROM searches WHERE hub_id = ?').bind(hub.id).first('n');
    await run(new Date());
    expect(await left()).toBe(2);
    await run(new Date(Date.now() + 24 * 3_600_000));
    expect(await left()).toBe(0);
  });
});
