import type { KVNamespace } from '@cloudflare/workers-types';
import { MODEL } from '@kopru/model/workerd';
import type { MatchIndex } from '@kopru/sdk/engine';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putAllCheap, putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { eraseHubs } from '../hubs/job.ts';
import type { Queryable } from '../lib/queryable.ts';
import { DAY } from '../lib/time.ts';
import { hubIndex } from '../matches/hub-index.ts';
import { writeSnapshots } from './job.ts';
import { formatOf, packPart } from './part.ts';
import { readParts } from './store.ts';
import { prefixOf, writePart } from './write.ts';

const { CACHE } = bindings;
const FORMAT = formatOf(MODEL);
const primary = () => bindings.DB.withSession('first-primary');
const run = (now = new Date(), env = bindings) => writeSnapshots.run({ env, db: primary(), now });
const partsOf = (id: string) => readParts(primary(), id, FORMAT);
const keysOf = async (id: string) => (await CACHE.list({ prefix: prefixOf(id) })).keys.map(({ name }) => name);
const erase = (id: string, key = hub.key) => call('DELETE', `/v1/startups/${id}`, { key });

/** The hub's index as an isolate reads it that holds nothing yet, and how many profiles came from rows. */
async function fresh(db: Queryable = primary(), cache: KVNamespace = CACHE) {
  let rows = 0;
  const counting: Queryable = {
    batch: (statements) => db.batch(statements),
    prepare: (sql) => {
      const counted = (statement: ReturnType<Queryable['prepare']>): ReturnType<Queryable['prepare']> =>
        Object.assign(Object.create(statement), {
          bind: (...values: unknown[]) => counted(statement.bind(...values)),
          first: (...args: [string]) => statement.first(...args),
          all: async () => {
            const result = await statement.all();
            if (sql.includes('v.windows')) rows += result.results.length;
            return result;
          },
        });
      return counted(db.prepare(sql));
    },
  };
  const index = await hubIndex({ db: counting, cache }, hub, MODEL, () => undefined, { indexes: new Map() });
  return { index, ids: idsOf(index), rows };
}

const idsOf = (index: MatchIndex) =>
  [...index.all('startup'), ...index.all('investor')].map(({ profile }) => profile.id).sort();

let hub: { id: string; key: string };
beforeEach(async () => {
  hub = await newHub();
  await putAllCheap(hub.id, [
    ['startup', 'a', STARTUP],
    ['startup', 'b', { ...STARTUP, name: 'B' }],
    ['investor', 'c', INVESTOR],
  ]);
  // As after many writes, from which on a hub has a snapshot.
  await bindings.DB.prepare('UPDATE hubs SET sequence = sequence + 1000 WHERE id = ?').bind(hub.id).run();
  await run();
});
afterEach(() => vi.restoreAllMocks());

describe('a fresh isolate', () => {
  test('reads a hub from its snapshot and no row, and lists the same', async () => {
    const read = await fresh();
    expect(read).toMatchObject({ ids: ['a', 'b', 'c'], rows: 0 });
    await CACHE.delete((await keysOf(hub.id))[0] as string);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const rows = await fresh();
    expect(rows).toMatchObject({ ids: ['a', 'b', 'c'], rows: 3 });
    const list = (index: MatchIndex) => index.match(index.get('investor', 'c')!);
    expect(list(read.index)).toEqual(list(rows.index));
    expect(list(read.index).matches).toHaveLength(2);
  });

  test('sees what was written, changed and erased since', async () => {
    await putCheap(hub.id, 'startup', 'd', STARTUP);
    await putCheap(hub.id, 'startup', 'b', { ...STARTUP, name: 'New' });
    await erase('a');
    const { index, ids, rows } = await fresh();
    expect({ ids, rows }).toEqual({ ids: ['b', 'c', 'd'], rows: 2 });
    expect(index.get('startup', 'b')?.profile.name).toBe('New');
  });

  test('sees what was written while the snapshot was', async () => {
    await putCheap(hub.id, 'startup', 'b', { ...STARTUP, name: 'Before' });
    await erase('a');
    const writing = {
      ...bindings,
      CACHE: {
        put: async (...args: Parameters<KVNamespace['put']>) => {
          await putCheap(hub.id, 'startup', 'b', { ...STARTUP, name: 'After' });
          await erase('d');
          await CACHE.put(...args);
        },
        delete: (key: string) => CACHE.delete(key),
      } as unknown as KVNamespace,
    };
    await putCheap(hub.id, 'startup', 'd', STARTUP);
    await run(new Date(), writing);
    const { index, ids } = await fresh();
    expect(ids).toEqual(['b', 'c']);
    expect(index.get('startup', 'b')?.profile.name).toBe('After');
  });
});

test('what a catch-up that was cut off had read of an older snapshot is not left behind', async () => {
  const indexes: NonNullable<Parameters<typeof hubIndex>[4]>['indexes'] = new Map();
  const db = primary();
  const never = { bind: () => never, all: () => new Promise(() => undefined) };
  const cutOff: Queryable = {
    batch: (statements) => db.batch(statements),
    prepare: ((sql: string) => (sql.includes('p.sequence > ?3') ? never : db.prepare(sql))) as Queryable['prepare'],
  };
  void hubIndex({ db: cutOff, cache: CACHE }, hub, MODEL, () => undefined, { indexes });
  await vi.waitFor(() => expect([...indexes.values()].map(({ index }) => index.size)).toEqual([3]));
  await erase('a');
  await run();
  const index = await hubIndex({ db: primary(), cache: CACHE }, hub, MODEL, () => undefined, { indexes });
  expect(idsOf(index)).toEqual(['b', 'c']);
});

test('KV that does not answer costs time, and no part', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const [part] = await partsOf(hub.id);
  await bindings.DB.prepare("UPDATE snapshots SET written_at = '2026-01-01T00:00:00.000Z' WHERE hub_id = ?")
    .bind(hub.id)
    .run();
  const silent = { get: () => Promise.reject(new Error('out of order')) } as unknown as KVNamespace;
  expect(await fresh(primary(), silent)).toMatchObject({ ids: ['a', 'b', 'c'], rows: 3 });
  expect((await partsOf(hub.id))[0]?.key).toBe(part?.key);
});

describe('a part that cannot be trusted is read from the rows, named in the log, and written again:', () => {
  const value = async (key: string) => new Uint8Array((await CACHE.get(key, 'arrayBuffer'))!);
  const other = { id: 'another-model', dimensions: MODEL.dimensions };
  test.each<[string, (key: string) => Promise<unknown>]>([
    ['one that is not there', (key) => CACHE.delete(key)],
    ['one that is cut off', async (key) => CACHE.put(key, (await value(key)).slice(0, -100))],
    ['an empty one', (key) => CACHE.put(key, new Uint8Array())],
    [
      'one with a byte changed',
      async (key) =>
        CACHE.put(
          key,
          (await value(key)).map((x, i) => (i === 900 ? ~x : x)),
        ),
    ],
    ['that of another model', (key) => CACHE.put(key, packPart(other, []))],
  ])('%s', async (_, spoil) => {
    const log = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const [key = ''] = await keysOf(hub.id);
    await spoil(key);
    expect(await fresh()).toMatchObject({ ids: ['a', 'b', 'c'], rows: 3 });
    expect(log.mock.calls.join()).toContain(key);
    // A value that is new may only not be seen everywhere yet.
    expect((await partsOf(hub.id))[0]?.key).toBe(key);
    await bindings.DB.prepare("UPDATE snapshots SET written_at = '2026-01-01T00:00:00.000Z' WHERE hub_id = ?")
      .bind(hub.id)
      .run();
    await fresh();
    await run();
    expect(await fresh()).toMatchObject({ ids: ['a', 'b', 'c'], rows: 0 });
  });

  test('one of another model under the digest of this one', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const [key = ''] = await keysOf(hub.id);
    const bytes = packPart(other, []);
    await CACHE.put(key, bytes);
    const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
    await bindings.DB.prepare('UPDATE snapshots SET digest = ? WHERE hub_id = ?')
      .bind(digest.map((byte) => byte.toString(16).padStart(2, '0')).join(''), hub.id)
      .run();
    expect(await fresh()).toMatchObject({ ids: ['a', 'b', 'c'], rows: 3 });
  });
});

describe('the job', () => {
  test('leaves a hub alone in which little was written, and writes it anew after a day', async () => {
    const before = await keysOf(hub.id);
    await putCheap(hub.id, 'startup', 'd', STARTUP);
    await run();
    expect(await keysOf(hub.id)).toEqual(before);
    await run(new Date(Date.now() + 2 * DAY));
    expect(await keysOf(hub.id)).not.toEqual(before);
    expect(await fresh()).toMatchObject({ ids: ['a', 'b', 'c', 'd'], rows: 0 });
  });

  test('takes what was erased out of KV at its next run', async () => {
    await erase('a');
    await run();
    const keys = await keysOf(hub.id);
    expect(keys).toHaveLength(1);
    expect(await CACHE.get(keys[0] as string)).not.toContain('"id":"a"');
    expect(await fresh()).toMatchObject({ ids: ['b', 'c'], rows: 0 });
  });

  test('takes it out also where a profile of the same id was written again meanwhile', async () => {
    const [key] = await keysOf(hub.id);
    await erase('a');
    await putCheap(hub.id, 'startup', 'a', { ...STARTUP, name: 'Another' });
    await run();
    expect(await keysOf(hub.id)).not.toContain(key);
    expect((await fresh()).index.get('startup', 'a')?.profile.name).toBe('Another');
  });

  test('that an erasure overtakes leaves the part to the next run, which takes it out', async () => {
    const [part] = await partsOf(hub.id);
    const overtaken = {
      put: async (...args: Parameters<KVNamespace['put']>) => {
        await erase('a');
        await CACHE.put(...args);
      },
      delete: (key: string) => CACHE.delete(key),
    } as unknown as KVNamespace;
    const work = { hubId: hub.id, part: part!, model: MODEL, now: new Date() };
    expect(await writePart({ db: primary(), cache: overtaken }, work)).toBe(false);
    await run();
    const keys = await keysOf(hub.id);
    expect(keys).toHaveLength(1);
    expect(await CACHE.get(keys[0] as string)).not.toContain('"id":"a"');
  });

  test('leaves out a row that cannot be read, and names it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await bindings.DB.prepare("UPDATE profiles SET body = '{' WHERE hub_id = ? AND id = 'b'").bind(hub.id).run();
    await erase('a');
    await run();
    expect(log.mock.calls.join()).toContain('"id":"b"');
    expect(await fresh()).toMatchObject({ ids: ['c'], rows: 0 });
  });

  test('moves parts on in which nothing was written, so that a fresh isolate reads nothing beside them', async () => {
    const { sequence: before } = (await partsOf(hub.id))[0]!;
    await bindings.DB.prepare('UPDATE hubs SET sequence = sequence + 5 WHERE id = ?').bind(hub.id).run();
    await run();
    expect((await partsOf(hub.id))[0]?.sequence).toBe(before + 5);
    await putCheap(hub.id, 'startup', 'd', STARTUP);
    await run();
    expect((await partsOf(hub.id))[0]?.sequence).toBe(before + 5);
  });

  test('of a hub that is closed writes nothing', async () => {
    await bindings.DB.prepare('INSERT INTO erased_hubs (id, erased_at) VALUES (?, ?)')
      .bind(hub.id, new Date().toISOString())
      .run();
    const before = await keysOf(hub.id);
    await run(new Date(Date.now() + 20 * DAY));
    expect(await keysOf(hub.id)).toEqual(before);
  });

  test('that is cut off between KV and D1 leaves the part as it was', async () => {
    await erase('a');
    const [part] = await partsOf(hub.id);
    const db = primary();
    const failing: Queryable = { prepare: (sql) => db.prepare(sql), batch: () => Promise.reject(new Error('cut off')) };
    const work = { hubId: hub.id, part: part!, model: MODEL, now: new Date() };
    await expect(writePart({ db: failing, cache: CACHE }, work)).rejects.toThrow('cut off');
    expect(await keysOf(hub.id)).toEqual([part!.key]);
    expect((await fresh()).ids).toEqual(['b', 'c']);
  });

  test('that runs twice at once leaves one value', async () => {
    const [part] = await partsOf(hub.id);
    const work = { hubId: hub.id, part: part!, model: MODEL, now: new Date() };
    const source = { db: primary(), cache: CACHE };
    const outcomes = await Promise.all([writePart(source, work), writePart(source, work)]);
    expect(outcomes.sort()).toEqual([false, true]);
    expect(await keysOf(hub.id)).toEqual([(await partsOf(hub.id))[0]?.key]);
  });

  test('writes a hub that is longer than a part in several, and only those anew in which something is erased', async () => {
    const many = Array.from({ length: 1100 }, (_, i): ['startup', string, object] => [
      'startup',
      `s${String(i).padStart(4, '0')}`,
      STARTUP,
    ]);
    await putAllCheap(hub.id, many.slice(0, 550));
    await putAllCheap(hub.id, many.slice(550));
    for (let i = 0; i < 3; i++) {
      const unwritten = (await partsOf(hub.id)).find((part, n) => part.key === '' || (i === 0 && n === 0));
      const work = { hubId: hub.id, part: unwritten!, model: MODEL, now: new Date(), full: 1 };
      expect(await writePart({ db: primary(), cache: CACHE }, work)).toBe(true);
    }
    const before = (await partsOf(hub.id)).map(({ key }) => key);
    expect(before).toHaveLength(3);
    expect(await fresh()).toMatchObject({ rows: 0 });
    await erase('s0600');
    await run();
    const after = (await partsOf(hub.id)).map(({ key }) => key);
    expect(after.map((key, i) => key === before[i])).toEqual([true, false, true]);
    const { ids } = await fresh();
    expect(ids).toHaveLength(1102);
    expect(ids).not.toContain('s0600');
  });

  test('forgets the parts of a format that no code reads, once its code is gone', async () => {
    const [key = ''] = await keysOf(hub.id);
    await bindings.DB.prepare("UPDATE snapshots SET format = 'older' WHERE hub_id = ?").bind(hub.id).run();
    await run();
    expect(await keysOf(hub.id)).toContain(key);
    await run(new Date(Date.now() + 3 * DAY));
    expect(await keysOf(hub.id)).not.toContain(key);
    expect(await fresh()).toMatchObject({ rows: 0 });
  });

  test('of an erased hub leaves nothing in KV', async () => {
    await call('DELETE', '/v1/hub', { key: hub.key, headers: { 'kopru-confirm': hub.id } });
    await bindings.DB.prepare('INSERT INTO erased_hubs (id, erased_at) VALUES (?, ?) ON CONFLICT DO NOTHING')
      .bind(hub.id, new Date().toISOString())
      .run();
    await eraseHubs.run({ env: bindings, db: primary(), now: new Date() });
    expect(await keysOf(hub.id)).toEqual([]);
  });
});

test('whatever is written, erased and packed in whatever order, a fresh isolate holds what D1 holds', async () => {
  const command = fc.oneof(
    fc.record({ put: fc.constantFrom('a', 'b', 'd', 'e') }),
    fc.record({ erase: fc.constantFrom('a', 'b', 'd', 'e') }),
    fc.constant('pack' as const),
    fc.constant('spoil' as const),
  );
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  let n = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 12 }), async (commands) => {
      for (const one of commands) {
        if (one === 'pack') await run(new Date(Date.now() + 2 * DAY));
        else if (one === 'spoil') for (const key of await keysOf(hub.id)) await CACHE.put(key, 'spoilt');
        else if ('put' in one) await putCheap(hub.id, 'startup', one.put, { ...STARTUP, name: `N${n++}` });
        else await erase(one.erase);
      }
      const { results } = await bindings.DB.prepare('SELECT id, body ->> ? AS name FROM profiles WHERE hub_id = ?')
        .bind('$.name', hub.id)
        .all<{ id: string; name: string }>();
      const { index } = await fresh();
      const held = [...index.all('startup'), ...index.all('investor')].map(({ profile: { id, name } }) => ({
        id,
        name,
      }));
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect(held.sort(byId)).toEqual(results.sort(byId));
    }),
    { numRuns: 15 },
  );
});
