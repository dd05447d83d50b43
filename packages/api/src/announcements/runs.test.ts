import { afterEach, beforeEach, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putAllCheap, putCheap } from '../../test/exchange.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
import { begin, FITS, look, many, pairRows, primary, runAnnouncing, told, toldPairs } from '../../test/listening.ts';
import type { Queryable } from '../lib/queryable.ts';

/** D1 where something happens right before what was found is written down, the first time. */
function beforeKeeping(happen: () => Promise<unknown>): Queryable {
  const db = primary();
  let keeps = false;
  let happened = false;
  return {
    prepare: (sql) => {
      keeps ||= sql.includes('INSERT INTO announced_matches');
      return db.prepare(sql);
    },
    batch: async (statements) => {
      if (keeps && !happened) {
        happened = true;
        await happen();
      }
      return db.batch(statements);
    },
  };
}

let hub: { id: string; key: string };
beforeEach(async () => {
  hub = await newHub();
  await begin(hub);
  await putCheap(hub.id, 'startup', 'a', STARTUP);
  await putAllCheap(hub.id, many(25, 'investor', 'fund', FITS));
});
afterEach(() => bindings.DB.prepare('DELETE FROM endpoints').run());

const expectAllOnce = async () => {
  expect(await told(hub)).toHaveLength(25);
  expect(new Set(await toldPairs(hub)).size).toBe(25);
};

test('runs at once announce once', async () => {
  await Promise.all([runAnnouncing(), runAnnouncing(), runAnnouncing()]);
  await runAnnouncing();
  await expectAllOnce();
});

test('a run that another overtakes writes nothing and leaves the rest to it', async () => {
  expect(await look(hub, beforeKeeping(runAnnouncing))).toEqual({ announced: 0, done: true });
  await expectAllOnce();
});

test('a run that is cut off before it writes loses nothing', async () => {
  const cutOff = beforeKeeping(() => Promise.reject(new Error('cut off')));
  await expect(look(hub, cutOff)).rejects.toThrow('cut off');
  expect([await told(hub), await pairRows(hub)]).toEqual([[], []]);
  await runAnnouncing();
  await expectAllOnce();
});

test('a run that has no time left leaves the rest to the next one', async () => {
  for (let i = 0; i < 3; i++) {
    let chunks = 0;
    await look(hub, primary(), () => chunks++ === 1);
  }
  await expectAllOnce();
  expect(await look(hub)).toEqual({ announced: 0, done: true });
});

test('a profile that is erased while it is looked at is not announced and leaves nothing', async () => {
  await look(
    hub,
    beforeKeeping(() => call('DELETE', '/v1/investors/fund3', { key: hub.key })),
  );
  expect(await toldPairs(hub)).toHaveLength(24);
  expect(JSON.stringify(await pairRows(hub))).not.toContain('"fund3"');
});
