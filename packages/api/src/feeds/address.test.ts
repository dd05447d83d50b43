import { describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putCheap } from '../../test/exchange.ts';
import { feedOf, market, read } from '../../test/feeds/reader.ts';
import { call, INVESTOR, newHub } from '../../test/hub.ts';
import { keyWith, viewerOf } from '../../test/viewer.ts';
import { FILES } from './paths.ts';

describe('the address of a feed', () => {
  test('is shown once, and kept, exported and recorded nowhere', async () => {
    const hub = await market();
    const made = await feedOf(hub);
    const secret = made.urls.atom.split('/').at(-2) ?? '';
    await read(made.urls.atom);
    expect(secret).toMatch(/^[\w-]{32}$/);
    const dump = await Promise.all(
      ['feeds', 'audit', 'events', 'idempotency', 'feed_entries', 'feed_versions'].map((table) =>
        bindings.DB.prepare(`SELECT * FROM ${table}`).all(),
      ),
    );
    const answers = await Promise.all(
      ['/v1/feeds', '/v1/export', '/v1/audit'].map((path) => call('GET', path, { key: hub.key })),
    );
    const own = await call('GET', '/v1/investors/fund/export', { key: hub.key });
    expect(own.json.records.feed).toMatchObject([{ id: made.id, locale: 'en' }]);
    expect(answers[1]?.text).toContain(`"type":"feed","data":{"id":"${made.id}"`);
    expect(JSON.stringify([dump, answers.map(({ text }) => text), own.text])).not.toContain(secret);
    expect(answers[0]?.json.items).toMatchObject([{ id: made.id, profile: { kind: 'investor', id: 'fund' } }]);
    expect(answers[2]?.text).toContain('feed.created');
  });

  test('is not made twice for one idempotency key', async () => {
    const hub = await market();
    const options = {
      key: hub.key,
      headers: { 'idempotency-key': 'once' },
      body: { kind: 'investor', id: 'fund', locale: 'en' },
    };
    expect((await call('POST', '/v1/feeds', options)).status).toBe(201);
    expect((await call('POST', '/v1/feeds', options)).json.code).toBe('idempotency_answer_not_kept');
    expect((await call('GET', '/v1/feeds', { key: hub.key })).json.items).toHaveLength(1);
  });

  test('answers the same 404 once revoked, with its profile erased, its hub closed, and to whoever guesses', async () => {
    const hub = await market();
    const [a, b] = [await feedOf(hub), await feedOf(hub)];
    expect((await call('DELETE', `/v1/feeds/${a.id}`, { key: hub.key })).status).toBe(204);
    expect((await call('DELETE', `/v1/feeds/${a.id}`, { key: hub.key })).status).toBe(204);
    const answers = [
      await read(a.urls.atom, { 'if-none-match': '*' }),
      await read(`https://kopru.test/feeds/x/feed.atom`),
    ];
    expect((await read(b.urls.atom)).status).toBe(200);
    await call('DELETE', '/v1/investors/fund', { key: hub.key });
    answers.push(await read(b.urls.atom), await read(b.urls.calendar));
    await putCheap(hub.id, 'investor', 'fund', INVESTOR);
    answers.push(await read(b.urls.atom));
    const c = await feedOf(hub);
    await bindings.DB.prepare("INSERT INTO erased_hubs (id, erased_at) VALUES (?, '2026-01-01')").bind(hub.id).run();
    answers.push(...(await Promise.all(Object.values(c.urls).map((url) => read(url)))));
    answers.push(await read(`https://kopru.test/feeds/${'a'.repeat(32)}/feed.atom`));
    const bodies = answers.map(({ status, json }) => ({ status, ...json, requestId: '' }));
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expect(bodies[0]).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('is made by the owner for its own profile, and by a key that may read what it shows', async () => {
    const hub = await market();
    const viewer = await viewerOf(hub.id, 'investor', 'fund');
    const made = await feedOf(hub, viewer);
    const other = { kind: 'startup', id: 'soil', locale: 'en' };
    expect((await call('POST', '/v1/feeds', { ...viewer, body: other })).status).toBe(404);
    const weak = await keyWith(hub.id, ['matches:read', 'matches:write']);
    expect((await call('POST', '/v1/feeds', { key: weak, body: other })).status).toBe(403);
    const stranger = await viewerOf(hub.id, 'startup', 'soil');
    expect((await call('GET', '/v1/feeds', stranger)).json.items).toEqual([]);
    expect((await call('DELETE', `/v1/feeds/${made.id}`, stranger)).status).toBe(404);
    expect((await call('DELETE', `/v1/feeds/${made.id}`, { key: (await newHub()).key })).status).toBe(404);
    expect((await read(made.urls.json)).status).toBe(200);
    expect((await call('DELETE', `/v1/feeds/${made.id}`, viewer)).status).toBe(204);
  });

  test('a profile has at most twenty', async () => {
    const hub = await market();
    for (let i = 0; i < 20; i++) await feedOf(hub);
    const body = { kind: 'investor', id: 'fund', locale: 'en' };
    expect((await call('POST', '/v1/feeds', { key: hub.key, body })).json.code).toBe('conflict');
  });
});

test('every file of an unknown feed is a problem document', async () => {
  for (const file of Object.values(FILES)) {
    const answer = await call('GET', `/feeds/${'0'.repeat(32)}/${file}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  }
});

describe('who asks too much', () => {
  /** Uses a limit up and asks; one that begins anew with a new minute gives another try. */
  const refused = async (key: string, ask: () => ReturnType<typeof read>) => {
    for (let tries = 1; ; tries++) {
      for (let i = 0; i <= bindings.KOPRU_LIMITS.reads; i++) await bindings.READS.limit({ key });
      const answer = await ask();
      if (answer.status === 429 || tries === 3) return answer;
    }
  };

  test('of one feed is refused, and other feeds are not', async () => {
    const hub = await market();
    const [a, b] = [await feedOf(hub), await feedOf(hub)];
    const answer = await refused(`feed ${a.id}`, () => read(a.urls.atom));
    expect([answer.status, answer.json.code]).toEqual([429, 'rate_limited']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await read(b.urls.atom)).status).toBe(200);
  });

  test('of addresses that are no feed is refused by its network', async () => {
    const from = { 'cf-connecting-ip': '203.0.113.7' };
    const guess = (headers: Record<string, string>) =>
      read(`https://kopru.test/feeds/${'b'.repeat(32)}/feed.atom`, headers);
    expect((await guess(from)).status).toBe(404);
    expect((await refused('open 203.0.113.0/24', () => guess(from))).status).toBe(429);
    expect((await guess({ 'cf-connecting-ip': '198.51.100.7' })).status).toBe(404);
  });
});
