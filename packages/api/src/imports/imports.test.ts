import { describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
import {
  context,
  embedder,
  get,
  hub,
  importAll,
  line,
  model,
  newHubForEach,
  report,
  run,
  upload,
} from '../../test/imports.ts';
import { keyWith } from '../../test/viewer.ts';
import { runImports } from './run/run.ts';

newHubForEach();

describe('NDJSON', () => {
  test('good lines become profiles, bad ones stand in the report by line and rule', async () => {
    const lines = [
      line('a'),
      '',
      '{"id": "b", "profile": ',
      line('c c'),
      line('d', { ...STARTUP, stage: 'huge', name: 7 }),
      line('e', { ...STARTUP, pitch: '' }),
      '{"id":"f"}',
      line('g', { ...STARTUP, pich: 'gizli', 'Gizli Bey': 1, team: { gizli: 'gizli' } }),
      '\r',
      `${line('h')}\r`,
    ];
    const done = await importAll(upload(`\uFEFF${lines.join('\n')}`));
    expect(done).toMatchObject({
      kind: 'startup',
      state: 'completed',
      rows: { received: 8, imported: 2, unchanged: 0, superseded: 0, failed: 6 },
    });
    const issues = await report(done.id);
    expect(issues.map((i) => `${i.line} ${i.level} ${i.path} ${i.rule}`)).toEqual([
      '3 error  json',
      '4 error /id format',
      '5 error /name type',
      '5 error /stage one_of',
      '6 error /pitch minimum',
      '7 error /profile required',
      '8 error /team unknown_field',
      '8 error  unknown_field',
    ]);
    expect(JSON.stringify(issues)).not.toMatch(/huge|gizli|pich/i);
    expect((await get('/v1/startups/a')).json.profile).toMatchObject({ name: STARTUP.name });
    expect((await get('/v1/startups/h')).status).toBe(200);
    const { results } = await bindings.DB.prepare('SELECT * FROM import_rows WHERE import_id = ?').bind(done.id).all();
    expect(results).toEqual([]);
  });

  test('a line that is not UTF-8 or longer than a profile may be costs that line', async () => {
    const bytes = new TextEncoder().encode(
      `${line('a')}\n?\n${line('b', { ...STARTUP, pitch: 'su '.repeat(100_000) })}\n`,
    );
    bytes[bytes.indexOf(63)] = 0xff;
    const done = await importAll(upload(bytes));
    expect(done.rows).toMatchObject({ received: 3, imported: 1, failed: 2 });
    expect((await report(done.id)).map((i) => `${i.line} ${i.rule}`)).toEqual(['2 utf8', '3 too_long']);
  });

  test('of lines with the same id the last one counts, and the report warns', async () => {
    const name = (text: string) => ({ ...STARTUP, name: text });
    const done = await importAll(upload([line('a', name('1')), line('b'), line('a', name('2'))].join('\n')));
    expect(done.rows).toMatchObject({ imported: 2, superseded: 1, failed: 0 });
    expect((await get('/v1/startups/a')).json).toMatchObject({ version: 1, profile: { name: '2' } });
    expect(await report(done.id)).toEqual([
      { line: 1, level: 'warning', path: '/id', rule: 'superseded', message: 'left out, since line 3 has the same id' },
    ]);
  });
});

test('3,000 rows; the same again changes nothing', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => line(`p-${i}`, { ...STARTUP, name: `Firma ${i}` })).join('\n');
  const first = await importAll(upload(rows));
  expect(first).toMatchObject({ state: 'completed', rows: { received: 3000, imported: 3000, failed: 0 } });
  expect(first.rowsPerSecond).toBeGreaterThan(0);
  const state = async () =>
    JSON.stringify([
      (await bindings.DB.prepare('SELECT * FROM profiles WHERE hub_id = ? ORDER BY id').bind(hub.id).all()).results,
      await bindings.DB.prepare('SELECT sequence FROM hubs WHERE id = ?').bind(hub.id).first(),
    ]);
  const before = await state();
  expect((await importAll(upload(rows))).rows).toMatchObject({ imported: 0, unchanged: 3000 });
  expect(await state()).toBe(before);
});

test('a row that changes no text keeps its vectors, and one written meanwhile is looked at again', async () => {
  await importAll(upload(line('a')));
  const texts: string[] = [];
  const watched = {
    id: embedder.id,
    load: async () => ({
      ...embedder,
      embed: async (all: readonly string[]) => {
        texts.push(...all);
        if (texts.length === all.length) await call('PUT', '/v1/startups/a', { key: hub.key, body: STARTUP });
        return embedder.embed(all);
      },
    }),
  };
  const pitch = 'Su sızıntılarını bulan sensörler.';
  await upload([line('a', { ...STARTUP, stage: 'growth' }), line('b', { ...STARTUP, pitch })].join('\n'));
  while (await runImports(context(), watched));
  expect((await get('/v1/startups/a')).json.profile.stage).toBe('growth');
  // Only the text of "b", and twice: the first batch was given up, since "a" was written under it.
  expect(new Set(texts)).toEqual(new Set([pitch]));
  expect(
    await bindings.DB.prepare('SELECT max(version) AS n FROM profiles WHERE hub_id = ?').bind(hub.id).first('n'),
  ).toBe(3);
  const { results } = await bindings.DB.prepare('SELECT id, model FROM vectors WHERE hub_id = ? ORDER BY id, model')
    .bind(hub.id)
    .all();
  expect(results.filter(({ model }) => model === embedder.id).map(({ id }) => id)).toEqual(['a', 'b']);
});

describe('an upload', () => {
  test('under the same Idempotency-Key is the same import; with another body or query it is refused', async () => {
    const first = await upload(line('a'), { idempotencyKey: 'k' });
    await run();
    const again = await upload(line('a'), { idempotencyKey: 'k' });
    expect(again).toMatchObject({ status: 202, json: { id: first.json.id, state: 'completed' } });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    for (const other of [
      await upload(line('b'), { idempotencyKey: 'k' }),
      await upload(line('a'), { idempotencyKey: 'k', query: '&delimiter=tab' }),
    ])
      expect(other).toMatchObject({ status: 409, json: { code: 'idempotency_key_reused' } });
  });

  test('that broke off never runs, and begins anew under the same key', async () => {
    const [{ json }] = [await upload(`${line('a')}\n${line('b')}\nbad`, { idempotencyKey: 'k' })];
    await bindings.DB.prepare("UPDATE imports SET state = 'receiving', lease = 'gone' WHERE id = ?")
      .bind(json.id)
      .run();
    await run();
    expect((await get(`/v1/imports/${json.id}`)).json.state).toBe('receiving');
    const done = await importAll(upload(line('c'), { idempotencyKey: 'k' }));
    expect(done).toMatchObject({ id: json.id, state: 'completed', rows: { received: 1, imported: 1, failed: 0 } });
    expect(await report(done.id)).toEqual([]);
    expect((await get('/v1/startups/a')).status).toBe(404);
  });

  test('of another content type or an unknown kind is refused', async () => {
    expect(await upload('x', { type: 'application/x-www-form-urlencoded' })).toMatchObject({ status: 415 });
    const query = await call('POST', '/v1/imports?kind=dragon', {
      key: hub.key,
      body: 'x',
      headers: { 'content-type': 'text/csv' },
    });
    expect(query).toMatchObject({ status: 422 });
  });
});

describe('an import', () => {
  test('is seen by its own hub alone', async () => {
    const { json } = await upload(line('a'));
    const other = await newHub();
    for (const path of ['', '/report'])
      expect((await get(`/v1/imports/${json.id}${path}`, other.key)).status).toBe(404);
    for (const verb of ['cancel', 'resume'])
      expect((await call('POST', `/v1/imports/${json.id}/${verb}`, { key: other.key })).status).toBe(404);
    expect((await get('/v1/imports', other.key)).json.items).toEqual([]);
    const mine = await upload(line('a'), { key: other.key });
    expect(mine.json.id).not.toBe(json.id);
    expect((await get('/v1/imports')).json.items.map((i: { id: string }) => i.id)).toEqual([json.id]);
  });

  test('and its waiting rows are part of the hub’s export', async () => {
    const { json } = await upload(line('a'));
    const { text } = await get('/v1/export');
    const lines = text
      .split('\n')
      .filter(Boolean)
      .map((part) => JSON.parse(part));
    expect(lines.filter(({ type }) => type.startsWith('import')).map(({ type, data }) => [type, data.id])).toEqual([
      ['import', json.id],
      ['import-row', 'a'],
    ]);
  });

  test('needs the scopes of profiles', async () => {
    const key = await keyWith(hub.id, ['matches:read']);
    expect(await upload(line('a'), { key })).toMatchObject({ status: 403 });
    expect((await get('/v1/imports', key)).status).toBe(403);
  });

  test('that is cancelled writes no more; one that is over cannot be cancelled or resumed', async () => {
    const { json } = await upload(line('a'));
    const act = (verb: string) => call('POST', `/v1/imports/${json.id}/${verb}`, { key: hub.key });
    expect(await act('cancel')).toMatchObject({ status: 200, json: { state: 'cancelled' } });
    await run();
    expect((await get('/v1/startups/a')).status).toBe(404);
    for (const verb of ['cancel', 'resume'])
      expect(await act(verb)).toMatchObject({ status: 409, json: { code: 'conflict' } });
    const { results } = await bindings.DB.prepare('SELECT action FROM audit WHERE hub_id = ? ORDER BY at')
      .bind(hub.id)
      .all();
    expect(results).toEqual([{ action: 'import.created' }, { action: 'import.cancelled' }]);
  });

  test('that is large lets a small one of another hub go before it is done', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => line(`p-${i}`)).join('\n');
    const { json: large } = await upload(rows);
    const other = await newHub();
    const { json: small } = await upload(line('a'), { key: other.key });
    // Each takes two turns: one for its rows, one to find that none is left.
    for (let turn = 0; turn < 4; turn++) expect(await runImports(context(), model, 0)).toBe(true);
    expect((await get(`/v1/imports/${small.id}`, other.key)).json.state).toBe('completed');
    const { state, rows: counts } = (await get(`/v1/imports/${large.id}`)).json;
    expect({ state, some: counts.imported > 0 && counts.imported < 100 }).toEqual({ state: 'running', some: true });
    await run();
    expect((await get(`/v1/imports/${large.id}`)).json.rows.imported).toBe(100);
  });

  test('that makes no progress fails, tells so, and is resumed', async () => {
    const { json } = await upload(line('a'));
    const broken = { id: embedder.id, load: () => Promise.reject(new Error('no weights')) };
    for (let i = 0; i < 10; i++) await expect(runImports(context(), broken)).rejects.toThrow('no weights');
    await run();
    expect((await get(`/v1/imports/${json.id}`)).json.state).toBe('failed');
    const events = () =>
      bindings.DB.prepare("SELECT type FROM events WHERE hub_id = ? AND type LIKE 'import.%'").bind(hub.id).all();
    expect((await events()).results).toEqual([{ type: 'import.failed' }]);
    expect(await call('POST', `/v1/imports/${json.id}/resume`, { key: hub.key })).toMatchObject({
      json: { state: 'queued' },
    });
    await run();
    expect((await get(`/v1/imports/${json.id}`)).json).toMatchObject({ state: 'completed', rows: { imported: 1 } });
  });
});
