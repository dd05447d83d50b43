import { matchListSchema } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { consent, type ExchangeHub, partners, putCheap } from '../../test/exchange.ts';
import { feedOf, type Hub, items, market, namesIn, read } from '../../test/feeds/reader.ts';
import { call, INVESTOR, STARTUP } from '../../test/hub.ts';
import { viewerOf } from '../../test/viewer.ts';
import { deleteHub } from '../hubs/erase-store.ts';

describe('a feed', () => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await market();
  });

  test('is what the owner of the profile sees, in both formats', async () => {
    const { urls } = await feedOf(hub);
    const viewer = await viewerOf(hub.id, 'investor', 'fund');
    const list = matchListSchema.parse((await call('GET', '/v1/investors/fund/matches?explain=en', viewer)).json);
    const feed = await items(urls.json);
    expect(feed.map(({ id }) => id?.split('/').at(-1)).sort()).toEqual(list.matches.map(({ id }) => id).sort());
    for (const match of list.matches) {
      const item = feed.find(({ title }) => title === match.card.name);
      for (const { text } of [...match.reasons, ...match.cautions.slice(0, 1)])
        expect(item?.content_text).toContain(text);
    }
    const atom = await read(urls.atom);
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    for (const { id } of feed) expect(atom.text).toContain(`<id>${id}</id>`);
  });

  test('has headers under which no cache keeps it, no page learns of it and no search engine lists it', async () => {
    const { urls } = await feedOf(hub);
    for (const url of Object.values(urls)) {
      const { status, headers } = await read(url);
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('private, no-cache');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('etag')).toMatch(/^W\/"[0-9a-f]{32}"$/);
      const head = await read(url, {}, 'HEAD');
      expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', headers.get('etag')]);
    }
  });

  test('answers 304 to its tag or its date, each file and query for itself', async () => {
    const { urls } = await feedOf(hub);
    for (const url of Object.values(urls)) {
      const { headers } = await read(url);
      const etag = headers.get('etag') ?? '';
      const date = headers.get('last-modified') ?? '';
      expect(Date.parse(date)).toBeLessThanOrEqual(Date.now());
      for (const known of [
        { 'if-none-match': etag },
        { 'if-none-match': `"other", ${etag}` },
        { 'if-modified-since': date },
      ]) {
        const again = await read(url, known as Record<string, string>);
        expect([again.status, again.text]).toEqual([304, '']);
        expect(again.headers.get('etag')).toBe(etag);
        expect(again.headers.get('cache-control')).toBe('private, no-cache');
      }
      // The tag decides where there is one; a date of the reader's own says nothing.
      expect((await read(url, { 'if-none-match': '"other"', 'if-modified-since': date })).status).toBe(200);
      const later = new Date(Date.now() + 86_400_000).toUTCString();
      expect((await read(url, { 'if-modified-since': later })).status).toBe(200);
    }
    const etag = (await read(urls.json)).headers.get('etag') ?? '';
    expect((await read(`${urls.json}?minScore=1`, { 'if-none-match': etag })).status).toBe(200);
    expect((await read(urls.atom, { 'if-none-match': etag })).status).toBe(200);
    expect((await read(`${urls.json}?_=7`, { 'if-none-match': etag })).status).toBe(304);
  });

  test('takes a least score and a length, and tells what is wrong with them', async () => {
    const { urls } = await feedOf(hub);
    expect(await items(`${urls.json}?limit=1`)).toHaveLength(1);
    expect(await items(`${urls.json}?minScore=100`)).toEqual([]);
    const wrong = await read(`${urls.atom}?minScore=many`);
    expect(wrong).toMatchObject({ status: 422, json: { code: 'invalid_request', issues: [{ path: '/minScore' }] } });
    expect((await read(`https://kopru.test/feeds/${'a'.repeat(32)}/feed.atom?minScore=many`)).status).toBe(404);
  });

  test('no longer has a card that was hidden, whatever its reader knows', async () => {
    const own = await market();
    const { urls } = await feedOf(own);
    const { headers } = await read(urls.json);
    const known = { 'if-none-match': headers.get('etag') ?? '' };
    const dated = { 'if-modified-since': headers.get('last-modified') ?? '' };
    expect(await namesIn(urls.json)).toEqual(['Су', 'Топырақ']);
    await putCheap(own.id, 'startup', 'soil', { ...STARTUP, status: 'paused' });
    for (const reader of [known, dated]) {
      const after = await read(urls.json, reader);
      expect(after.status).toBe(200);
      expect(after.text).not.toContain('Топырақ');
    }
    const again = await read(urls.json);
    await call('DELETE', '/v1/startups/water', { key: own.key });
    const gone = await read(urls.json, { 'if-none-match': again.headers.get('etag') ?? '' });
    expect([gone.status, JSON.parse(gone.text).items]).toEqual([200, []]);
    const { results } = await bindings.DB.prepare('SELECT id FROM feed_entries WHERE hub_id = ?').bind(own.id).all();
    expect(results).toEqual([{ id: 'soil' }]);
  });

  test('no longer has a match that the owner passed over', async () => {
    const own = await market();
    const { urls } = await feedOf(own);
    const known = { 'if-none-match': (await read(urls.json)).headers.get('etag') ?? '' };
    const viewer = await viewerOf(own.id, 'investor', 'fund');
    const passed = {
      subject: { kind: 'investor', id: 'fund' },
      answers: [{ candidate: { kind: 'startup', id: 'soil' }, position: 1, answer: 'passed' }],
    };
    expect((await call('POST', '/v1/feedback', { ...viewer, body: passed })).status).toBeLessThan(300);
    expect((await read(urls.json, known)).status).toBe(200);
    expect(await namesIn(urls.json)).toEqual(['Су']);
  });

  test('dates an entry anew when its card changes, and not for anything else', async () => {
    const own = await market();
    const { urls } = await feedOf(own);
    const before = await items(urls.json);
    await putCheap(own.id, 'investor', 'fund', { ...INVESTOR, ticket: { ...INVESTOR.ticket, max: 400_000 } });
    await putCheap(own.id, 'startup', 'soil', { ...STARTUP, contact: { email: 'other@example.org' } });
    expect(await items(urls.json)).toMatchObject(before.map(({ id, date_modified }) => ({ id, date_modified })));
    await putCheap(own.id, 'startup', 'soil', { ...STARTUP, country: 'UZ' });
    const after = await items(urls.json);
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    const dateOf = (list: typeof after, name: string) => list.find(({ title }) => title === name)?.date_modified ?? '';
    expect(dateOf(after, 'Су')).toBe(dateOf(before, 'Су'));
    expect(dateOf(after, 'Топырақ') > dateOf(before, 'Топырақ')).toBe(true);
    expect(after[0]?.title).toBe('Топырақ');
  });

  test('holds nothing private', async () => {
    const own = await market();
    await putCheap(own.id, 'startup', 'soil', { ...STARTUP, private: ['raise'] });
    await call('DELETE', '/v1/startups/water', { key: own.key });
    const { urls } = await feedOf(own);
    for (const url of [urls.atom, urls.json]) {
      const { text } = await read(url);
      expect(text).toContain('Топырақ');
      expect(text).not.toMatch(/gizli|300[\s,.]?000/);
    }
  });
});

describe('across hubs', () => {
  let kz: ExchangeHub;
  let az: ExchangeHub;
  let url: string;
  beforeAll(async () => {
    [kz, az] = await partners();
    await putCheap(kz.id, 'startup', 'kz-own-id', STARTUP);
    await putCheap(az.id, 'investor', 'fund', INVESTOR);
    url = (await feedOf(az, { key: az.key }, { locale: 'az' })).urls.json;
  });

  test('a card is in the feed while its owner consents, and gone by the next request', async () => {
    expect(await items(url)).toEqual([]);
    const empty = (await read(url)).headers.get('etag') ?? '';
    const id = await consent(kz, 'startup', 'kz-own-id');
    const shown = await read(url, { 'if-none-match': empty });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Топырақ');
    expect(shown.text).toContain(kz.id);
    expect(shown.text).not.toContain('kz-own-id');
    const withdrawn = await call('DELETE', `/v1/startups/kz-own-id/consents/${id}`, { key: kz.key });
    expect(withdrawn.status, withdrawn.text).toBeLessThan(300);
    const after = await read(url, { 'if-none-match': shown.headers.get('etag') ?? '' });
    expect([after.status, JSON.parse(after.text).items]).toEqual([200, []]);
  });

  test('nothing is left of a card whose profile was erased in its own hub', async () => {
    await consent(kz, 'startup', 'kz-own-id');
    expect(await items(url)).toHaveLength(1);
    const left = () => bindings.DB.prepare('SELECT id FROM feed_entries WHERE hub_id = ?').bind(az.id).all();
    expect((await left()).results).toHaveLength(1);
    await call('DELETE', '/v1/startups/kz-own-id', { key: kz.key });
    expect((await left()).results).toEqual([]);
    expect(await items(url)).toEqual([]);
  });

  test('nothing is left of the cards and the feeds of a hub that was erased', async () => {
    const [gone, stays] = await partners();
    await putCheap(gone.id, 'startup', 'soil', STARTUP);
    await consent(gone, 'startup', 'soil');
    await putCheap(gone.id, 'investor', 'fund', INVESTOR);
    await putCheap(stays.id, 'investor', 'fund', INVESTOR);
    const feeds = [await feedOf(stays, { key: stays.key }), await feedOf(gone, { key: gone.key })];
    for (const { urls } of feeds) expect(await items(urls.json)).toHaveLength(1);
    await deleteHub(bindings.DB, gone.id);
    for (const { id } of feeds) {
      const row = await bindings.DB.prepare('SELECT id FROM feed_entries WHERE feed_id = ?').bind(id).first();
      expect(row).toBeNull();
    }
    expect(await items(feeds[0]?.urls.json ?? '')).toEqual([]);
    expect((await read(feeds[1]?.urls.json ?? '')).status).toBe(404);
  });
});
