import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { viewerOf } from '../../test/viewer.ts';

let key: string;
let hubId: string;
beforeAll(async () => {
  ({ key, id: hubId } = await newHub());
});

const MERGE = { 'content-type': 'application/merge-patch+json' };
const path = (id: string) => `/v1/startups/${id}`;
const put = (id: string, body: unknown, headers = {}) => call('PUT', path(id), { key, body, headers });
const patch = (id: string, body: unknown, headers = {}) =>
  call('PATCH', path(id), { key, body, headers: { ...MERGE, ...headers } });
const get = (id: string, headers = {}) => call('GET', path(id), { key, headers });
const remove = (id: string, headers = {}) => call('DELETE', path(id), { key, headers });

describe('a merge patch', () => {
  test('changes what it names, removes what it nulls and keeps the rest', async () => {
    await put('a', STARTUP);
    const { status, json, headers } = await patch('a', { stage: 'growth', country: null, raise: { amount: 5 } });
    expect(status).toBe(200);
    const { country: _, ...kept } = STARTUP;
    const expected = { ...kept, status: 'active', stage: 'growth', raise: { ...STARTUP.raise, amount: 5 } };
    expect(json).toMatchObject({ version: 2, profile: expected });
    expect(json.profile).not.toHaveProperty('country');
    expect(headers.get('etag')).toBe(`"${json.sequence}"`);
    expect((await get('a')).json).toEqual(json);
  });

  test('may come as plain JSON, and one that changes nothing makes no version', async () => {
    await put('plain', STARTUP);
    expect((await call('PATCH', path('plain'), { key, body: { stage: STARTUP.stage } })).json.version).toBe(1);
  });

  test('is checked as the whole profile that it makes', async () => {
    await put('whole', STARTUP);
    const before = (await get('whole')).json;
    const { status, json } = await patch('whole', { pitch: null, raise: { currency: null }, colour: 'red' });
    expect([status, json.code]).toEqual([422, 'invalid_request']);
    expect(json.issues.map((i: { path: string; rule: string }) => `${i.path} ${i.rule}`).sort()).toEqual([
      '/colour unknown_field',
      '/pitch required',
      '/raise/currency required',
    ]);
    expect((await get('whole')).json).toEqual(before);
  });

  test.each([
    ['an array', '[]', MERGE, 422],
    ['half a document', '{"a"', MERGE, 400],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('%s is refused', async (_, body, headers, status) => {
    await put('refused', STARTUP);
    expect((await patch('refused', body, headers)).status).toBe(status);
  });

  test('creates nothing', async () => {
    expect(await patch('unknown', { name: 'A' })).toMatchObject({ status: 404 });
  });

  test('is for a viewer’s own profile alone', async () => {
    await put('mine', STARTUP);
    await put('yours', STARTUP);
    const viewer = await viewerOf(hubId, 'startup', 'mine');
    const body = { stage: 'growth' };
    expect((await call('PATCH', path('mine'), { ...viewer, body })).json.profile.stage).toBe('growth');
    expect((await call('PATCH', path('yours'), { ...viewer, body })).status).toBe(404);
  });

  test('patches at once are all applied', async () => {
    await put('at-once', { name: 'A', pitch: 'Su' });
    const patches = [{ stage: 'seed' }, { trl: 3 }, { country: 'KZ' }, { languages: ['kk'] }];
    const answers = await Promise.all(patches.map((body) => patch('at-once', body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await get('at-once')).json).toMatchObject({ version: 5, profile: Object.assign({}, ...patches) });
  });
});

describe('stored vectors', () => {
  const MARK = btoa('\u0001'.repeat(384));
  const mark = (id: string) =>
    bindings.DB.prepare('UPDATE vectors SET windows = ? WHERE hub_id = ? AND id = ?').bind(MARK, hubId, id).run();
  const kept = async (id: string) =>
    (await bindings.DB.prepare('SELECT windows FROM vectors WHERE hub_id = ? AND id = ?')
      .bind(hubId, id)
      .first('windows')) === MARK;

  test.each([
    ['terms', { stage: 'growth', trl: 3, contact: null }, true],
    ['a sector that has a code', { sectors: ['irrigation', 'fintech'] }, true],
    ['spaces and tags in the text', { pitch: ` <b>${STARTUP.pitch.replace(' ', '  ')}</b>` }, true],
    ['the text', { pitch: 'Басқа мәтін' }, false],
    ['the language that was detected wrongly', { lang: 'ru' }, false],
    ['the language as it was detected', { lang: 'kk' }, true],
    ['a sector that has no code', { sectors: ['irrigation', 'тұзды жер'] }, false],
  ])('of a patch of %s: kept or made anew', async (what, body, expected) => {
    const id = what.replaceAll(' ', '-');
    await put(id, STARTUP);
    await mark(id);
    expect((await patch(id, body)).json.version).toBe(2);
    expect(await kept(id)).toBe(expected);
  });
});

describe('conditions', () => {
  test('a write is refused when the profile was changed since it was read', async () => {
    const tag = (await put('cond', STARTUP)).headers.get('etag') as string;
    expect((await patch('cond', { trl: 2 }, { 'if-match': tag })).status).toBe(200);
    for (const answer of [
      await patch('cond', { trl: 3 }, { 'if-match': tag }),
      await put('cond', STARTUP, { 'if-match': tag }),
      await remove('cond', { 'if-match': tag }),
    ])
      expect(answer).toMatchObject({ status: 412, json: { code: 'precondition_failed' } });
    const { json, headers } = await get('cond');
    expect(json.profile.trl).toBe(2);
    const current = headers.get('etag') as string;
    expect((await patch('cond', { trl: 4 }, { 'if-match': `W/${current}` })).status).toBe(412);
    expect((await remove('cond', { 'if-match': `"0", ${current}` })).status).toBe(204);
  });

  test('If-Match: * writes over what is there and creates nothing', async () => {
    expect((await put('star', STARTUP, { 'if-match': '*' })).status).toBe(412);
    expect((await get('star')).status).toBe(404);
    await put('star', STARTUP);
    expect((await put('star', { ...STARTUP, trl: 1 }, { 'if-match': '*' })).status).toBe(200);
  });

  test('of ten writes at once on one state, one is done', async () => {
    const tag = (await put('race', STARTUP)).headers.get('etag') as string;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => patch('race', { trl: (i % 9) + 1 }, { 'if-match': tag })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    expect((await get('race')).json.version).toBe(2);
  });

  test('a tag does not come again when a profile is deleted and written anew', async () => {
    const tag = (await put('again', STARTUP)).headers.get('etag') as string;
    await remove('again');
    await put('again', { ...STARTUP, name: 'Other' });
    expect((await put('again', STARTUP, { 'if-match': tag })).status).toBe(412);
  });

  test('a read of what is at hand answers 304 with no body', async () => {
    const tag = (await put('read', STARTUP)).headers.get('etag') as string;
    const same = await get('read', { 'if-none-match': `W/${tag}` });
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await get('read', { 'if-none-match': '"0"' })).status).toBe(200);
  });
});

test('writes and deletions at once leave one state, and a record and an event of each', async () => {
  const work = Array.from({ length: 4 }, (_, i) => [
    put('mixed', { ...STARTUP, trl: i + 1 }),
    remove('mixed'),
    patch('mixed', { name: `N${i}` }),
  ]).flat();
  const answers = await Promise.all(work);
  expect(answers.every(({ status }) => [200, 201, 204, 404].includes(status))).toBe(true);
  const done = (status: number) => answers.filter((answer) => answer.status === status).length;
  const count = async (sql: string) => (await bindings.DB.prepare(sql).bind(hubId).first<{ n: number }>())?.n as number;
  for (const [what, n] of [
    ['created', done(201)],
    ['deleted', done(204)],
  ] as const) {
    const events = `SELECT count(*) AS n FROM events WHERE hub_id = ? AND type = 'profile.${what}' AND data ->> 'id' = 'mixed'`;
    const audit = `SELECT count(*) AS n FROM audit WHERE hub_id = ? AND action = 'profile.${what}' AND subject_id = 'mixed'`;
    expect([await count(events), await count(audit)]).toEqual([n, n]);
  }
  const rows = await count("SELECT count(*) AS n FROM profiles WHERE hub_id = ? AND id = 'mixed'");
  expect(rows).toBe(done(201) - done(204));
});

test('an investor is patched the same way', async () => {
  await call('PUT', '/v1/investors/i', { key, body: INVESTOR });
  const { json } = await call('PATCH', '/v1/investors/i', { key, body: { ticket: { min: 900_000 } }, headers: MERGE });
  expect(json.issues).toMatchObject([{ path: '/ticket/min', rule: 'min_not_above_max' }]);
});
