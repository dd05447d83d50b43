import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { bytes, dump } from '../../test/dump.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { act, askFor, MESSAGE, newMember, newPartners } from '../../test/meeting.ts';
import { viewerOf } from '../../test/viewer.ts';
import { keepAnswer } from '../idempotency/store.ts';
import { replayDeletions } from './replay.ts';

let key: string;
let hubId: string;
beforeAll(async () => {
  ({ key, id: hubId } = await newHub());
});

/** Stands in every field of the subject that takes free text. */
const MARK = 'Zümrüdüanka';
const SUBJECT = {
  ...STARTUP,
  name: `${MARK} "tırnak" Ltd`,
  pitch: `${MARK} ${STARTUP.pitch}`,
  sectors: ['irrigation', `${MARK} su`],
  website: `https://example.org/${encodeURIComponent(MARK)}`,
  contact: { name: `${MARK} Bey`, email: 'zumruduanka@example.org', phone: '+994 50 zumruduanka' },
  team: { size: 3, summary: `${MARK} team` },
  traction: { customers: 2, summary: `${MARK} traction` },
};
const MARKS = [MARK, MARK.toLowerCase(), encodeURIComponent(MARK), 'zumruduanka'];

const vectorsOf = async (id: string, hub = hubId) => {
  const { results } = await bindings.DB.prepare(
    'SELECT windows, sentences, names FROM vectors WHERE hub_id = ? AND id = ?',
  )
    .bind(hub, id)
    .all<Record<string, string>>();
  return results.flatMap((row) => Object.values(row)).filter(Boolean);
};

describe('an erasure', () => {
  test('leaves no byte of the subject in any table or cache', async () => {
    const path = '/v1/startups/subject';
    const send = (method: string, at: string, body: unknown, headers = {}) =>
      call(method, at, { key, body, headers: { 'idempotency-key': crypto.randomUUID(), ...headers } });
    await call('PUT', '/v1/investors/other', { key, body: INVESTOR });
    expect((await send('PUT', path, SUBJECT)).status).toBe(201);
    expect((await send('PATCH', path, { stage: 'pre_seed' })).json.profile.name).toBe(SUBJECT.name);
    const viewer = await viewerOf(hubId, 'startup', 'subject');
    viewer.headers = { ...viewer.headers, 'cf-connecting-ip': '203.0.113.77' } as typeof viewer.headers;
    expect((await call('PATCH', path, { ...viewer, body: { trl: 4 } })).status).toBe(200);
    expect((await call('GET', `${path}/export`, viewer)).status).toBe(200);
    expect((await call('GET', `${path}/matches?explain=tr`, viewer)).json.matches).toHaveLength(1);
    expect((await call('GET', '/v1/investors/other/matches', { key })).json.matches[0].card.name).toBe(SUBJECT.name);
    // Its card stands in the stored answer of a request that does not name it.
    expect((await send('POST', '/v1/match', { kind: 'investor', profile: INVESTOR })).text).toContain(MARK);

    const vectors = await vectorsOf('subject');
    const before = await dump();
    expect(vectors).toHaveLength(3);
    const traces = [...MARKS, ...vectors, '203.0.113.'].map((text) => bytes(text));
    for (const text of traces) expect(before.includes(text), text).toBe(true);

    expect((await send('DELETE', path, undefined)).status).toBe(204);
    const after = await dump();
    for (const text of traces) expect(after.includes(text), text).toBe(false);
    expect(after).toContain(bytes(INVESTOR.name));
    expect((await call('GET', '/v1/investors/other/matches', { key })).json.matches).toEqual([]);
  });

  test('reaches what other hubs, introductions, consents, feedback and imports hold', async () => {
    const [a, b] = await newPartners();
    const subject = await newMember(a, 'startup', 'subject', SUBJECT);
    const fund = await newMember(b, 'investor', 'fund');
    const once = (options: { key?: string; headers?: object }) => ({
      ...options,
      headers: { ...options.headers, 'idempotency-key': crypto.randomUUID() },
    });
    const consent = {
      hubs: 'all',
      releaseText: true,
      text: { version: '1', language: 'az' },
      givenBy: MARK,
      method: 'form',
    };
    const given = await call('POST', '/v1/startups/subject/consents', { ...once({ key: a.key }), body: consent });
    expect(given.status).toBe(201);
    const asked = await askFor(fund, subject, once({ key: b.key }));
    expect(asked.status).toBe(201);
    const accepted = await act(asked.json.id, 'accept', once(subject.viewer));
    expect(accepted.status).toBe(200);
    const list = await call('POST', '/v1/match', {
      ...once({ key: b.key }),
      body: { kind: 'investor', profile: INVESTOR },
    });
    expect(list.text).toContain(MARK);
    const answers = [{ candidate: { kind: 'startup', id: subject.exchangeId }, position: 1, answer: 'saved' }];
    const feedback = { subject: { kind: 'investor', id: 'fund' }, answers };
    expect((await call('POST', '/v1/feedback', { key: b.key, body: feedback })).status).toBe(204);
    const block = { owner: { kind: 'startup', id: 'subject' }, blocked: { kind: 'investor', id: fund.exchangeId } };
    expect((await call('POST', '/v1/blocks', { ...once({ key: a.key }), body: block })).status).toBe(201);
    const upload = await call('POST', '/v1/imports?kind=startup', {
      key: a.key,
      body: `${JSON.stringify({ id: 'subject', profile: SUBJECT })}\n`,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(upload.status).toBe(202);
    const { json: owned } = await call('GET', '/v1/startups/subject/export', subject.viewer);
    expect(owned.records.introduction).toHaveLength(1);
    const consents = owned.records.consent as { givenBy: string; withdrawnAt: string | null }[];
    expect(consents.filter(({ withdrawnAt }) => withdrawnAt === null)).toMatchObject([{ givenBy: MARK }]);
    expect((await call('GET', '/v1/investors/fund/export', fund.viewer)).json.records.feedback).toMatchObject([
      { candidate: { kind: 'startup', id: subject.exchangeId }, answer: 'saved' },
    ]);

    const vectors = await vectorsOf('subject', a.id);
    const traces = [...MARKS, ...vectors, MESSAGE].map((text) => bytes(text));
    const before = await dump();
    for (const text of traces) expect(before.includes(text), text).toBe(true);
    expect((await call('DELETE', '/v1/startups/subject', subject.viewer)).status).toBe(204);
    const after = await dump();
    for (const text of traces) expect(after.includes(text), text).toBe(false);
  });

  test('takes the answer that a write of before is about to keep, and not its key', async () => {
    await call('PUT', '/v1/startups/late', { key, body: SUBJECT });
    await bindings.DB.prepare(
      "INSERT INTO idempotency (owner, key, fingerprint, created_at) VALUES (?, 'late', 'x', ?)",
    )
      .bind(`${hubId}/secret`, new Date().toISOString())
      .run();
    const headers = { 'idempotency-key': 'erase-late' };
    expect((await call('DELETE', '/v1/startups/late', { key, headers })).status).toBe(204);
    const answer = { status: 200, headers: '[]', body: JSON.stringify(SUBJECT) };
    await keepAnswer(bindings.DB, `${hubId}/secret`, 'late', answer);
    const { results } = await bindings.DB.prepare(
      "SELECT key, status, body FROM idempotency WHERE key LIKE '%late' ORDER BY key",
    ).all();
    expect(results).toEqual([
      { key: 'erase-late', status: 204, body: '' },
      { key: 'late', status: 200, body: null },
    ]);
    expect((await call('DELETE', '/v1/startups/late', { key, headers })).status).toBe(204);
  });

  test('touches nothing of another profile, kind or hub', async () => {
    const other = await newHub();
    const body = { name: 'Başka', pitch: 'Su' };
    await call('PUT', '/v1/startups/same', { key, body: STARTUP });
    await call('PUT', '/v1/investors/same', { key, body: INVESTOR });
    await call('PUT', '/v1/startups/same', {
      key: other.key,
      body,
      headers: { 'idempotency-key': 'theirs' },
    });
    const seen = async () => [
      (await call('GET', '/v1/investors/same', { key })).text,
      (await call('GET', '/v1/startups/same', { key: other.key })).text,
      (await call('GET', '/v1/audit', { key: other.key })).text,
      (await bindings.DB.prepare("SELECT body FROM idempotency WHERE key = 'theirs'").first('body')) as string,
    ];
    const before = await seen();
    expect((await call('DELETE', '/v1/startups/same', { key })).status).toBe(204);
    expect(await seen()).toEqual(before);
    expect((await call('GET', '/v1/deletions', { key: other.key })).json.items).toEqual([]);
  });

  test('of a profile that came back with a backup, beside its tombstone', async () => {
    await call('PUT', '/v1/startups/back', { key, body: STARTUP });
    await bindings.DB.prepare("INSERT INTO deletions (hub_id, kind, id, sequence) VALUES (?, 'startup', 'back', 1)")
      .bind(hubId)
      .run();
    await call('PUT', '/v1/startups/stays', { key, body: STARTUP });
    await replayDeletions.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now: new Date() });
    expect((await call('GET', '/v1/startups/back', { key })).status).toBe(404);
    expect((await call('GET', '/v1/startups/stays', { key })).status).toBe(200);
    const { items } = (await call('GET', '/v1/deletions', { key })).json;
    const { sequence } = (await call('GET', '/v1/hub', { key })).json;
    expect(items.filter(({ id }: { id: string }) => id === 'back')).toEqual([
      { kind: 'startup', id: 'back', sequence },
    ]);
  });

  test('by its owner keeps no network of the owner either', async () => {
    await call('PUT', '/v1/startups/mine', { key, body: STARTUP });
    const viewer = await viewerOf(hubId, 'startup', 'mine');
    const headers = { ...viewer.headers, 'cf-connecting-ip': '198.51.100.7' };
    expect((await call('DELETE', '/v1/startups/mine', { ...viewer, headers })).status).toBe(204);
    expect(await dump()).not.toContain('198.51.100.');
    const { items } = (await call('GET', '/v1/audit?action=profile.deleted&subject=startup:mine', { key })).json;
    expect(items).toMatchObject([{ actor: { kind: 'viewer', profile: { kind: 'startup', id: 'mine' } } }]);
  });

  test('of one that only waits in an upload takes its rows, as its export shows them', async () => {
    const upload = await call('POST', '/v1/imports?kind=startup', {
      key,
      body: ['waiting', 'stays'].map((id) => `${JSON.stringify({ id, profile: { ...SUBJECT, name: id } })}\n`).join(''),
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(upload.status).toBe(202);
    const viewer = await viewerOf(hubId, 'startup', 'waiting');
    const { status, json } = await call('GET', '/v1/startups/waiting/export', viewer);
    expect([status, json.profile]).toEqual([200, null]);
    expect(json.records['import-row']).toMatchObject([{ id: 'waiting', profile: { name: 'waiting' } }]);

    expect((await call('DELETE', '/v1/startups/waiting', viewer)).status).toBe(204);
    const { results } = await bindings.DB.prepare('SELECT profile_id FROM import_rows WHERE import_id = ?')
      .bind(upload.json.id)
      .all();
    expect(results).toEqual([{ profile_id: 'stays' }]);
    const audit = await call('GET', '/v1/audit?action=profile.deleted&subject=startup:waiting', { key });
    expect(audit.json.items).toHaveLength(1);
    for (const [method, path] of [
      ['GET', '/v1/startups/waiting/export'],
      ['DELETE', '/v1/startups/waiting'],
    ] as const)
      expect((await call(method, path, viewer)).status).toBe(404);
  });

  test('of what is not there is a 404 and leaves no record', async () => {
    expect((await call('DELETE', '/v1/startups/nobody', { key })).status).toBe(404);
    expect((await call('GET', '/v1/audit?subject=startup:nobody', { key })).json.items).toEqual([]);
  });
});

test('the feed of deletions pages by sequence, and a profile that is written again leaves it', async () => {
  const hub = await newHub();
  const ids = ['a', 'b', 'c'];
  for (const id of ids) await call('PUT', `/v1/startups/${id}`, { key: hub.key, body: { name: id, pitch: 'Su' } });
  for (const id of ids) await call('DELETE', `/v1/startups/${id}`, { key: hub.key });
  const feed = (query: string) => call('GET', `/v1/deletions?${query}`, { key: hub.key });
  const first = (await feed('limit=2')).json;
  expect(first).toMatchObject({ items: [{ kind: 'startup', id: 'a' }, { id: 'b' }], more: true });
  const second = (await feed(`limit=2&after=${first.after}`)).json;
  expect(second).toMatchObject({ items: [{ id: 'c' }], more: false });
  expect((await feed(`after=${second.after}`)).json).toEqual({ items: [], after: second.after, more: false });
  await call('PUT', '/v1/startups/b', { key: hub.key, body: { name: 'b', pitch: 'Su' } });
  expect((await feed('')).json.items.map(({ id }: { id: string }) => id)).toEqual(['a', 'c']);
});
