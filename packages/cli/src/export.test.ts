import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startCuttingProxy } from '../test/cutting-proxy.ts';
import { startHub, type TestHub } from '../test/hub.ts';
import { type ExportOptions, runExport } from './export.ts';
import { runImport } from './import.ts';
import { EXIT } from './terminal/exit.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub('exports');
  for (let i = 0; i < 3; i++) await hub.kopru.startups.upsert(`s-${i}`, { name: `Ad ${i}`, pitch: 'Su sensörü.' });
  await hub.kopru.investors.upsert('i-1', { name: 'Fond', thesis: 'Su.' });
});
afterAll(() => hub?.stop());

async function run(options: ExportOptions) {
  const { io, out, err } = hub.io();
  const exit = await runExport(options, io);
  return { exit, out: out(), err: err() };
}

const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const read = (name: string) => readFile(join(hub.folder, name), 'utf8');

/** A way to the hub on which the answers to the first exports are cut after some bytes. */
const cutting = (times: number) =>
  startCuttingProxy(hub.server.url, ({ path, nth }) =>
    path === '/v1/export' && nth <= times ? { answer: 700 } : undefined,
  );

test('writes all that the hub owns to a file that its owner alone may read', async () => {
  const { exit, out, err } = await run({ output: 'hub.ndjson' });
  expect(exit).toBe(EXIT.ok);
  expect(out).toBe('');
  const found = lines(await read('hub.ndjson'));
  expect(found[0]).toMatchObject({ type: 'export', hub: 'exports' });
  expect(found.at(-1)).toEqual({ type: 'end', rows: found.length - 2 });
  expect(err).toContain(`hub.ndjson: ${found.length - 2} rows.`);
  expect(found.filter(({ type }) => type === 'profile')).toHaveLength(4);
  if (process.platform !== 'win32') expect((await stat(join(hub.folder, 'hub.ndjson'))).mode & 0o077).toBe(0);
});

test('writes the profiles of a kind as import reads them', async () => {
  const { out } = await run({ output: '-', kind: 'startup' });
  expect(lines(out)).toEqual(
    [0, 1, 2].map((i) => ({ id: `s-${i}`, profile: expect.objectContaining({ name: `Ad ${i}` }) })),
  );
});

test('what was exported can be imported again, and changes nothing', async () => {
  await run({ output: 'startups.ndjson', kind: 'startup' });
  const { io, err } = hub.io();
  expect(await runImport({ file: 'startups.ndjson', kind: 'startup' }, io)).toBe(EXIT.ok);
  expect(err()).toContain('0 imported, 3 there already, 0 failed');
});

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
  await run({ output: 'whole.ndjson' });
  // In the second page, before the end of a page, and within a row.
  const proxy = await startCuttingProxy(hub.server.url, ({ path, nth }) => {
    const bytes = path === '/v1/export' ? [150_000, 30_000, 120_001][nth - 1] : undefined;
    return bytes === undefined ? undefined : { answer: bytes };
  });
  try {
    const { exit, out } = await run({ output: 'cut.ndjson', url: proxy.url, json: true });
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
    await expect(runExport(options, { ...hub.io().io, signal: stop.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
    const [left, place] = [await readFile(part(), 'utf8'), await readFile(part('.json'), 'utf8')];
    // A kill in the middle of a row.
    await writeFile(part(), `${left}{"type":"audit","da`);
    const { err } = await run(options);
    expect(err).toContain(`Going on after ${JSON.parse(place).rows} rows of stopped.ndjson.part.`);
    expect(await rowsOf('stopped.ndjson')).toEqual(await rowsOf('whole.ndjson'));
    expect((await readdir(hub.folder)).filter((name) => name.includes('.part'))).toEqual([]);

    // What was asked of another address, or with another key, is another export.
    await writeFile(part(), left);
    await writeFile(part('.json'), place);
    expect((await run({ output: 'stopped.ndjson' })).err).not.toContain('Going on');
    // A place that the API does not know, as after the hub was made anew.
    await writeFile(part(), left);
    await writeFile(part('.json'), JSON.stringify({ ...JSON.parse(place), after: '1.a.b' }));
    expect((await run(options)).err).toContain('stopped.ndjson.part cannot go on; beginning anew.');
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
    await expect(runExport(options, { ...hub.io().io, signal: stop.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
    expect((await run(options)).err).toContain('Going on after 100 rows');
    const ids = lines(await read('kind.ndjson')).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(123);
  } finally {
    await proxy.stop();
  }
}, 60_000);

test('gives up in the end, and what was there before stays whole', async () => {
  await writeFile(join(hub.folder, 'kept.ndjson'), 'as it was\n');
  const proxy = await cutting(99);
  try {
    await expect(run({ output: 'kept.ndjson', url: proxy.url })).rejects.toMatchObject({ exitCode: EXIT.remote });
    expect(proxy.cuts()).toBeGreaterThan(3);
    expect(await read('kept.ndjson')).toBe('as it was\n');
    // No page of it came whole, so that there is nothing to go on with.
    expect((await readdir(hub.folder)).filter((name) => name.startsWith('kept.ndjson.part'))).toEqual([]);
  } finally {
    await proxy.stop();
  }
}, 60_000);

test('goes on over a cut on the way to a pipe too', async () => {
  const proxy = await cutting(1);
  try {
    const { out } = await run({ output: '-', url: proxy.url });
    expect(proxy.cuts()).toBe(1);
    expect(lines(out).at(-1)).toMatchObject({ type: 'end' });
  } finally {
    await proxy.stop();
  }
}, 60_000);

test('a file that cannot be written is told before anything is asked', async () => {
  await expect(run({ output: 'no/such/folder/hub.ndjson' })).rejects.toMatchObject({
    exitCode: EXIT.usage,
    message: expect.stringContaining('cannot be written'),
  });
});
