import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCuttingProxy } from '../test/cutting-proxy.ts';
import { startHub, type TestHub } from '../test/hub.ts';
import { type ImportOptions, runImport } from './import.ts';
import { toRowIssue } from './remote/report.ts';
import { EXIT } from './terminal/exit.ts';

const HEADER = 'id,name,pitch,stage,consent/matching';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub('imports');
});
afterAll(() => hub?.stop());

async function run(options: Partial<ImportOptions>, given?: Parameters<TestHub['io']>[0]) {
  const { io, out, err } = hub.io(given);
  const exit = await runImport({ kind: 'startup', ...options }, io);
  return { exit, out: out(), err: err() };
}

const imports = async () => (await hub.kopru.imports.list({ limit: 200 })).items;
const rows = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}-${i},Ad ${i},Suvarma sensorları ${prefix} ${i}.,seed,true`);

test('sends the good rows of a file, tells the bad ones by line, and ends with findings', async () => {
  await hub.write('mixed.csv', [HEADER, ...rows('mixed', 2), 'mixed-9,Boş,,seed,true', ''].join('\n'));
  const { exit, out, err } = await run({ file: 'mixed.csv' });
  expect(exit).toBe(EXIT.findings);
  expect(out).toBe('');
  expect(err).toContain('mixed.csv:4');
  expect(err).toContain('2 imported, 0 there already, 0 failed');
  expect((await hub.kopru.startups.get('mixed-1')).profile).toMatchObject({
    name: 'Ad 1',
    consent: { matching: true },
  });
});

test('the same file again is another import, which changes nothing', async () => {
  await hub.write('again.csv', [HEADER, ...rows('again', 2)].join('\n'));
  const before = (await imports()).length;
  expect((await run({ file: 'again.csv' })).err).toContain('2 imported');
  const { exit, err } = await run({ file: 'again.csv' });
  expect(exit).toBe(EXIT.ok);
  expect(err).toContain('0 imported, 2 there already');
  expect((await imports()).length).toBe(before + 2);
});

test('a file without ids gets ids made of its names, in any script, and the same the next time', async () => {
  const file = [
    'name,pitch,consent/matching',
    'Топырақ,Топырақтың тұздылығын өлшейміз.,true',
    'Işık,Güneş panelleri.,true',
  ];
  await hub.write('names.csv', file.join('\n'));
  const { exit, err } = await run({ file: 'names.csv' });
  expect(exit).toBe(EXIT.ok);
  expect(err).toContain('No column holds ids');
  expect(err).toContain('2 imported');
  expect((await run({ file: 'names.csv' })).err).toContain('0 imported, 2 there already');
});

test('what the API finds wrong is told in the lines of the file', async () => {
  // An id that no file of ours refuses, and the API does.
  const long = 'x'.repeat(200);
  await hub.write('long.csv', [HEADER, ...rows('long', 1), `${long},Ad,Mətn.,seed,true`].join('\n'));
  const { exit, out } = await run({ file: 'long.csv', json: true });
  const result = JSON.parse(out);
  expect(exit).toBe(EXIT.findings);
  expect(result.import).toMatchObject({ state: 'completed', rows: { received: 2, imported: 1, failed: 1 } });
  expect(result.issues).toMatchObject([{ severity: 'error', file: 'long.csv', line: 3 }]);
});

test('a dry run reads and sends nothing', async () => {
  await hub.write('dry.csv', [HEADER, ...rows('dry', 3)].join('\n'));
  const before = await imports();
  const { exit, err } = await run({ file: 'dry.csv', dryRun: true }, { env: {} });
  expect(exit).toBe(EXIT.ok);
  expect(err).toContain('3 rows to be sent; nothing was sent.');
  expect(await imports()).toEqual(before);
});

test('a file that does not speak of consent gives none, unless the command does', async () => {
  await hub.write('silent.csv', 'id,name,pitch\nsilent-1,Ad,Mətn burada.\n');
  const { err } = await run({ file: 'silent.csv' });
  expect(err).toContain('--consent');
  expect((await hub.kopru.startups.get('silent-1')).profile.consent).toBeUndefined();
  await run({ file: 'silent.csv', consent: true });
  expect((await hub.kopru.startups.get('silent-1')).profile.consent).toEqual({ matching: true });
});

describe('a cut', () => {
  test('within the upload is mended by the same run', async () => {
    await hub.write('cut.csv', [HEADER, ...rows('cut', 120)].join('\n'));
    const proxy = await startCuttingProxy(hub.server.url, ({ method, nth }) =>
      method === 'POST' && nth === 1 ? { upload: 4_000 } : undefined,
    );
    const before = (await imports()).length;
    try {
      const { exit, err } = await run({ file: 'cut.csv', url: proxy.url });
      expect(proxy.cuts()).toBe(1);
      expect(exit).toBe(EXIT.ok);
      expect(err).toContain('120 imported');
      expect((await imports()).length).toBe(before + 1);
    } finally {
      await proxy.stop();
    }
  });

  test('that no attempt survives is mended by the next run, under the same import', async () => {
    await hub.write('broken.csv', [HEADER, ...rows('broken', 120)].join('\n'));
    const isReceived = async () => {
      while ((await imports())[0]?.state !== 'receiving') await sleep(20);
    };
    const proxy = await startCuttingProxy(hub.server.url, ({ method }) =>
      method === 'POST' ? { upload: 4_000, once: isReceived } : undefined,
    );
    const before = (await imports()).length;
    try {
      await expect(run({ file: 'broken.csv', url: proxy.url })).rejects.toMatchObject({ exitCode: EXIT.remote });
    } finally {
      await proxy.stop();
    }
    const [left] = await imports();
    expect(left).toMatchObject({ state: 'receiving' });
    const { exit, err } = await run({ file: 'broken.csv' });
    expect(exit).toBe(EXIT.ok);
    expect(err).toContain(`${left?.id}: 120 imported`);
    expect((await imports()).length).toBe(before + 1);
  });
});

test('an import that an error of the server stopped is taken up again by the same command', async () => {
  await hub.write('failed.csv', [HEADER, ...rows('failed', 2)].join('\n'));
  await run({ file: 'failed.csv' });
  const [first, ...others] = await imports();
  await hub.server.db.prepare("UPDATE imports SET state = 'failed' WHERE id = ?").bind(first?.id).run();
  const { exit, err } = await run({ file: 'failed.csv' });
  expect(exit).toBe(EXIT.ok);
  expect(err).toContain(`An earlier run has sent these rows; going on with ${first?.id}.`);
  expect(await imports()).toMatchObject([{ id: first?.id, state: 'completed' }, ...others.map(({ id }) => ({ id }))]);
});

test('stopped while it waits, it says that the import goes on', async () => {
  await hub.write('stopped.csv', [HEADER, ...rows('stopped', 2)].join('\n'));
  const stop = new AbortController();
  const proxy = await startCuttingProxy(hub.server.url, ({ method, path }) => {
    if (method === 'GET' && /imports\/imp_/.test(path)) stop.abort();
    return undefined;
  });
  try {
    const { io, err } = hub.io({ signal: stop.signal });
    await expect(runImport({ kind: 'startup', file: 'stopped.csv', url: proxy.url }, io)).rejects.toThrow();
    expect(err()).not.toContain('2 imported');
    expect(err()).toMatch(/goes on without this command. See how it went with --resume imp_/);
  } finally {
    await proxy.stop();
  }
});

test('a detached import prints its id alone, which can be waited for with and without the file', async () => {
  await hub.write('later.csv', [HEADER, ...rows('later', 2)].join('\n'));
  const { exit, out } = await run({ file: 'later.csv', detach: true });
  expect(exit).toBe(EXIT.ok);
  const id = out.trim();
  expect(id).toMatch(/^imp_[0-9a-f]{32}$/);
  for (const file of ['later.csv', undefined]) {
    const { err } = await run({ file, resume: id });
    expect(err).toContain(`${id}: 2 imported`);
  }
});

test('refuses to guess: no file, and an import that is not there', async () => {
  await expect(run({})).rejects.toMatchObject({ exitCode: EXIT.usage });
  await expect(run({ resume: 'imp_none' })).rejects.toMatchObject({
    exitCode: EXIT.remote,
    message: expect.stringContaining('not_found'),
  });
});

test('an issue of the API becomes one of a column of the file', () => {
  const origin = {
    file: 'a.csv',
    lines: [2, 5],
    columns: [
      { header: 'Sum', field: 'raise/amount', given: false },
      { header: 'Diller', field: 'languages', given: false },
      { header: 'Not', field: null, given: false },
    ],
  };
  const issue = { line: 2, level: 'error', rule: 'minimum', message: 'must be above 0' } as const;
  expect(toRowIssue({ ...issue, path: '/raise/amount' }, origin)).toEqual({
    severity: 'error',
    file: 'a.csv',
    line: 5,
    column: 'Sum',
    rule: 'minimum',
    message: 'must be above 0',
  });
  expect(toRowIssue({ ...issue, path: '/languages/0' }, origin)).toMatchObject({ column: 'Diller' });
  expect(toRowIssue({ ...issue, path: '/website' }, origin)).toMatchObject({ column: 'website' });
  expect(toRowIssue({ ...issue, path: '', line: 9 }, origin)).not.toHaveProperty('column');
});
