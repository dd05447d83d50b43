import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { forgetAnswer } from '../../test/idempotency.ts';
import { askFor, newMember, newPartners, told } from '../../test/meeting.ts';
import { dumpTables, tablesWith } from '../../test/tables.ts';
import { keyWith, operatorKey } from '../../test/viewer.ts';
import { closeHub } from './erase-store.ts';
import { eraseHubs } from './job.ts';

let operator: string;
beforeAll(async () => {
  operator = await operatorKey();
});

const create = (body: unknown, key = operator) => call('POST', '/v1/hubs', { key, body });

describe('a new hub', () => {
  test('comes with its first secret key, shown once, and every default', async () => {
    const { status, headers, json, text } = await create({ id: 'almaty', name: 'Almaty Hub', country: 'KZ' });
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(json.hub).toMatchObject({ id: 'almaty', name: 'Almaty Hub', country: 'KZ', sequence: 0 });
    expect(json.hub.settings).toMatchObject({ exchange: { enabled: false }, anonymousSearch: { enabled: false } });
    const { key } = json.key;
    expect(await tablesWith(key)).toEqual([]);
    expect(text.split(key)).toHaveLength(2);
    expect((await call('GET', '/v1/hub', { key })).json).toEqual(json.hub);
    expect((await call('PUT', '/v1/startups/a', { key, body: STARTUP })).status).toBe(201);
  });

  test('cannot take the id of another, however many ask at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => create({ id: 'bishkek', name: 'Bishkek' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const keys = await bindings.DB.prepare("SELECT count(*) AS n FROM keys WHERE hub_id = 'bishkek'").first('n');
    expect(keys).toBe(1);
  });

  test('under a key whose answer is no longer kept is another one when it has another id', async () => {
    const send = async (id: string) => {
      await forgetAnswer('hub-once');
      const headers = { 'idempotency-key': 'hub-once' };
      return (await call('POST', '/v1/hubs', { key: operator, body: { id, name: 'Once' }, headers })).status;
    };
    expect([await send('once'), await send('once'), await send('once-more')]).toEqual([201, 409, 201]);
  });

  test.each([
    [{ name: 'No id' }, '/id', 'required'],
    [{ id: 'A', name: 'x' }, '/id', 'format'],
    [{ id: 'ok', name: '' }, '/name', 'minimum'],
    [{ id: 'ok', name: 'x', country: 'XX' }, '/country', 'one_of'],
    [{ id: 'ok', name: 'x', settings: { fairness: 2 } }, '/settings/fairness', 'maximum'],
    [{ id: 'ok', name: 'x', settings: { colour: 1 } }, '/settings/colour', 'unknown_field'],
    [{ id: 'ok', name: 'x', owner: 'me' }, '/owner', 'unknown_field'],
  ])('of %j breaks a rule', async (body, path, rule) => {
    const refused = await create(body);
    expect(refused.status).toBe(422);
    expect(refused.json.issues).toContainEqual(expect.objectContaining({ in: 'body', path, rule }));
  });

  test('is the operator’s alone to make and to list', async () => {
    const hub = await newHub();
    for (const [method, path] of [
      ['GET', '/v1/hubs'],
      ['POST', '/v1/hubs'],
      ['DELETE', `/v1/hubs/${hub.id}`],
    ] as const) {
      const body = method === 'POST' ? { id: 'mine', name: 'Mine' } : undefined;
      expect((await call(method, path, { key: hub.key, body })).status).toBe(403);
    }
  });
});

test('the operator sees of the hubs their names and no more, in pages', async () => {
  await newHub();
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { json } = await call('GET', `/v1/hubs?limit=2${cursor && `&cursor=${cursor}`}`, { key: operator });
    for (const hub of json.items) expect(Object.keys(hub).sort()).toEqual(['country', 'createdAt', 'id', 'name']);
    ids.push(...json.items.map(({ id }: { id: string }) => id));
    cursor = json.nextCursor;
  }
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids).toContain('almaty');
});

describe('a hub’s own settings', () => {
  const patch = (key: string, body: unknown) => call('PATCH', '/v1/hub', { key, body });
  const stored = (id: string) =>
    bindings.DB.prepare('SELECT settings FROM hubs WHERE id = ?').bind(id).first<string>('settings');

  test('are merged, kept as they were sent, and counted as a write', async () => {
    const { id, key } = await newHub();
    await patch(key, { settings: { retention: { auditDays: 90 }, exchange: { enabled: true } } });
    const { status, json } = await patch(key, { country: 'UZ', settings: { retention: { importDays: 7 } } });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      country: 'UZ',
      sequence: 2,
      settings: { retention: { auditDays: 90, importDays: 7, introductionDays: 730 }, exchange: { enabled: true } },
    });
    expect((await call('GET', '/v1/hub', { key })).json).toEqual(json);
    // Only what the hub set itself: the rest keeps following the defaults.
    expect(JSON.parse((await stored(id)) as string)).toEqual({
      retention: { auditDays: 90, importDays: 7 },
      exchange: { enabled: true },
    });
  });

  test('are patched as JSON or as JSON Merge Patch', async () => {
    const { key } = await newHub();
    const headers = { 'content-type': 'application/merge-patch+json' };
    const { status, json } = await call('PATCH', '/v1/hub', { key, headers, body: { name: 'Merged' } });
    expect([status, json.name]).toEqual([200, 'Merged']);
    const form = await call('PATCH', '/v1/hub', { key, headers: { 'content-type': 'text/plain' }, body: 'name=x' });
    expect(form.status).toBe(415);
  });

  test('go back to their default with null', async () => {
    const { key } = await newHub();
    await patch(key, { country: 'TR', settings: { fairness: 0, languages: ['tr'], diversity: 0 } });
    const one = await patch(key, { country: null, settings: { fairness: null } });
    expect(one.json).toMatchObject({ country: null, settings: { languages: ['tr'], diversity: 0 } });
    expect(one.json.settings.fairness).toBeGreaterThan(0);
    const all = await patch(key, { settings: null });
    expect(all.json.settings.languages).toHaveLength(9);
  });

  test.each([
    [{ settings: { fairness: 1.5 } }, '/settings/fairness', 'maximum'],
    [{ settings: { retention: { auditDays: 'long' } } }, '/settings/retention/auditDays', 'type'],
    [{ settings: { retention: 90 } }, '/settings/retention', 'type'],
    [{ settings: { languages: [] } }, '/settings/languages', 'minimum'],
    [
      { settings: { exchange: { cardFields: { startup: ['contact'] } } } },
      '/settings/exchange/cardFields/startup/0',
      'one_of',
    ],
    [{ settings: { anonymousSearch: { perDay: 0 } } }, '/settings/anonymousSearch/perDay', 'minimum'],
    [{ settings: { colour: 'red' } }, '/settings/colour', 'unknown_field'],
    [{ name: null }, '/name', 'type'],
    [{ id: 'other' }, '/id', 'unknown_field'],
  ])('with the patch %j break a rule, and stay as they are', async (body, path, rule) => {
    const { key } = await newHub();
    const before = (await call('GET', '/v1/hub', { key })).json;
    const refused = await patch(key, body);
    expect(refused).toMatchObject({ status: 422, json: { code: 'invalid_request' } });
    expect(refused.json.issues).toContainEqual(expect.objectContaining({ in: 'body', path, rule }));
    expect((await call('GET', '/v1/hub', { key })).json).toEqual(before);
  });

  test('lose no patch when many arrive at once', async () => {
    const { key } = await newHub();
    const parts = ['auditDays', 'importDays', 'introductionDays', 'inactiveProfileDays'];
    const answers = await Promise.all(parts.map((part) => patch(key, { settings: { retention: { [part]: 60 } } })));
    const done = parts.filter((_, i) => answers[i]?.status === 200);
    expect(done.length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const { retention } = (await call('GET', '/v1/hub', { key })).json.settings;
    for (const part of done) expect(retention[part]).toBe(60);
  });

  test('are read and written with their scopes', async () => {
    const { id } = await newHub();
    const reader = await keyWith(id, ['hub:read']);
    const writer = await keyWith(id, ['hub:write']);
    expect((await call('GET', '/v1/hub', { key: reader })).status).toBe(200);
    expect((await patch(reader, { name: 'x' })).status).toBe(403);
    expect((await call('GET', '/v1/hub', { key: writer })).status).toBe(403);
    expect((await patch(writer, { name: 'Renamed' })).json.name).toBe('Renamed');
  });
});

describe('an erased hub', () => {
  const erase = (id: string, key = operator) => call('DELETE', `/v1/hubs/${id}`, { key });

  test('is gone from every table and from KV, with its keys; its neighbour is not', async () => {
    const hub = (await create({ id: 'gone', name: 'Silinən Mərkəz' })).json;
    const neighbour = (await create({ id: 'gone-not', name: 'Neighbour' })).json;
    for (const { key } of [hub.key, neighbour.key]) {
      await call('PUT', '/v1/startups/a', { key, body: { ...STARTUP, name: 'Silinən' } });
      await call('PUT', '/v1/investors/b', { key, body: INVESTOR, headers: { 'idempotency-key': 'b' } });
      await call('DELETE', '/v1/startups/a', { key });
      await call('PUT', '/v1/startups/c', { key, body: STARTUP });
      const body = { kind: 'startup', profile: { name: 'x', pitch: 'Suvarma üçün sensorlar' } };
      expect((await call('POST', '/v1/match', { key, body })).status).toBe(200);
    }
    expect((await bindings.CACHE.list({ prefix: 'embedding/gone/' })).keys.length).toBeGreaterThan(0);

    expect((await erase('gone')).status).toBe(204);
    expect((await call('GET', '/v1/hub', { key: hub.key.key })).status).toBe(401);
    const left = await dumpTables();
    const rows = Object.entries(left).flatMap(([table, all]) =>
      all.filter((row) => /"gone"/.test(row)).map((row) => [table, row] as const),
    );
    // What stays is the id, in the list of ids that are not given out again and in the operator's log.
    expect(new Set(rows.map(([table]) => table))).toEqual(new Set(['erased_hubs', 'audit']));
    expect(await tablesWith('Silinən Mərkəz')).toEqual([]);
    expect((await bindings.CACHE.list({ prefix: 'embedding/gone/' })).keys).toEqual([]);

    expect((await call('GET', '/v1/startups/c', { key: neighbour.key.key })).status).toBe(200);
    expect((await bindings.CACHE.list({ prefix: 'embedding/gone-not/' })).keys.length).toBeGreaterThan(0);
    expect((await erase('gone')).status).toBe(404);
    expect(await create({ id: 'gone', name: 'Again' })).toMatchObject({ status: 409, json: { code: 'conflict' } });
  });

  test('leaves nothing of its people in other hubs, which hear that their open introductions ended', async () => {
    const [gone, stays] = await newPartners();
    const startup = await newMember(gone, 'startup', 'startup');
    const investor = await newMember(gone, 'investor', 'investor');
    const fund = await newMember(stays, 'investor', 'fund');
    const neighbour = await newMember(stays, 'startup', 'neighbour');
    expect((await askFor(fund, startup)).status).toBe(201);
    expect((await askFor(investor, neighbour)).status).toBe(201);
    expect((await askFor(fund, neighbour)).status).toBe(201);
    const kept = [startup.exchangeId, neighbour.id];
    const answers = kept.map((id) => ({ candidate: { kind: 'startup', id }, position: 1, answer: 'saved' }));
    const body = { subject: { kind: 'investor', id: 'fund' }, answers };
    expect((await call('POST', '/v1/feedback', { key: stays.key, body })).status).toBe(204);
    const announce = bindings.DB.prepare(
      `INSERT INTO announced_matches (hub_id, left_kind, left_id, right_kind, right_id, found_at)
       VALUES (?, 'startup', ?, 'investor', ?, '2026')`,
    );
    await bindings.DB.batch([
      announce.bind(stays.id, startup.exchangeId, 'fund'),
      announce.bind(stays.id, 'neighbour', investor.exchangeId),
      announce.bind(stays.id, 'neighbour', 'fund'),
    ]);
    const tables = async () => {
      const all = await dumpTables();
      return Object.fromEntries(
        ['feedback', 'announced_matches', 'introductions'].map((table) => [
          table,
          all[table]?.filter((row) => row.includes(`"${stays.id}"`)).length,
        ]),
      );
    };
    expect(await tables()).toEqual({ feedback: 2, announced_matches: 3, introductions: 3 });

    expect((await erase(gone.id)).status).toBe(204);
    for (const { exchangeId } of [startup, investor]) {
      // As of any profile, its id stays in the log and in events.
      expect((await tablesWith(exchangeId)).sort()).toEqual(['audit', 'events']);
    }
    expect(await tables()).toEqual({ feedback: 1, announced_matches: 1, introductions: 1 });
    const { events } = await told(stays.id);
    expect(events.filter(({ type }) => type === 'introduction.withdrawn').map(({ notify }) => notify[0].id)).toEqual(
      expect.arrayContaining(['fund', 'neighbour']),
    );
    expect(events.filter(({ type }) => type === 'introduction.withdrawn')).toHaveLength(2);
  });

  test('shows no card from the moment on in which it is closed', async () => {
    const [gone, stays] = await newPartners();
    await newMember(gone, 'startup', 'startup');
    await newMember(stays, 'investor', 'fund');
    const list = async () => (await call('GET', '/v1/investors/fund/matches', { key: stays.key })).json.matches;
    expect(await list()).toHaveLength(1);
    await bindings.DB.batch(closeHub(bindings.DB, gone.id, new Date()));
    expect(await list()).toEqual([]);
  });

  test('whose erasure was cut off opens to nobody, and the job finishes it', async () => {
    const hub = await newHub();
    await call('PUT', '/v1/startups/a', { key: hub.key, body: STARTUP });
    // More than a page of what hangs on the hub itself.
    await bindings.DB.prepare(
      `INSERT INTO audit (id, hub_id, at, action, actor) SELECT ?1 || value, ?1, '2026', 'x', '{}' FROM json_each(?2)`,
    )
      .bind(hub.id, JSON.stringify(Array.from({ length: 25_000 }, (_, i) => i)))
      .run();
    const db = bindings.DB.withSession('first-primary');
    await db.batch(closeHub(db, hub.id, new Date()));
    expect((await call('GET', '/v1/startups/a', { key: hub.key })).status).toBe(401);
    await eraseHubs.run({ env: bindings, db, now: new Date() });
    expect(await tablesWith(`"${hub.id}"`)).toEqual(['erased_hubs']);
  });

  test('takes every table with it: whatever names a hub hangs on it', async () => {
    const loose: string[] = [];
    // What is in Vectorize is deleted by the job that put it there, which then forgets the space (sync.test.ts).
    const outlive = ['erased_hubs', 'vector_spaces'];
    for (const table of Object.keys(await dumpTables()).filter((name) => !outlive.includes(name))) {
      const [columns, keys] = await bindings.DB.batch<Record<string, string>>([
        bindings.DB.prepare(`PRAGMA table_info("${table}")`),
        bindings.DB.prepare(`PRAGMA foreign_key_list("${table}")`),
      ]);
      const cascading = keys?.results.filter(({ on_delete }) => on_delete === 'CASCADE').map(({ from }) => from) ?? [];
      // A row goes with its own hub by whatever it hangs on; a column that names another hub must hang on that one.
      for (const { name = '' } of columns?.results ?? []) {
        if (name === 'hub_id' ? cascading.length === 0 : /hub$/.test(name) && !cascading.includes(name))
          loose.push(`${table}.${name}`);
      }
    }
    expect(loose).toEqual([]);
  });
});

test('a key that reads no profile cannot open them to visitors', async () => {
  const { id } = await newHub();
  const open = { settings: { anonymousSearch: { enabled: true } } };
  const narrow = await keyWith(id, ['hub:write']);
  expect(await call('PATCH', '/v1/hub', { key: narrow, body: open })).toMatchObject({ status: 403 });
  expect((await call('PATCH', '/v1/hub', { key: narrow, body: { name: 'Other' } })).status).toBe(200);
  const wide = await keyWith(id, ['hub:write', 'profiles:read']);
  expect((await call('PATCH', '/v1/hub', { key: wide, body: open })).status).toBe(200);
  expect((await call('PATCH', '/v1/hub', { key: narrow, body: { name: 'Again' } })).status).toBe(200);
});
