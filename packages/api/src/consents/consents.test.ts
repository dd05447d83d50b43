import { consentSchema } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { CONSENT, putCheap } from '../../test/exchange.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
import { forgetAnswer } from '../../test/idempotency.ts';
import { keyWith, viewerOf } from '../../test/viewer.ts';

let hub: { id: string; key: string };
const path = '/v1/startups/mine/consents';
const give = (body: object = CONSENT, options: object = {}) => call('POST', path, { key: hub.key, body, ...options });
const list = async (query = '') => (await call('GET', path + query, { key: hub.key })).json;

beforeAll(async () => {
  hub = await newHub();
  for (const id of ['mine', 'other']) await putCheap(hub.id, 'startup', id, STARTUP);
});

describe('a consent', () => {
  test('is a record: purpose, receiving hubs, text version and language, who, when and how', async () => {
    const { status, json } = await give({ ...CONSENT, hubs: ['az'], method: 'paper', givenAt: '2026-01-02T03:04:05Z' });
    expect(status).toBe(201);
    expect(consentSchema.safeParse(json).error).toBeUndefined();
    expect(json).toMatchObject({
      ...{ purpose: 'exchange', hubs: ['az'], releaseText: true, text: CONSENT.text, givenBy: CONSENT.givenBy },
      ...{ method: 'paper', givenAt: '2026-01-02T03:04:05Z', recordedBy: 'secret', withdrawnAt: null },
    });
  });

  test('takes the place of the one before, and withdrawing leaves the record', async () => {
    const { json: given } = await give();
    const [latest, before] = (await list()).items;
    expect(latest).toEqual(given);
    expect(before.withdrawnAt).not.toBeNull();
    for (const status of [204, 204])
      expect((await call('DELETE', `${path}/${given.id}`, { key: hub.key })).status).toBe(status);
    const { items } = await list();
    expect(items.every(({ withdrawnAt }: { withdrawnAt: string | null }) => withdrawnAt !== null)).toBe(true);
  });

  test('that is sent again with its key is not given again, not even after it was withdrawn', async () => {
    const headers = { 'idempotency-key': 'one' };
    const { json: given } = await give(CONSENT, { headers });
    await call('DELETE', `${path}/${given.id}`, { key: hub.key });
    await forgetAnswer('one');
    const told = async () =>
      (
        await bindings.DB.prepare(
          "SELECT type AS what FROM events WHERE hub_id = ?1 UNION ALL SELECT action FROM audit WHERE hub_id = ?1 AND action LIKE 'consent.%'",
        )
          .bind(hub.id)
          .all()
      ).results;
    const before = await told();
    const again = await give(CONSENT, { headers });
    expect(again.json).toMatchObject({ id: given.id, withdrawnAt: expect.any(String) });
    expect(await told()).toEqual(before);
  });

  test('that is withdrawn twice at the same moment is withdrawn once', async () => {
    const { json } = await give();
    const withdraw = () => call('DELETE', `${path}/${json.id}`, { key: hub.key });
    const answers = await Promise.all(Array.from({ length: 8 }, withdraw));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(204));
    const { results } = await bindings.DB.prepare(
      "SELECT 1 FROM events WHERE type = 'consent.withdrawn' AND data ->> '$.consent' = ?",
    )
      .bind(json.id)
      .all();
    expect(results).toHaveLength(1);
  });

  test('counts up the sequence of hub and profile, not its version', async () => {
    const read = async () => (await call('GET', '/v1/startups/mine', { key: hub.key })).json;
    const before = await read();
    await give();
    const after = await read();
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.version).toBe(before.version);
  });

  test('is listed in pages, the latest first', async () => {
    for (let i = 0; i < 3; i++) await give();
    const whole = (await list()).items;
    const pages = [];
    for (let query = '?limit=2'; query; ) {
      const { items, nextCursor } = await list(query);
      pages.push(...items);
      query = nextCursor ? `?limit=2&cursor=${nextCursor}` : '';
    }
    expect(pages).toEqual(whole);
  });

  test('is in the audit log and among the events by ids alone', async () => {
    const { json } = await give();
    await call('DELETE', `${path}/${json.id}`, { key: hub.key });
    const { results: log } = await bindings.DB.prepare(
      "SELECT action, subject_id, details FROM audit WHERE hub_id = ? AND details ->> '$.consent' = ?",
    )
      .bind(hub.id, json.id)
      .all();
    expect(log.map(({ action }) => action).sort()).toEqual(['consent.given', 'consent.withdrawn']);
    const { results: events } = await bindings.DB.prepare(
      "SELECT type FROM events WHERE hub_id = ? AND data ->> '$.consent' = ?",
    )
      .bind(hub.id, json.id)
      .all();
    expect(events.map(({ type }) => type).sort()).toEqual(['consent.given', 'consent.withdrawn']);
    expect(JSON.stringify(log)).not.toContain(CONSENT.givenBy);
  });

  test('goes with its profile', async () => {
    await putCheap(hub.id, 'startup', 'gone', STARTUP);
    await call('POST', '/v1/startups/gone/consents', { key: hub.key, body: CONSENT });
    await call('DELETE', '/v1/startups/gone', { key: hub.key });
    for (const table of ['consents', 'exchange_ids']) {
      const row = await bindings.DB.prepare(`SELECT 1 FROM ${table} WHERE profile_id = 'gone'`).first();
      expect(row, table).toBeNull();
    }
  });
});

describe('whose it is', () => {
  test('the owner gives, reads and withdraws it, and no other profile is there for it', async () => {
    const viewer = await viewerOf(hub.id, 'startup', 'mine');
    const { status, json } = await call('POST', path, { ...viewer, body: CONSENT });
    expect([status, json.recordedBy]).toEqual([201, 'viewer']);
    expect((await call('GET', path, viewer)).json.items[0]).toEqual(json);
    const other = '/v1/startups/other/consents';
    expect((await call('POST', other, { ...viewer, body: CONSENT })).status).toBe(404);
    expect((await call('GET', other, viewer)).status).toBe(404);
    expect((await call('DELETE', `${path}/${json.id}`, viewer)).status).toBe(204);
  });

  test('another hub, and the path of another profile, have no such consent', async () => {
    const { json } = await give();
    const stranger = await newHub();
    await putCheap(stranger.id, 'startup', 'mine', STARTUP);
    expect((await call('DELETE', `${path}/${json.id}`, { key: stranger.key })).status).toBe(404);
    expect((await call('DELETE', `/v1/startups/other/consents/${json.id}`, { key: hub.key })).status).toBe(404);
    expect((await list()).items[0]).toMatchObject({ id: json.id, withdrawnAt: null });
  });

  test('a key needs the scope', async () => {
    const key = await keyWith(hub.id, ['exchange:read', 'profiles:write']);
    expect((await call('POST', path, { key, body: CONSENT })).status).toBe(403);
    expect((await call('GET', path, { key })).status).toBe(200);
  });
});

test.each([
  ['no text', { text: undefined }, '/text'],
  ['a time to come', { givenAt: '2999-01-01T00:00:00Z' }, '/givenAt'],
  ['another purpose', { purpose: 'advertising' }, '/purpose'],
  ['no hub', { hubs: [] }, '/hubs'],
  ['an unknown field', { note: 'x' }, '/note'],
])('a consent with %s is refused', async (_, change, at) => {
  const { status, json } = await give({ ...CONSENT, ...change });
  expect(status).toBe(422);
  expect(json.issues[0].path).toBe(at);
});

test('a consent for an unknown profile answers 404', async () => {
  const unknown = '/v1/startups/unknown/consents';
  expect((await call('POST', unknown, { key: hub.key, body: CONSENT })).status).toBe(404);
  expect((await call('GET', unknown, { key: hub.key })).status).toBe(404);
});
