import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putCheap } from '../../test/exchange.ts';
import { call, newHub, PROGRAMME, STARTUP } from '../../test/hub.ts';
import { viewerOf } from '../../test/viewer.ts';
import { findHub } from '../hubs/store.ts';
import { tryBatch } from '../lib/guarded-batch.ts';
import { getApplication, retainApplications, updateApplication } from './store.ts';

let hub: { id: string; key: string };
const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  call(method, `/v1/${path}`, { key: hub.key, headers, ...(body && { body }) });
const apply = (startup: string, name = 'Bahar', headers?: Record<string, string>) =>
  send('POST', 'applications', { startup, programme: 'p', call: name }, headers);
const move = (id: string, patch: object) => send('PATCH', `applications/${id}`, patch);

beforeEach(async () => {
  hub = await newHub();
  const calls = [
    ...PROGRAMME.calls,
    { name: 'past', closesOn: '2026-03-01' },
    { name: 'to come', opensOn: '2098-05-05' },
  ];
  await putCheap(hub.id, 'programme', 'p', { ...PROGRAMME, calls });
  for (const id of ['a', 'b', 'c']) await putCheap(hub.id, 'startup', id, { ...STARTUP, name: id });
});

describe('an application', () => {
  test('is taken while the call is open, once, and again after it was declined', async () => {
    const first = await apply('a');
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({ startup: 'a', programme: 'p', call: 'Bahar', state: 'applied', stage: null });
    expect(first.json.moves).toMatchObject([{ state: 'applied', stage: null }]);
    expect(await apply('a')).toMatchObject({ status: 409, json: { detail: expect.stringContaining('already') } });
    await move(first.json.id, { state: 'declined' });
    expect((await apply('a')).status).toBe(201);
  });

  test.each([
    ['past', 409, 'The call "past" closed on 2026-03-01.'],
    ['to come', 409, 'The call "to come" opens on 2098-05-05.'],
    ['none', 422, undefined],
  ])('to the call "%s" is answered %s', async (name, status, detail) => {
    const answer = await apply('a', name);
    expect(answer.status).toBe(status);
    if (detail) expect(answer.json.detail).toBe(detail);
    else expect(answer.json.issues).toMatchObject([{ in: 'body', path: '/call', rule: 'unknown_call' }]);
  });

  test('names profiles that are there, and a programme that is active', async () => {
    expect((await apply('nobody')).json.issues).toMatchObject([{ path: '/startup', rule: 'unknown_id' }]);
    await send('PATCH', 'programmes/p', { status: 'paused' });
    expect((await apply('a')).status).toBe(409);
    await send('DELETE', 'programmes/p');
    expect((await apply('a')).json.issues).toMatchObject([{ path: '/programme', rule: 'unknown_id' }]);
  });

  test('that is sent again under its key is one, and another request under it is refused', async () => {
    const key = { 'idempotency-key': 'apply-to-the-call-1' };
    const [one, again] = [await apply('a', 'Bahar', key), await apply('a', 'Bahar', key)];
    expect(again.json.id).toBe(one.json.id);
    expect((await apply('b', 'Bahar', key)).status).toBe(409);
    expect((await send('GET', 'applications')).json.items).toHaveLength(1);
  });

  test('finds as many places as the call has, also when two are admitted at the same time', async () => {
    const ids = await Promise.all(['a', 'b', 'c'].map(async (id) => (await apply(id)).json.id as string));
    const answers = await Promise.all(ids.map((id) => move(id, { state: 'admitted' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    const full = answers.find(({ status }) => status === 409);
    expect(full?.json.detail).toContain('2 places');
    const cohort = await send('GET', 'applications?programme=p&call=Bahar&state=admitted');
    expect(cohort.json.items).toHaveLength(2);
  });

  test('is changed only as it was read, so that nothing that another wrote meanwhile is lost', async () => {
    const { id } = (await apply('a')).json;
    const db = bindings.DB.withSession('first-primary');
    const read = (await getApplication(db, hub.id, id))!;
    await move(id, { raised: { amount: 5, currency: 'USD' } });
    const late = updateApplication(
      db,
      hub.id,
      read,
      { ...read, stage: 'Pilot' },
      { by: 'k', places: null },
      new Date(),
    );
    expect(await tryBatch(db, late)).toBeUndefined();
    expect((await send('GET', `applications/${id}`)).json).toMatchObject({ stage: null, raised: { amount: 5 } });
  });

  test('moves through the stages that the hub names, and keeps who did it and when', async () => {
    await send('PATCH', 'hub', { settings: { pipeline: ['İdeya', 'Satış'] } });
    const { id } = (await apply('a')).json;
    expect((await move(id, { stage: 'Pilot' })).json.issues).toMatchObject([
      { path: '/stage', rule: 'one_of', message: 'must be one of İdeya, Satış' },
    ]);
    await move(id, { state: 'admitted', stage: 'İdeya' });
    await move(id, { stage: 'Satış' });
    const { json } = await move(id, { state: 'alumni', raised: { amount: 50_000, currency: 'USD' } });
    expect(json).toMatchObject({ state: 'alumni', stage: 'Satış', raised: { amount: 50_000, currency: 'USD' } });
    expect(json.moves.map(({ state, stage }: { state: string; stage: string }) => [state, stage])).toEqual([
      ['applied', null],
      ['admitted', 'İdeya'],
      ['admitted', 'Satış'],
      ['alumni', 'Satış'],
    ]);
    for (const { at, by } of json.moves)
      expect([at, by]).toEqual([expect.stringMatching(/^20.*Z$/), expect.any(String)]);
    expect((await move(id, { state: 'applied' })).status).toBe(409);
    expect((await move(id, {})).status).toBe(422);
  });
});

describe('the owner of a startup', () => {
  const as = async (id: string, kind: 'startup' | 'programme' = 'startup') => {
    const owner = await viewerOf(hub.id, kind, id);
    return (method: string, path: string, body?: object) =>
      call(method, `/v1/applications${path}`, { ...owner, ...(body && { body }) });
  };
  const TO_P = { startup: 'a', programme: 'p', call: 'Bahar' };

  test('applies, reads its own alone, and withdraws', async () => {
    const [own, other, programme] = [await as('a'), await as('b'), await as('p', 'programme')];
    const made = await own('POST', '', TO_P);
    expect([made.status, made.json.state]).toEqual([201, 'applied']);
    await apply('b');
    expect((await own('GET', '')).json.items).toMatchObject([{ startup: 'a' }]);
    const one = `/${made.json.id}`;
    // Which key decided is the hub's to know.
    expect((await own('GET', one)).json.moves).toEqual([{ at: expect.any(String), state: 'applied', stage: null }]);
    for (const stranger of [other, programme]) {
      expect((await stranger('GET', '?startup=a')).status).toBe(404);
      expect((await stranger('POST', '', TO_P)).status).toBe(404);
      expect((await stranger('GET', one)).status).toBe(404);
      expect((await stranger('PATCH', one, { state: 'withdrawn' })).status).toBe(404);
    }
    expect((await own('PATCH', one, { state: 'withdrawn' })).json.state).toBe('withdrawn');
    expect((await send('GET', `applications${one}`)).json.state).toBe('withdrawn');
  });

  test('reads what the programme is called while that may be shown, and the staff always', async () => {
    const [{ id }, own] = [(await apply('a')).json, await as('a')];
    const named = async () => [
      (await own('GET', '')).json.items[0].programmeName,
      (await own('GET', `/${id}`)).json.programmeName,
    ];
    expect(await named()).toEqual([PROGRAMME.name, PROGRAMME.name]);
    for (const patch of [{ status: 'paused' }, { status: 'active', consent: { matching: false } }]) {
      await send('PATCH', 'programmes/p', patch);
      expect(await named()).toEqual([null, null]);
    }
    expect((await send('GET', `applications/${id}`)).json.programmeName).toBe(PROGRAMME.name);
  });

  test.each([
    [{ state: 'admitted' }],
    [{ raised: { amount: 1, currency: 'USD' } }],
    [{ state: 'withdrawn', stage: 'Pilot' }],
  ])('leaves to the staff %j', async (patch) => {
    const { id } = (await apply('a')).json;
    expect((await (await as('a'))('PATCH', `/${id}`, patch)).status).toBe(403);
    expect((await send('GET', `applications/${id}`)).json).toMatchObject({ state: 'applied', raised: null });
  });

  test.each([
    ['is paused', () => send('PATCH', 'programmes/p', { status: 'paused' })],
    ['may not be shown', () => send('PATCH', 'programmes/p', { consent: { matching: false } })],
  ])('finds no programme that %s', async (_, hide) => {
    expect((await hide()).status).toBeLessThan(300);
    const { status, json } = await (await as('a'))('POST', '', TO_P);
    expect([status, json.issues]).toMatchObject([422, [{ path: '/programme', rule: 'unknown_id' }]]);
  });

  test('is told nothing of calls that the programme keeps private, not even whether there is one of that name', async () => {
    await send('PATCH', 'programmes/p', { private: ['calls'] });
    const own = await as('a');
    const answers = await Promise.all(
      ['Bahar', 'past', 'to come', 'none'].map(async (name) => (await own('POST', '', { ...TO_P, call: name })).json),
    );
    for (const { issues, detail } of answers) {
      expect(issues).toMatchObject([{ path: '/call', rule: 'unknown_call' }]);
      expect(detail).toBe(answers[0].detail);
    }
  });

  test('is not told that the programme has blocked it: the hub decides on what it sends as on any other', async () => {
    const blocked = { owner: { kind: 'programme', id: 'p' }, blocked: { kind: 'startup', id: 'a' } };
    expect((await send('POST', 'blocks', blocked)).status).toBe(201);
    expect((await (await as('a'))('POST', '', TO_P)).status).toBe(201);
  });
});

test('what becomes of an application is told once, without a name', async () => {
  const { id } = (await apply('a')).json;
  await move(id, { stage: 'Pilot' });
  await move(id, { state: 'admitted' });
  await move(id, { state: 'admitted', raised: { amount: 1, currency: 'USD' } });
  const { results } = await bindings.DB.prepare(
    "SELECT type, data FROM events WHERE hub_id = ? AND type LIKE 'application.%' ORDER BY number",
  )
    .bind(hub.id)
    .all<{ type: string; data: string }>();
  const of = { application: id, startup: 'a', programme: 'p' };
  expect(results.map(({ type, data }) => [type, JSON.parse(data)])).toEqual([
    ['application.applied', { ...of, state: 'applied' }],
    ['application.admitted', { ...of, state: 'admitted' }],
  ]);
});

test('who was not admitted is forgotten with time, and a cohort stays', async () => {
  for (const id of ['a', 'b']) await apply(id);
  await move((await apply('c')).json.id, { state: 'admitted' });
  const stored = await findHub(bindings.DB, hub.id);
  if (!stored) throw new Error('no hub');
  const later = (days: number) => new Date(Date.now() + days * 86_400_000);
  const left = async () =>
    (await send('GET', 'applications')).json.items.map((one: { startup: string }) => one.startup);
  expect(await retainApplications(bindings.DB, stored, later(729))).toBe(false);
  expect(await left()).toHaveLength(3);
  await retainApplications(bindings.DB, stored, later(731));
  expect(await left()).toEqual(['c']);
});

test('a programme has numbers, in all and by call', async () => {
  const [a, b] = [(await apply('a')).json.id, (await apply('b')).json.id];
  await move(a, { state: 'admitted', raised: { amount: 70_000, currency: 'USD' } });
  await move(a, { state: 'alumni' });
  await move(b, { state: 'declined' });
  const { json } = await send('GET', 'programmes/p/numbers');
  expect(json).toMatchObject({ programme: 'p', applied: 2, admitted: 1, alumni: 1 });
  expect(json.raised).toEqual([{ amount: 70_000, currency: 'USD' }]);
  expect(json.calls[0]).toEqual({ call: 'Bahar', capacity: 2, applied: 2, admitted: 1, alumni: 1 });
  expect(json.calls).toHaveLength(3);
});

test('what is kept is exported with its history to the startup, and goes with it and with the programme', async () => {
  await apply('a');
  await apply('b');
  const owner = await viewerOf(hub.id, 'startup', 'a');
  const own = await call('GET', '/v1/startups/a/export', owner);
  const { id: keyId } = (await send('GET', 'keys')).json.items[0];
  expect(own.json.records.application).toMatchObject([{ startup: 'a', moves: [{ state: 'applied', stage: null }] }]);
  expect(own.text).not.toContain(keyId);
  // The owner of a programme reads by its token who applied no more here than elsewhere.
  const programme = await call('GET', '/v1/programmes/p/export', await viewerOf(hub.id, 'programme', 'p'));
  expect([programme.status, programme.json.records.application]).toEqual([200, []]);
  const all = (await send('GET', 'export')).text.split('\n').filter((line) => line.includes('"type":"application"'));
  expect(all.map((line) => JSON.parse(line).data.moves)).toMatchObject([
    [{ state: 'applied' }],
    [{ state: 'applied' }],
  ]);
  await send('DELETE', 'startups/a');
  expect((await send('GET', 'applications')).json.items).toMatchObject([{ startup: 'b' }]);
  await send('DELETE', 'programmes/p');
  expect((await send('GET', 'applications')).json.items).toEqual([]);
});

test('another hub finds none of it', async () => {
  const { id } = (await apply('a')).json;
  hub = await newHub();
  expect((await send('GET', `applications/${id}`)).status).toBe(404);
  expect((await move(id, { state: 'admitted' })).status).toBe(404);
  expect((await send('GET', 'programmes/p/numbers')).status).toBe(404);
  expect((await send('GET', 'applications')).json.items).toEqual([]);
});
