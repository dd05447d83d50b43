import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { newHub } from '../../test/hub.ts';
import { changedAt, keepEntries, type Part } from './entry-store.ts';
import { insertFeed, revokeFeed } from './store.ts';

const { DB } = bindings;
const NOON = new Date('2026-11-27T12:00:00.900Z');
const SECOND = Math.floor(NOON.getTime() / 1000);
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

let hub: string;
let count = 0;
async function newFeed(): Promise<string> {
  const id = `feed-store-${++count}`;
  const profile = { kind: 'investor', id: 'fund' } as const;
  await insertFeed(
    DB,
    hub,
    { id, profile, locale: 'en', seeks: 'startup', createdAt: NOON.toISOString() },
    `hash-${id}`,
  ).run();
  return id;
}
beforeAll(async () => {
  hub = (await newHub()).id;
});

test('a part of a feed keeps its date while nothing changes', async () => {
  const feed = await newFeed();
  for (const at of [NOON, later(5), later(60)]) expect(await changedAt(DB, feed, 'matches', 'a', at)).toBe(SECOND);
  expect(await changedAt(DB, feed, 'meetings', 'a', later(9))).toBe(SECOND + 9);
});

test('two states within one second, and one that comes back, never have the same date', async () => {
  const feed = await newFeed();
  const dates = [];
  for (const version of ['a', 'b', 'a', 'c']) dates.push(await changedAt(DB, feed, 'matches', version, NOON));
  expect(dates).toEqual([SECOND, SECOND + 1, SECOND + 2, SECOND + 3]);
  expect(await changedAt(DB, feed, 'matches', 'd', later(60))).toBe(SECOND + 60);
});

test('requests at the same moment agree on the date', async () => {
  const feed = await newFeed();
  const ask = () => changedAt(DB, feed, 'matches', 'a', NOON);
  expect(new Set(await Promise.all([ask(), ask(), ask(), ask()]))).toEqual(new Set([SECOND]));
});

test('nothing is kept of a feed or a profile that is gone', async () => {
  for (const part of ['matches', 'meetings'] satisfies Part[])
    expect(await changedAt(DB, 'no-such-feed', part, 'a', NOON)).toBe(SECOND);
  const entries = [{ kind: 'startup', id: 'nobody', hash: 'x' }] as const;
  expect(await keepEntries(DB, await newFeed(), entries, NOON)).toEqual(new Map());
  expect(await keepEntries(DB, 'no-such-feed', entries, NOON)).toEqual(new Map());
  const revoked = await newFeed();
  await DB.batch(revokeFeed(DB, hub, revoked, NOON));
  await changedAt(DB, revoked, 'matches', 'a', NOON);
  const { results } = await DB.prepare('SELECT * FROM feed_versions WHERE feed_id = ?').bind(revoked).all();
  expect(results).toEqual([]);
});
