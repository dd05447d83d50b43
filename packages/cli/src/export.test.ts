import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCuttingProxy } from '../test/cutting-proxy.ts';
import { exportFrom, lines } from '../test/export-from.ts';
import { startHub, type TestHub } from '../test/hub.ts';
import type { ExportOptions } from './export.ts';
import { runImport } from './import.ts';
import { EXIT } from './terminal/exit.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub('exports');
  for (let i = 0; i < 3; i++) await hub.kopru.startups.upsert(`s-${i}`, { name: `Ad ${i}`, pitch: 'Su sensörü.' });
  await hub.kopru.investors.upsert('i-1', { name: 'Fond', thesis: 'Su.' });
});
afterAll(() => hub?.stop());

const run = (options: ExportOptions) => exportFrom(hub, options);
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
