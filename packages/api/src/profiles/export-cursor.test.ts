import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
import { DAY } from '../lib/time.ts';
import { exportCursors } from './export-cursor.ts';

let hub: { id: string; key: string };
beforeAll(async () => {
  hub = await newHub();
  await call('PUT', '/v1/startups/a', { key: hub.key, body: STARTUP });
  await call('PUT', '/v1/startups/b', { key: hub.key, body: STARTUP });
  await bindings.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
     INSERT INTO audit (id, hub_id, at, action, actor)
     SELECT 'aud_' || ?1 || i, ?1, '2026-01-01T00:00:00.000Z', 'test', '{"kind":"job","id":"test"}' FROM n`,
  )
    .bind(hub.id)
    .run();
});

type Line = { type: string; cursor?: string; data?: { id?: string; name?: string } } & Record<string, unknown>;
const lines = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const begin = async (): Promise<Line[]> => lines((await call('GET', '/v1/export', hub)).text);
const goOn = (cursor: unknown, key = hub.key) =>
  call('GET', `/v1/export?cursor=${encodeURIComponent(String(cursor))}`, { key });
const cursorsOf = (found: Line[]) => found.filter(({ type }) => type === 'cursor').map(({ cursor }) => cursor);

test('stands after each full page, and the export goes on behind it as if it had not ended', async () => {
  const whole = await begin();
  const cursors = whole.filter(({ type }) => type === 'cursor');
  expect(cursors).toHaveLength(2);
  for (const cursor of cursors) {
    const { status, text } = await goOn(cursor.cursor);
    expect(status).toBe(200);
    const rest = (found: Line[]) => found.map(({ cursor: _, ...line }) => line);
    expect(rest(lines(text))).toEqual(rest(whole.slice(whole.indexOf(cursor) + 1)));
  }
  // Only what began an export is on record.
  const { results } = await bindings.DB.prepare("SELECT 1 FROM audit WHERE hub_id = ? AND action = 'hub.exported'")
    .bind(hub.id)
    .all();
  expect(results).toHaveLength(1);
});

test('what is written meanwhile is lost and doubled nowhere', async () => {
  const [cursor] = cursorsOf(await begin());
  await call('PUT', '/v1/startups/a', { key: hub.key, body: { ...STARTUP, name: 'Anew' } });
  await call('PUT', '/v1/startups/c', { key: hub.key, body: STARTUP });
  const { text } = await goOn(cursor);
  const acts = lines(text).filter(({ type, data }) => type === 'audit' && data?.id?.startsWith('aud_'));
  expect(new Set(acts.map(({ data }) => data?.id)).size).toBe(700);
  expect(acts).toHaveLength(700);
});

test('is of its hub alone, and cannot be made', async () => {
  const [cursor] = cursorsOf(await begin());
  const foreign = await goOn(cursor, (await newHub()).key);
  expect(foreign.status).toBe(422);
  expect(foreign.json).toMatchObject({
    code: 'invalid_request',
    issues: [{ in: 'query', path: '/cursor', rule: 'cursor' }],
  });
  for (const forged of ['', '1.a.b', `${cursor}x`, 'null']) expect((await goOn(forged)).status).toBe(422);
});

test('ends when a profile is erased, also one that was written again since', async () => {
  await call('DELETE', '/v1/startups/c', { key: hub.key });
  const [before] = cursorsOf(await begin());
  await call('PUT', '/v1/startups/c', { key: hub.key, body: STARTUP });
  expect((await goOn(before)).status).toBe(200);
  await call('DELETE', '/v1/startups/c', { key: hub.key });
  await call('PUT', '/v1/startups/c', { key: hub.key, body: STARTUP });
  const { status, json } = await goOn(before);
  expect([status, json.code, json.issues[0].rule]).toEqual([422, 'invalid_request', 'erased']);

  const other = await newHub();
  await call('PUT', '/v1/startups/c', { key: other.key, body: STARTUP });
  const [after] = cursorsOf(await begin());
  await call('DELETE', '/v1/startups/c', { key: other.key });
  expect((await goOn(after)).status).toBe(200);
});

test('ends after a day', async () => {
  const cursors = exportCursors(bindings.KOPRU_KEYRING, hub.id);
  const at = (age: number) =>
    cursors.write({
      exportedAt: new Date(Date.now() - age).toISOString(),
      event: Number.MAX_SAFE_INTEGER,
      rows: 1,
      type: 'audit',
      key: '2026-02 x',
    });
  expect((await goOn(await at(DAY - 60_000))).status).toBe(200);
  const { status, json } = await goOn(await at(DAY + 1));
  expect([status, json.issues[0].rule]).toEqual([422, 'expired']);
});
