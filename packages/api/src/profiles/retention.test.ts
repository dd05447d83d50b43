import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub } from '../../test/hub.ts';
import { retention } from './retention.ts';

const DAY = 86_400_000;
const run = (days: number) =>
  retention.run({
    env: bindings,
    db: bindings.DB.withSession('first-primary'),
    now: new Date(Date.now() + days * DAY),
  });
const settle = (hubId: string, settings: unknown) =>
  bindings.DB.prepare('UPDATE hubs SET settings = ? WHERE id = ?').bind(JSON.stringify(settings), hubId).run();
const count = async (table: string, hubId: string) =>
  bindings.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE hub_id = ?`).bind(hubId).first<number>('n');

let keeps: Awaited<ReturnType<typeof newHub>>;
let forgets: Awaited<ReturnType<typeof newHub>>;
beforeAll(async () => {
  keeps = await newHub();
  forgets = await newHub();
  await settle(forgets.id, { retention: { auditDays: 30, inactiveProfileDays: 40 } });
  for (const { key } of [keeps, forgets])
    for (const id of ['a', 'b'])
      await call('PUT', `/v1/startups/${id}`, { key, body: { name: `Unutulan ${id}`, pitch: 'Su' } });
});

test('the log is kept for as long as its hub says', async () => {
  await run(29);
  expect(await count('audit', forgets.id)).toBe(2);
  await run(31);
  expect([await count('audit', keeps.id), await count('audit', forgets.id)]).toEqual([2, 0]);
});

test('profiles that nobody wrote for as long are erased, and it is on record; others stay', async () => {
  await bindings.DB.prepare("UPDATE profiles SET updated_at = ? WHERE hub_id = ? AND id = 'b'")
    .bind(new Date(Date.now() + 5 * DAY).toISOString(), forgets.id)
    .run();
  await run(41);
  expect([await count('profiles', keeps.id), await count('profiles', forgets.id)]).toEqual([2, 1]);
  expect((await call('GET', '/v1/deletions', { key: forgets.key })).json.items).toMatchObject([{ id: 'a' }]);
  expect((await call('GET', '/v1/audit', { key: forgets.key })).json.items).toMatchObject([
    { action: 'profile.deleted', actor: { kind: 'job', id: 'retention' }, subject: { id: 'a' } },
  ]);
});

/** Puts what is there in the queue's place: every ring runs the job again. */
async function runToEnd(now: Date): Promise<number> {
  const db = bindings.DB.withSession('first-primary');
  let rings = 0;
  const JOBS = { send: async () => void rings++ };
  for (let runs = 1; runs < 50; runs++) {
    const before = rings;
    await retention.run({ env: { ...bindings, JOBS } as unknown as typeof bindings, db, now });
    if (rings === before) return runs;
  }
  throw new Error('does not end');
}

test('what is more than a page goes with the next runs, for which it rings', async () => {
  const rows = JSON.stringify(Array.from({ length: 4500 }, (_, i) => i));
  await bindings.DB.prepare(
    `INSERT INTO audit (id, hub_id, at, action, actor) SELECT 'old-' || value, ?, '2000', 'x', '{}' FROM json_each(?)`,
  )
    .bind(keeps.id, rows)
    .run();
  expect(await runToEnd(new Date(Date.now() + 45 * DAY))).toBeGreaterThan(1);
  expect(await count('audit', keeps.id)).toBe(2);
});

test('a run takes a few hubs, the next one those that follow; one that cannot be read holds up no other', async () => {
  const hubs = await Promise.all(Array.from({ length: 25 }, newHub));
  await settle(hubs[0]?.id ?? '', 'damaged');
  await bindings.DB.prepare(
    `INSERT INTO audit (id, hub_id, at, action, actor) SELECT 'aged-' || value, value, '2000', 'x', '{}' FROM json_each(?)`,
  )
    .bind(JSON.stringify(hubs.map(({ id }) => id)))
    .run();
  const now = new Date(Date.now() + 50 * DAY);
  const left = () => bindings.DB.prepare("SELECT count(*) AS n FROM audit WHERE id LIKE 'aged-%'").first<number>('n');
  await retention.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now });
  expect(await left()).toBeGreaterThan(1);
  await runToEnd(now);
  expect(await left()).toBe(1);
});
