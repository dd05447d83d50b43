import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startCuttingProxy } from '../test/cutting-proxy.ts';
import { exportFrom, lines } from '../test/export-from.ts';
import { startHub, type TestHub } from '../test/hub.ts';
import { EXIT } from './terminal/exit.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub('exports');
  for (let i = 0; i < 3; i++) await hub.kopru.startups.upsert(`s-${i}`, { name: `Ad ${i}`, pitch: 'Su sensörü.' });
});
afterAll(() => hub?.stop());

const read = (name: string) => readFile(join(hub.folder, name), 'utf8');

/** Rows enough for several pages of an export. */
const fill = (rows: number) =>
  hub.server.db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO audit (id, hub_id, at, action, actor)
       SELECT 'aud_' || i, 'exports', '2026-01-01T00:00:00.000Z', 'test', '{"kind":"job","id":"test"}' FROM n`,
    )
    .bind(rows)
    .run();

/** What does not change from one export to the next: when it was made, and that it was. */
const rowsOf = async (name: string) =>
  lines(await read(name))
    .filter(({ type, data }) => type !== 'end' && data?.action !== 'hub.exported')
    .slice(1);

test('goes on by itself when it is cut anywhere, and gives what an export without a cut gives', async () => {
  await fill(2600);
  await exportFrom(hub, { output: 'whole.ndjson' });
  // In the second page, before the end of a page, and within a row.
  const proxy = await startCuttingProxy(hub.server.url, ({ path, nth }) => {
    const bytes = path === '/v1/export' ? [150_000, 30_000, 120_001][nth - 1] : undefined;
    return bytes === undefined ? undefined : { answer: bytes };
  });
  try {
    const { exit, out } = await exportFrom(hub, { output: 'cut.ndjson', url: proxy.url, json: true });
    expect(exit).toBe(EXIT.ok);
    expect(proxy.cuts()).toBe(3);
    expect(await rowsOf('cut.ndjson')).toEqual(await rowsOf('whole.ndjson'));
    const found = lines(await read('cut.ndjson'));
    expect(found.at(-1)).toEqual({ type: 'end', rows: found.length - 2 });
    expect(JSON.parse(out)).toEqual({ file: 'cut.ndjson', rows: found.length - 2 });
    expect(found.some(({ type }) => type === 'cursor')).toBe(false);
  } finally {
    await proxy.stop();
  }
}, 60_000);

test('goes on where an earlier run was stopped, whatever stands behind its last place', async () => {
  const stop = new AbortController();
  const part = (ending = '') => join(hub.folder, `stopped.ndjson.part${ending}`);
  const stopOnceKept = async () => {
    await vi.waitFor(() => stat(part('.json')), { timeout: 20_000 });
    stop.abort();
  };
  const proxy = await startCuttingProxy(hub.server.url, ({ path, nth }) =>
    path === '/v1/export' && nth === 1 ? { answer: 200_000, once: stopOnceKept } : undefined,
  );
  const options = { output: 'stopped.ndjson', url: proxy.url };
  try {
    await expect(exportFrom(hub, options, { signal: stop.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
    const [left, place] = [await readFile(part(), 'utf8'), await readFile(part('.json'), 'utf8')];
    // A kill in the middle of a row.
    await writeFile(part(), `${left}{"type":"audit","da`);
    const { err } = await exportFrom(hub, options);
    expect(err).toContain(`Going on after ${JSON.parse(place).rows} rows of stopped.ndjson.part.`);
    expect(await rowsOf('stopped.ndjson')).toEqual(await rowsOf('whole.ndjson'));
    expect((await readdir(hub.folder)).filter((name) => name.includes('.part'))).toEqual([]);

    // What was asked of another address, or with another key, is another export.
    await writeFile(part(), left);
    await writeFile(part('.json'), place);
    expect((await exportFrom(hub, { output: 'stopped.ndjson' })).err).not.toContain('Going on');
    // A place that the API does not know, as after the hub was made anew.
    await writeFile(part(), left);
    await writeFile(part('.json'), JSON.stringify({ ...JSON.parse(place), after: '1.a.b' }));
    expect((await exportFrom(hub, options)).err).toContain('stopped.ndjson.part cannot go on; beginning anew.');
    expect(await rowsOf('stopped.ndjson')).toEqual(await rowsOf('whole.ndjson'));
  } finally {
    await proxy.stop();
  }
}, 60_000);

test('the profiles of a kind go on by pages', async () => {
  const stop = new AbortController();
  await Promise.all(
    Array.from({ length: 120 }, (_, i) => hub.kopru.startups.upsert(`x-${i}`, { name: `Ad ${i}`, pitch: 'Su.' })),
  );
  const proxy = await startCuttingProxy(hub.server.url, ({ path, nth }) =>
    path === '/v1/startups' && nth === 2 ? { answer: 10, once: async () => stop.abort() } : undefined,
  );
  const options = { output: 'kind.ndjson', kind: 'startup', url: proxy.url } as const;
  try {
    await expect(exportFrom(hub, options, { signal: stop.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
    expect((await exportFrom(hub, options)).err).toContain('Going on after 100 rows');
    const ids = lines(await read('kind.ndjson')).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(123);
  } finally {
    await proxy.stop();
  }
}, 60_000);

test('what was erased while it was cut is not in the file', async () => {
  const erase = async (id: string) => void (await hub.kopru.startups.delete(id));
  const stops = { kind: new AbortController(), all: new AbortController() };
  const proxy = await startCuttingProxy(hub.server.url, ({ path, nth }) => {
    if (path === '/v1/startups' && nth === 2) return { answer: 10, once: async () => stops.kind.abort() };
    if (path !== '/v1/export') return undefined;
    if (nth === 1) return { answer: 200_000, once: async () => stops.all.abort() };
    return nth === 3 ? { answer: 200_000, once: () => erase('s-2') } : undefined;
  });
  const kind = { output: 'erased-kind.ndjson', kind: 'startup', url: proxy.url } as const;
  const all = { output: 'erased.ndjson', url: proxy.url };
  try {
    await expect(exportFrom(hub, kind, { signal: stops.kind.signal })).rejects.toMatchObject({ code: 'aborted' });
    expect(await read('erased-kind.ndjson.part')).toContain('"s-0"');
    await erase('s-0');
    expect((await exportFrom(hub, kind)).err).toContain('erased-kind.ndjson.part cannot go on; beginning anew.');
    expect(lines(await read('erased-kind.ndjson')).map(({ id }) => id)).not.toContain('s-0');

    // Between two runs, and between a cut and what goes on by itself.
    await expect(exportFrom(hub, all, { signal: stops.all.signal })).rejects.toMatchObject({ code: 'aborted' });
    expect(await read('erased.ndjson.part')).toContain('"s-1"');
    await erase('s-1');
    const { err } = await exportFrom(hub, all);
    expect(err.match(/beginning anew/g)).toHaveLength(2);
    const ids = lines(await read('erased.ndjson')).flatMap(({ type, data }) => (type === 'profile' ? [data.id] : []));
    expect(ids).toHaveLength(120);
    expect(ids.filter((id) => id.startsWith('s-'))).toEqual([]);
    expect((await readdir(hub.folder)).filter((name) => name.includes('.part'))).toEqual([]);
  } finally {
    await proxy.stop();
  }
}, 60_000);
