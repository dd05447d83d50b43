import { MODEL } from '@kopru/model/workerd';
import { afterEach, expect, test, vi } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { consent, type ExchangeHub, partners, putCheap, setPolicy } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import type { Queryable } from '../lib/queryable.ts';
import { heldProfiles } from './held-profiles.ts';
import { hubIndex } from './hub-index.ts';

const primary = () => bindings.DB.withSession('first-primary');
const indexOf = (id: string, db: Queryable = primary()) =>
  hubIndex({ db, cache: bindings.CACHE }, { id }, MODEL, () => undefined);

/** D1 as a request sees it that is cut off while it reads profiles: no answer ever comes. */
function cutOff(): Queryable {
  const db = primary();
  const never = { bind: () => never, all: () => new Promise(() => undefined) };
  return {
    batch: (statements) => db.batch(statements),
    prepare: ((sql: string) => (sql.includes('FROM profiles') ? never : db.prepare(sql))) as Queryable['prepare'],
  };
}

/** D1 of which no profile can be read. */
function unreadable(): Queryable {
  const db = primary();
  return {
    batch: (statements) => db.batch(statements),
    prepare: (sql) => {
      if (sql.includes('FROM profiles')) throw new Error('out of order');
      return db.prepare(sql);
    },
  };
}

/** D1 that takes its time for each answer. */
function slow(milliseconds: number): Queryable {
  const db = primary();
  return {
    batch: (statements) => db.batch(statements),
    prepare: (sql) => {
      const late = async () => new Promise((resolve) => setTimeout(resolve, milliseconds));
      const bound = (...values: unknown[]) => {
        const statement = db.prepare(sql).bind(...values);
        return sql.includes('SELECT') && !sql.includes('FROM hubs') && !sql.includes('FROM agreements')
          ? { all: async () => late().then(() => statement.all()) }
          : statement;
      };
      return { bind: bound } as unknown as ReturnType<Queryable['prepare']>;
    },
  };
}

afterEach(() => vi.restoreAllMocks());

test('a catch-up whose request was cut off keeps nobody waiting for ever', async () => {
  const hub = await newHub();
  await putCheap(hub.id, 'startup', 'a', STARTUP);
  void indexOf(hub.id, cutOff());
  await new Promise((resolve) => setTimeout(resolve, 50));
  const waiting = await Promise.all([indexOf(hub.id), indexOf(hub.id)]);
  for (const index of waiting) expect(index.get('startup', 'a')).toBeDefined();
});

test('a catch-up that is slow and gets on is waited for, however long it takes in all', async () => {
  const hub = await newHub();
  await putCheap(hub.id, 'startup', 'a', STARTUP);
  const started = indexOf(hub.id, slow(900));
  await new Promise((resolve) => setTimeout(resolve, 50));
  // Whoever waits could not do it itself.
  expect((await indexOf(hub.id, unreadable())).get('startup', 'a')).toBeDefined();
  await started;
});

test('a profile that a card was made of is not read again before another write of it', async () => {
  const hub = await newHub();
  const put = (name: string) => putCheap(hub.id, 'startup', 'a', { ...STARTUP, name });
  const names = async (index: Parameters<typeof heldProfiles>[4], db: Queryable = primary()) =>
    (await heldProfiles(db, hub.id, 'startup', ['a'], index)).map(({ profile }) => profile.name);
  await put('First');
  expect(await names(await indexOf(hub.id))).toEqual(['First']);
  expect(await names(await indexOf(hub.id), unreadable())).toEqual(['First']);
  await put('Second');
  const entry = (await indexOf(hub.id)).get('startup', 'a');
  await put('Third');
  // What was written after the index was caught up is shown, and not taken for what the index has.
  expect(await names({ get: () => entry })).toEqual(['Third']);
  await expect(names({ get: () => entry }, unreadable())).rejects.toThrow('out of order');
  await call('DELETE', `/v1/startups/a`, { key: hub.key });
  expect(await names(await indexOf(hub.id))).toEqual([]);
});

test('a catch-up that failed fails its own request only', async () => {
  const hub = await newHub();
  await putCheap(hub.id, 'startup', 'a', STARTUP);
  const [failed, read] = await Promise.allSettled([indexOf(hub.id, unreadable()), indexOf(hub.id)]);
  expect([failed.status, read.status]).toEqual(['rejected', 'fulfilled']);
  expect((await indexOf(hub.id)).get('startup', 'a')).toBeDefined();
});

test.each([
  ['a body that is no JSON', "UPDATE profiles SET body = '{' WHERE hub_id = ? AND id = 'bad'"],
  ['a body without its text', 'UPDATE profiles SET body = \'{"name":"x"}\' WHERE hub_id = ? AND id = \'bad\''],
  ['vectors that are cut', "UPDATE vectors SET windows = substr(windows, 1, 8) WHERE hub_id = ? AND id = 'bad'"],
])('%s: the row is dropped and named in the log, and all others are there', async (_, damage) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const [home, receiver] = await partners();
  await putCheap(home.id, 'startup', 'good', STARTUP);
  await putCheap(home.id, 'startup', 'bad', { ...STARTUP, name: 'Sırlı ad' });
  for (const id of ['good', 'bad']) await consent(home, 'startup', id);
  await bindings.DB.prepare(damage).bind(home.id).run();

  const own = await indexOf(home.id);
  expect([own.get('startup', 'good')?.profile.id, own.get('startup', 'bad')]).toEqual(['good', undefined]);
  const foreign = [...(await indexOf(receiver.id)).all('startup')];
  expect(foreign.map(({ profile }) => profile.name)).toEqual([STARTUP.name]);
  const lines = log.mock.calls.map(([line]) => String(line));
  expect(lines.filter((line) => line.includes('"id":"bad"'))).not.toHaveLength(0);
  expect(lines.join()).not.toContain('Sırlı');
});

test('sectors that a text alone tells are read when they are asked for, stored or not', async () => {
  const hub = await newHub();
  const { sectors: _, ...silent } = STARTUP;
  await putCheap(hub.id, 'startup', 'silent', silent);
  await putCheap(hub.id, 'startup', 'stated', STARTUP);
  await putCheap(hub.id, 'investor', 'fund', { ...INVESTOR, excludedSectors: ['mining'] });
  const index = await indexOf(hub.id);
  expect(index.get('startup', 'silent')?.profile.facets.inferredSectors?.possible.length).toBeGreaterThan(0);
  expect(index.get('startup', 'stated')?.profile.facets.inferredSectors).toBeUndefined();
});

test.each<[string, (home: ExchangeHub, receiver: ExchangeHub) => Promise<unknown>]>([
  ['the corridor is closed', (_, receiver) => call('DELETE', '/v1/corridors/subscriptions/KZ', receiver)],
  ['the hub leaves the exchange', (home) => setPolicy(home.id, { enabled: false })],
])('a request that began before %s does not bring the cards back', async (_, end) => {
  const [home, receiver] = await partners();
  await putCheap(home.id, 'startup', 'a', STARTUP);
  await consent(home, 'startup', 'a');
  const index = await indexOf(receiver.id);
  expect([...index.all('startup')]).toHaveLength(1);

  const { promise: resumed, resolve: resume } = Promise.withResolvers<void>();
  const { promise: looked, resolve: look } = Promise.withResolvers<void>();
  const db = primary();
  const late = indexOf(receiver.id, {
    prepare: (sql) => db.prepare(sql),
    batch: async <T>(statements: Parameters<Queryable['batch']>[0]) => {
      const view = await db.batch<T>(statements);
      look();
      await resumed;
      return view;
    },
  });
  await looked;
  await end(home, receiver);
  await indexOf(receiver.id);
  expect([...index.all('startup')]).toEqual([]);
  resume();
  await late;
  expect([...index.all('startup')]).toEqual([]);
});
