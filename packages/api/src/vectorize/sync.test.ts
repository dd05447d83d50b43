import { MODEL } from '@kopru/model/workerd';
import { beforeEach, expect, test, vi } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putAllCheap, putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { type Deployment, deployment } from '../../test/vectorize/deployment.ts';
import { namespaceOf } from './layout.ts';
import type { Space } from './space-store.ts';

let hub: { id: string; key: string };
let at: Deployment;
/** The job works for all hubs that there are. */
const forgetHubs = () =>
  bindings.DB.batch(['hubs', 'vector_spaces'].map((table) => bindings.DB.prepare(`DELETE FROM ${table}`)));
beforeEach(async () => {
  await forgetHubs();
  hub = await newHub();
  at = deployment();
});

const space = async (of = hub.id) =>
  (await bindings.DB.prepare('SELECT * FROM vector_spaces WHERE hub_id = ?')
    .bind(of)
    .first<Space & { lease: string }>())!;
const sequence = () =>
  bindings.DB.prepare('SELECT sequence FROM hubs WHERE id = ?').bind(hub.id).first<number>('sequence');
const noted = async () =>
  (await bindings.DB.prepare('SELECT kind, id, windows FROM sent_vectors ORDER BY kind, id').all()).results;
/** Vectors of profiles that queries see, without the markers. */
const seen = () => at.vectors.ids.filter((id) => !id.endsWith('.marker')).length;
/** Everything is sent and seen. */
async function settle() {
  await at.sync();
  at.vectors.settle();
  await at.sync();
}
const erase = (kind: string, id: string) => call('DELETE', `/v1/${kind}/${id}`, { key: hub.key });

test('nothing is sent of a hub that an isolate holds, nor where there is no Vectorize', async () => {
  await putCheap(hub.id, 'startup', 'a', STARTUP);
  await at.choose(2);
  await at.sync();
  expect([await space(), at.vectors.waiting]).toEqual([null, 0]);
});

test('a hub fills its space, and is on once queries see it all', async () => {
  await putAllCheap(hub.id, [
    ['startup', 'a', STARTUP],
    ['investor', 'i', INVESTOR],
  ]);
  await at.choose(2);
  expect(await space()).toMatchObject({ state: 'filling', sent: 0, visible: 0 });
  await at.sync();
  expect(await space()).toMatchObject({ state: 'filling', sent: 2, marked: 2, visible: 0 });
  at.vectors.settle(1);
  await at.sync();
  // The vectors are seen, the marker behind them is not.
  expect(await space()).toMatchObject({ state: 'filling', visible: 0 });
  at.vectors.settle();
  await at.sync();
  expect(await space()).toMatchObject({ state: 'on', sent: 2, marked: 2, visible: 2, lease: '' });
  const { matches } = await at.vectors.query(new Float32Array(MODEL.dimensions).fill(1), {
    namespace: await namespaceOf(hub.id, MODEL.id),
    topK: 50,
    returnMetadata: 'all',
  });
  expect(matches.map(({ metadata }) => metadata?.kind).sort()).toEqual(['investor', 'marker', 'startup']);
});

test('a settled hub costs no call', async () => {
  await putCheap(hub.id, 'startup', 'a', STARTUP);
  await at.choose(1);
  await settle();
  const before = { ...at.vectors.calls };
  expect(await at.sync()).toEqual([]);
  expect(at.vectors.calls).toEqual(before);
});

test('what changes no vector is seen at once', async () => {
  await putCheap(hub.id, 'startup', 'a', STARTUP);
  await at.choose(1);
  await settle();
  const before = { ...at.vectors.calls };
  await bindings.DB.prepare('UPDATE hubs SET sequence = sequence + 5 WHERE id = ?').bind(hub.id).run();
  await at.sync();
  expect(await space()).toMatchObject({ sent: 6, marked: 6, visible: 6 });
  expect(at.vectors.calls).toEqual(before);
});

test('rewrites, withdrawals and deletions take vectors out, and leave no more windows than there are', async () => {
  const long = { ...STARTUP, pitch: Array.from({ length: 40 }, (_, i) => `${STARTUP.pitch} ${i}.`).join(' ') };
  await putAllCheap(hub.id, [
    ['startup', 'long', long],
    ['startup', 'paused', STARTUP],
    ['startup', 'gone', long],
    ['investor', 'i', INVESTOR],
  ]);
  await at.choose(1);
  await settle();
  const many = seen();
  expect(many).toBeGreaterThan(40);

  await putCheap(hub.id, 'startup', 'long', STARTUP);
  await putCheap(hub.id, 'startup', 'paused', { ...STARTUP, status: 'paused' });
  await erase('startups', 'gone');
  await settle();
  expect(seen()).toBe(2);
  expect(await noted()).toEqual([
    { kind: 'investor', id: 'i', windows: 1 },
    { kind: 'startup', id: 'long', windows: 1 },
  ]);
  expect((await space()).visible).toBe(await sequence());

  await putCheap(hub.id, 'startup', 'paused', STARTUP);
  await putCheap(hub.id, 'startup', 'gone', STARTUP);
  await settle();
  expect(seen()).toBe(4);
});

test('a profile that has no vector of the model yet has none there', async () => {
  await putCheap(hub.id, 'startup', 'a', STARTUP);
  await at.choose(1);
  await settle();
  await bindings.DB.batch([
    bindings.DB.prepare("UPDATE vectors SET model = 'older' WHERE hub_id = ?").bind(hub.id),
    bindings.DB.prepare('UPDATE hubs SET sequence = 9 WHERE id = ?').bind(hub.id),
    bindings.DB.prepare('UPDATE profiles SET sequence = 9 WHERE hub_id = ?').bind(hub.id),
  ]);
  await settle();
  expect([seen(), await noted()]).toEqual([0, []]);
});

test('more than a page goes in batches that Vectorize takes, deletions too', async () => {
  const ids = Array.from({ length: 1200 }, (_, i) => `s${i}`);
  await putAllCheap(
    hub.id,
    ids.map((id) => ['startup', id, STARTUP] as const),
  );
  await at.choose(1000);
  await settle();
  expect([seen(), (await space()).state]).toEqual([1200, 'on']);
  const { DB } = bindings;
  await DB.batch([
    DB.prepare(
      `INSERT INTO deletions (hub_id, kind, id, sequence)
       SELECT hub_id, kind, id, 1200 + row_number() OVER (ORDER BY id) FROM profiles WHERE hub_id = ? AND id < 's7'`,
    ).bind(hub.id),
    DB.prepare("DELETE FROM profiles WHERE hub_id = ? AND id < 's7'").bind(hub.id),
    DB.prepare(
      'UPDATE hubs SET sequence = 1200 + (SELECT count(*) FROM deletions WHERE hub_id = ?1) WHERE id = ?1',
    ).bind(hub.id),
  ]);
  await settle();
  const left = ids.filter((id) => id >= 's7').length;
  expect([seen(), (await noted()).length, (await space()).visible]).toEqual([left, left, await sequence()]);
});

test('a run that is cut off after any call of Vectorize leaves nothing that the next does not mend', async () => {
  for (const cut of [1, 2, 3, 4, 5]) {
    const one = await newHub();
    const there = deployment();
    await putAllCheap(
      one.id,
      Array.from({ length: 4 }, (_, i) => ['startup', `s${i}`, STARTUP] as const),
    );
    await there.choose(3);
    await there.sync();
    there.vectors.settle();
    await there.sync();
    await putCheap(one.id, 'startup', 's0', { ...STARTUP, status: 'paused' });
    await putCheap(one.id, 'startup', 's1', { ...STARTUP, pitch: INVESTOR.thesis });
    await call('DELETE', '/v1/startups/s2', { key: one.key });
    await putCheap(one.id, 'startup', 's9', STARTUP);

    let calls = 0;
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { upsert, deleteByIds } = there.vectors;
    const cutting =
      <A, R>(act: (of: A) => Promise<R>) =>
      async (of: A) => {
        const done = await act(of);
        if (++calls === cut) throw new Error('cut off');
        return done;
      };
    Object.assign(there.vectors, { upsert: cutting(upsert), deleteByIds: cutting(deleteByIds) });
    await there.sync();
    Object.assign(there.vectors, { upsert, deleteByIds });
    log.mockRestore();
    await there.sync();
    there.vectors.settle();
    await there.sync();
    expect(there.vectors.ids.filter((id) => !id.endsWith('.marker'))).toHaveLength(3);
    expect(await space(one.id)).toMatchObject({ state: 'on', visible: 8 });
    await forgetHubs();
  }
});

test('while one run has a space no other works on it, until its lease is over', async () => {
  await putCheap(hub.id, 'startup', 'a', STARTUP);
  await at.choose(1);
  const soon = new Date(Date.now() + 60_000).toISOString();
  await bindings.DB.prepare("UPDATE vector_spaces SET lease = 'another', lease_until = ?").bind(soon).run();
  await at.sync();
  expect(at.vectors.waiting).toBe(0);
  await at.sync(new Date(Date.now() + 61_000));
  expect(at.vectors.waiting).toBeGreaterThan(0);
});

test('a marker of an earlier filling says nothing of a later one', async () => {
  await putAllCheap(
    hub.id,
    Array.from({ length: 3 }, (_, i) => ['startup', `s${i}`, STARTUP] as const),
  );
  await at.choose(3);
  await settle();
  await bindings.DB.prepare("UPDATE vector_spaces SET state = 'leaving'").run();
  await at.choose(3);
  await at.sync();
  expect(await space()).toMatchObject({ state: 'filling', sent: 3, visible: 0 });
  at.vectors.settle();
  await at.sync();
  expect(await space()).toMatchObject({ state: 'on', visible: 3 });
});

test('a hub that shrank, and one that was erased, leave no vector behind and no note', async () => {
  await putAllCheap(
    hub.id,
    Array.from({ length: 3 }, (_, i) => ['startup', `s${i}`, STARTUP] as const),
  );
  await at.choose(3);
  await settle();
  await erase('startups', 's0');
  await at.choose(3, 2);
  expect((await space()).state).toBe('on');
  await at.choose(4, 3);
  expect((await space()).state).toBe('leaving');
  await settle();
  expect([at.vectors.ids, await space(), await noted()]).toEqual([[], null, []]);

  await at.choose(2);
  await settle();
  expect(seen()).toBe(2);
  await bindings.DB.prepare('DELETE FROM hubs WHERE id = ?').bind(hub.id).run();
  await settle();
  expect([at.vectors.ids, await space(), await noted()]).toEqual([[], null, []]);
});

test('the vectors of one hub are in no namespace of another', async () => {
  const other = await newHub();
  for (const { id } of [hub, other])
    await putAllCheap(id, [
      ['startup', 'same', STARTUP],
      ['investor', 'i', INVESTOR],
    ]);
  await at.choose(2);
  await settle();
  expect(seen()).toBe(4);
  for (const { id } of [hub, other]) {
    const namespace = await namespaceOf(id, MODEL.id);
    const { count } = await at.vectors.query(new Float32Array(MODEL.dimensions).fill(1), { namespace, topK: 100 });
    expect(count).toBe(3);
  }
});
