import { assign, loadSolver } from '@kopru/sdk/assign';
import { type Kind, MOST_PLAN_PAIRS } from '@kopru/sdk/schema';
import load from 'highs';
import module from 'highs/runtime';
import { beforeEach, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putAllCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { tablesWith } from '../../test/tables.ts';
import { isGuardFailure } from '../lib/guard.ts';
import { retention } from '../profiles/retention.ts';
import { makePlans } from './job.ts';
import { claimPlan, finishPlan, readDay } from './run-store.ts';
import type { StoredPlan } from './store.ts';

const session = () => bindings.DB.withSession('first-primary');
const run = (now = new Date()) => makePlans.run({ env: bindings, db: session(), now });
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

const STARTUPS = ['s0', 's1', 's2', 's3', 's4', 's5'];
const INVESTORS = ['i0', 'i1', 'i2', 'i3'];
const SECTORS = ['irrigation', 'gaming', 'payments'];

const DAY = {
  name: 'Demo day',
  startups: STARTUPS.map((id, i) => ({ id, meetings: 2, ...(i === 1 && { absent: [0, 2] }) })),
  investors: INVESTORS.map((id, i) => ({ id, meetings: 3, ...(i === 2 && { absent: [1] }) })),
  slots: 4,
  tables: [3, 2, 3, 1],
  blocked: [{ startup: 's0', investor: 'i0' }],
  minScore: 20,
};

let hub: { id: string; key: string };

const post = (body: object = DAY, key = hub.key) => call('POST', '/v1/plans', { key, body });
const get = async (id: string) => (await call('GET', `/v1/plans/${id}`, { key: hub.key })).json;
const queued = async (body?: object): Promise<string> => {
  const { status, json, text } = await post(body);
  expect(status, text).toBe(202);
  return json.id;
};

beforeEach(async () => {
  // What a test leaves waiting is no other's to make.
  await bindings.DB.prepare('DELETE FROM plans').run();
  hub = await newHub();
  const startups = STARTUPS.map((id, i) => ({ ...STARTUP, name: id, sectors: [SECTORS[i % 3]] }));
  const investors = INVESTORS.map((id, i) => ({
    ...INVESTOR,
    name: id,
    sectors: [SECTORS[i % 3], SECTORS[(i + 1) % 3]],
  }));
  await putAllCheap(hub.id, [
    ...startups.map((input): [Kind, string, object] => ['startup', input.name, input]),
    ...investors.map((input): [Kind, string, object] => ['investor', input.name, input]),
  ]);
});

test('a plan is what `assign` makes of the scores that lists have', async () => {
  const { status, json, headers } = await post();
  expect({ status, json }).toMatchObject({ status: 202, json: { state: 'queued', gap: null, removed: 0 } });
  expect(headers.get('location')).toBe(`/v1/plans/${json.id}`);
  await run();
  const made = await get(json.id);
  expect(made).toMatchObject({ state: 'done', name: 'Demo day', tables: [3, 2, 3, 1], minScore: 20 });

  const lists = await Promise.all(
    STARTUPS.map(async (startup) => {
      const { json } = await call('GET', `/v1/startups/${startup}/matches?limit=50`, { key: hub.key });
      return (json.matches as { id: string; score: number }[]).map(({ id, score }) => ({
        startup,
        investor: id,
        score,
      }));
    }),
  );
  const scores = lists.flat().filter(({ score }) => score >= DAY.minScore);
  expect(scores.length).toBeGreaterThan(8);
  const sides = (people: readonly { id: string; meetings: number; absent?: number[] }[]) =>
    people.map(({ id, meetings, absent }) => ({ id, capacity: meetings, absent }));
  const { slots, tables, blocked } = DAY;
  const expected = await assign({
    ...{ startups: sides(DAY.startups), investors: sides(DAY.investors), slots, tables, blocked, scores },
    solver: await loadSolver({ load, module }),
  });
  expect(made.meetings).toEqual(expected.meetings);
  expect({ value: made.value, bound: made.bound, gap: made.gap, unplaced: made.unplaced }).toEqual({
    ...{ value: expected.value, bound: expected.bound, gap: expected.gap, unplaced: expected.unplaced },
  });
});

test('capacities, absences, tables and blocked pairs are respected', async () => {
  const id = await queued();
  await run();
  const { meetings } = await get(id);
  expect(meetings.length).toBeGreaterThan(5);
  for (const [side, people] of [
    ['startup', DAY.startups],
    ['investor', DAY.investors],
  ] as const)
    for (const person of people) {
      const own = meetings.filter((meeting: Record<string, string>) => meeting[side] === person.id);
      expect(own.length).toBeLessThanOrEqual(person.meetings);
      const slots = own.map(({ slot }: { slot: number }) => slot);
      expect(new Set(slots).size).toBe(slots.length);
      for (const slot of person.absent ?? []) expect(slots).not.toContain(slot);
    }
  for (const { slot, table } of meetings) expect(table).toBeLessThan(DAY.tables[slot] as number);
  expect(meetings).not.toContainEqual(expect.objectContaining({ startup: 's0', investor: 'i0' }));
});

test('the meetings as CSV', async () => {
  const id = await queued();
  await run();
  const { text, headers } = await call('GET', `/v1/plans/${id}`, { key: hub.key, headers: { accept: 'text/csv' } });
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const { meetings } = await get(id);
  const [head, ...lines] = text.trimEnd().split('\r\n');
  expect(head).toBe('slot,table,startup,investor,score');
  expect(lines).toHaveLength(meetings.length);
  const [{ slot, table, startup, investor, score }] = meetings;
  expect(lines[0]).toBe([slot, table, startup, investor, score].join());
});

test.each<[string, object, string, string]>([
  ['an id that the hub does not have', { startups: [{ id: 'nobody', meetings: 1 }] }, '/startups/0/id', 'unknown_id'],
  ['a profile of the other kind', { investors: [{ id: 's0', meetings: 1 }] }, '/investors/0/id', 'unknown_id'],
  ['a participant named twice', { startups: [...DAY.startups, { id: 's0', meetings: 1 }] }, '/startups/6/id', 'unique'],
  [
    'an absence outside the slots',
    { startups: [{ id: 's0', meetings: 1, absent: [4] }] },
    '/startups/0/absent/0',
    'maximum',
  ],
  ['tables for too few slots', { tables: [1] }, '/tables', 'length'],
  ['a blocked pair of nobody', { blocked: [{ startup: 's0', investor: 'x' }] }, '/blocked/0/investor', 'unknown_id'],
])('%s is refused with its path', async (_, change, path, rule) => {
  const day = { ...DAY, blocked: [], ...change };
  expect(await post(day)).toMatchObject({
    status: 422,
    json: { code: 'invalid_request', issues: [{ in: 'body', path, rule }] },
  });
});

test('a day that is too large for a Worker is refused, and told where it can be planned', async () => {
  const many = (letter: string, n: number) => [...Array(n).keys()].map((i) => ({ id: `${letter}${i}`, meetings: 1 }));
  const { status, json } = await post({ ...DAY, startups: many('s', 201), investors: many('i', 100), blocked: [] });
  expect({ status, issues: json.issues }).toMatchObject({ status: 422, issues: [{ path: '', rule: 'most_pairs' }] });
  expect(json.issues[0].message).toContain(`${MOST_PLAN_PAIRS}`);
  expect(json.issues[0].message).toContain('@kopru/sdk/assign');
});

test('no more than twenty plans of a hub wait', async () => {
  for (let i = 0; i < 20; i++) await queued();
  expect(await post()).toMatchObject({ status: 409, json: { code: 'conflict' } });
  await run();
  expect(await post()).toMatchObject({ status: 202 });
});

test('another hub sees nothing of it', async () => {
  const id = await queued();
  await run();
  const { key } = await newHub();
  expect((await call('GET', '/v1/plans', { key })).json.items).toEqual([]);
  expect(await call('GET', `/v1/plans/${id}`, { key })).toMatchObject({ status: 404 });
  expect(await call('DELETE', `/v1/plans/${id}`, { key })).toMatchObject({ status: 404 });
  expect(await post(DAY, key)).toMatchObject({ status: 422 });
  expect(await get(id)).toMatchObject({ state: 'done' });
});

test('plans are listed by pages, the newest first, and deleted', async () => {
  const ids = [await queued(), await queued(), await queued()];
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { json } = await call('GET', `/v1/plans?limit=2${cursor && `&cursor=${cursor}`}`, { key: hub.key });
    found.push(...json.items.map(({ id }: { id: string }) => id));
    cursor = json.nextCursor;
  }
  expect(found.toSorted()).toEqual(ids.toSorted());
  expect(await call('DELETE', `/v1/plans/${ids[0]}`, { key: hub.key })).toMatchObject({ status: 204 });
  expect(await call('GET', `/v1/plans/${ids[0]}`, { key: hub.key })).toMatchObject({ status: 404 });
});

test('the same Idempotency-Key makes one plan', async () => {
  const send = () => call('POST', '/v1/plans', { key: hub.key, body: DAY, headers: { 'idempotency-key': 'day-1' } });
  const [first, second] = [await send(), await send()];
  expect(second.json.id).toBe(first.json.id);
  expect((await call('GET', '/v1/plans', { key: hub.key })).json.items).toHaveLength(1);
});

test('a run that is cut off is taken up again, and one after three is given up', async () => {
  const id = await queued();
  await claimPlan(session(), 'cut off', new Date());
  await run(later(1));
  expect(await get(id)).toMatchObject({ state: 'running', meetings: [] });
  await run(later(10));
  expect(await get(id)).toMatchObject({ state: 'done' });

  const deadly = await queued();
  for (const minutes of [0, 10, 20]) await claimPlan(session(), `cut off ${minutes}`, later(minutes));
  await run(later(30));
  expect(await get(deadly)).toMatchObject({ state: 'failed', meetings: [], value: null });
  await run(later(40));
  expect(await get(deadly)).toMatchObject({ state: 'failed' });
});

test('two runs at once make one plan, and what a late one found is not written', async () => {
  const id = await queued();
  await Promise.all([run(), run()]);
  const once = await get(id);
  expect(once).toMatchObject({ state: 'done' });
  expect(new Set(once.meetings.map(({ slot, table }: Record<string, number>) => `${slot} ${table}`)).size).toBe(
    once.meetings.length,
  );

  // The lease of a run that takes long ends, and another one takes over and ends first.
  const slow = await queued();
  await Promise.all([run(), run(later(10))]);
  const { meetings, state } = await get(slow);
  expect(state).toBe('done');
  expect(meetings).toEqual(once.meetings);
  const { results } = await bindings.DB.prepare(
    "SELECT action FROM audit WHERE subject_kind = 'plan' AND subject_id = ? ORDER BY action",
  )
    .bind(slow)
    .all();
  expect(results).toEqual([{ action: 'plan.created' }, { action: 'plan.done' }]);
});

test('a plan that is deleted while it is made stays deleted', async () => {
  const id = await queued();
  await Promise.all([run(), call('DELETE', `/v1/plans/${id}`, { key: hub.key })]);
  expect(await call('GET', `/v1/plans/${id}`, { key: hub.key })).toMatchObject({ status: 404 });
  expect(await tablesWith(id)).toEqual(['audit']);
});

test('an erasure takes the profile out of plans, which say so', async () => {
  const done = await queued();
  await run();
  const waiting = await queued();
  const before = await get(done);
  expect(before.meetings).toContainEqual(expect.objectContaining({ startup: 's2' }));
  expect(await call('DELETE', '/v1/startups/s2', { key: hub.key })).toMatchObject({ status: 204 });
  const without = (pairs: { startup: string }[]) => pairs.filter(({ startup }) => startup !== 's2');
  expect(await get(done)).toEqual({
    ...before,
    removed: 1,
    meetings: without(before.meetings),
    unplaced: without(before.unplaced),
  });
  await run();
  expect(await get(waiting)).toMatchObject({ state: 'done', removed: 1 });
  expect(JSON.stringify((await get(waiting)).meetings)).not.toContain('"s2"');
});

test('what a run found before an erasure is not written, and it is planned anew', async () => {
  const id = await queued();
  const db = session();
  const plan = (await claimPlan(db, 'slow', new Date())) as StoredPlan;
  const { participants } = await readDay(db, id);
  await call('DELETE', '/v1/startups/s2', { key: hub.key });
  const found = { meetings: [], unplaced: [], value: 1, bound: 1, gap: 0 };
  const written = db.batch(finishPlan(db, plan, participants, found, new Date()));
  expect(await written.then(() => undefined, isGuardFailure)).toBe(true);
  await run();
  expect(await get(id)).toMatchObject({ state: 'done', removed: 1 });
  expect(JSON.stringify(await get(id))).not.toContain('"s2"');
});

test('the export of the hub and that of a profile hold it', async () => {
  await queued();
  await run();
  const types = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ type }) => type.startsWith('plan'));
  const whole = types((await call('GET', '/v1/export', { key: hub.key })).text);
  expect(new Set(whole.map(({ type }) => type))).toEqual(
    new Set(['plan', 'plan-participant', 'plan-blocked', 'plan-meeting']),
  );
  const own = await call('GET', '/v1/startups/s0/export', { key: hub.key });
  expect(own.text).toContain('plan-meeting');
  expect(own.text).not.toContain('s1');
});

test('a plan is forgotten when introductions of its age are', async () => {
  const id = await queued();
  await run();
  // A run takes some of the hubs and rings for the others.
  const days = async (n: number) => {
    for (let runs = 0; runs < 5; runs++) await retention.run({ env: bindings, db: session(), now: later(n * 24 * 60) });
  };
  await days(729);
  expect(await get(id)).toMatchObject({ state: 'done' });
  await days(731);
  expect(await call('GET', `/v1/plans/${id}`, { key: hub.key })).toMatchObject({ status: 404 });
});
