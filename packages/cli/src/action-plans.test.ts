import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testIo } from '../test/test-io.ts';
import { runActionPlansGet, runActionPlansList, runActionPlansPut } from './action-plans.ts';
import { runApplications } from './applications.ts';
import { EXIT } from './terminal/exit.ts';

/** What is asked of a hub, and what it answers in turn. */
let asked: { readonly method?: string; readonly url?: string; readonly body: string }[];
let answers: object[];
let server: Server;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-plans-'));
  server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    asked.push({ ...(request.method && { method: request.method }), ...(request.url && { url: request.url }), body });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers.shift()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  [asked, answers] = [[], []];
});

const hub = () =>
  testIo({
    cwd: folder,
    locale: 'kk',
    env: { KOPRU_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, KOPRU_API_KEY: 'kopru_sk_x' },
  });
const PLAN = { title: { en: 'Plan', kk: 'Жоспар' }, actions: [] };
const SUMMARY = { id: 'p', version: 2, updatedAt: '2026-03-01T00:00:00.000Z', title: PLAN.title, isPublic: true };

test('plans are listed in the language of the reader', async () => {
  answers.push({ items: [SUMMARY], nextCursor: null });
  const { io, out } = hub();
  expect(await runActionPlansList({}, io)).toBe(EXIT.ok);
  expect(out()).toMatch(/^Id .*\np +2 +2026-03-01 +anybody +Жоспар\n$/);
});

test('a plan that was got is put as it is', async () => {
  const stored = { ...SUMMARY, plan: PLAN, states: [], day: '2026-03-01' };
  answers.push(stored, stored);
  const got = hub();
  await runActionPlansGet({ id: 'p' }, got.io);
  await writeFile(join(folder, 'plan.json'), got.out());
  const put = hub();
  expect(await runActionPlansPut({ id: 'p', file: 'plan.json' }, put.io)).toBe(EXIT.ok);
  expect(put.err()).toBe('p: version 2, 0 actions.\n');
  expect(asked[1]).toMatchObject({ method: 'PUT', url: '/v1/action-plans/p' });
  expect(JSON.parse(asked[1]?.body ?? '')).toEqual(PLAN);
});

test('a file that is no JSON is refused before anything is sent', async () => {
  await writeFile(join(folder, 'odd.json'), '{"title": ');
  const refused = runActionPlansPut({ id: 'p', file: 'odd.json' }, hub().io);
  await expect(refused).rejects.toMatchObject({ exitCode: EXIT.usage, message: expect.stringContaining('odd.json') });
  expect(asked).toEqual([]);
});

test('applications are written as CSV, all pages of what was asked for', async () => {
  const one = { id: 'apl_1', startup: 's', programme: 'p', call: '=Yaz; 2027', state: 'admitted', stage: null };
  const times = { createdAt: '2026-01-01', updatedAt: '2026-01-02' };
  answers.push(
    { items: [{ ...one, ...times, raised: { amount: 50.5, currency: 'USD' } }], nextCursor: 'more' },
    { items: [{ ...one, ...times, id: 'apl_2', raised: null }], nextCursor: null },
  );
  const { io, err } = hub();
  await runApplications({ output: 'a.csv', programme: 'p', state: 'admitted' }, io);
  expect(err()).toBe('a.csv: 2 rows.\n');
  expect(asked.map(({ url }) => new URL(url ?? '', 'http://a').search)).toEqual([
    '?limit=100&programme=p&state=admitted',
    '?limit=100&programme=p&state=admitted&cursor=more',
  ]);
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe(
    [
      'id,startup,programme,call,state,stage,raised,currency,createdAt,updatedAt',
      "apl_1,s,p,'=Yaz; 2027,admitted,,50.5,USD,2026-01-01,2026-01-02",
      "apl_2,s,p,'=Yaz; 2027,admitted,,,,2026-01-01,2026-01-02",
      '',
    ].join('\n'),
  );
});
