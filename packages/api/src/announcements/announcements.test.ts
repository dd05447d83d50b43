import type { Kind } from '@kopru/sdk/schema';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putAllCheap, putCheap } from '../../test/exchange.ts';
import { call, EXPERT, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import {
  begin,
  ELSEWHERE,
  FITS,
  hubNow,
  listen,
  look,
  many,
  pairRows,
  primary,
  runAnnouncing,
  told,
  toldPairs,
} from '../../test/listening.ts';
import { retainAnnouncements } from './store.ts';

const DAY = 86_400_000;

let hub: { id: string; key: string };
beforeEach(async () => {
  hub = await newHub();
});
// The hubs of other tests are no work of this one.
afterEach(() => bindings.DB.prepare('DELETE FROM endpoints').run());

describe('a match that writes have brought', () => {
  test('of the second pairing of a kind is announced as that of the first', async () => {
    await begin(hub);
    await putCheap(hub.id, 'startup', 'new', { ...STARTUP, roles: ['engineer'] });
    await runAnnouncing();
    const expert = { ...EXPERT, about: STARTUP.pitch, sectors: STARTUP.sectors, lang: 'kk' };
    await putCheap(hub.id, 'expert', 'aysel', expert);
    await putCheap(hub.id, 'investor', 'fund', FITS);
    await runAnnouncing();
    expect((await toldPairs(hub)).toSorted()).toEqual(['startup new expert aysel', 'startup new investor fund']);
  });

  test('is announced once, with ids and score and no text', async () => {
    await begin(hub);
    await putCheap(hub.id, 'investor', 'fund', FITS);
    expect(await runAnnouncing()).toEqual([]);
    expect(await told(hub)).toEqual([]);
    await putCheap(hub.id, 'startup', 'new', STARTUP);
    expect(await runAnnouncing()).toEqual(['deliver-webhooks']);
    const { json } = await call('GET', '/v1/startups/new/matches', { key: hub.key });
    const event = {
      left: { kind: 'startup', id: 'new' },
      right: { kind: 'investor', id: 'fund' },
      score: json.matches[0].score,
    };
    expect(await told(hub)).toEqual([event]);
    await runAnnouncing();
    await putCheap(hub.id, 'startup', 'new', { ...STARTUP, name: 'Басқа' });
    await putCheap(hub.id, 'investor', 'fund', { ...FITS, name: 'Başqa' });
    expect(await runAnnouncing()).toEqual([]);
    expect(await told(hub)).toEqual([event]);
  });

  test('is announced when a mandate changes so that the two fit', async () => {
    await begin(hub);
    await putCheap(hub.id, 'startup', 'a', STARTUP);
    await putCheap(hub.id, 'investor', 'fund', ELSEWHERE);
    await runAnnouncing();
    expect(await told(hub)).toEqual([]);
    await putCheap(hub.id, 'investor', 'fund', FITS);
    await runAnnouncing();
    expect(await toldPairs(hub)).toEqual(['startup a investor fund']);
  });

  test('is announced when it is high in the list of the other side alone', async () => {
    await putAllCheap(hub.id, many(12, 'investor', 'fund', FITS));
    await begin(hub);
    // Ten funds are in its own list; each of the twelve has nobody else.
    await putCheap(hub.id, 'startup', 'new', STARTUP);
    await runAnnouncing();
    expect(new Set(await toldPairs(hub)).size).toBe(12);
  });

  test('is announced when it is high in its own list alone', async () => {
    await putCheap(hub.id, 'investor', 'fund', FITS);
    await putAllCheap(hub.id, many(12, 'startup', 'better', STARTUP));
    await begin(hub);
    const { targetMarkets: _, ...lesser } = STARTUP;
    await putCheap(hub.id, 'startup', 'new', lesser);
    await runAnnouncing();
    expect(await toldPairs(hub)).toEqual(['startup new investor fund']);
  });

  test('is not announced when it is high in neither list, or weak', async () => {
    await begin(hub);
    await putCheap(hub.id, 'investor', 'weak', { ...INVESTOR, sectors: ['gaming'] });
    await putAllCheap(hub.id, [...many(11, 'investor', 'i', FITS), ...many(11, 'startup', 's', STARTUP)]);
    await runAnnouncing();
    const found = await toldPairs(hub);
    expect(found.filter((name) => name.includes('weak'))).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(110);
    expect(found.length).toBeLessThan(121);
  });

  test.each([
    ['paused', { status: 'paused' }],
    ['without consent', { consent: { matching: false } }],
  ])('is not announced while one side is %s, and is when it no longer is', async (_, change) => {
    await putCheap(hub.id, 'startup', 'a', { ...STARTUP, ...change });
    await putCheap(hub.id, 'investor', 'silent', { ...FITS, ...change });
    await putCheap(hub.id, 'investor', 'fund', FITS);
    await begin(hub);
    await putCheap(hub.id, 'startup', 'b', STARTUP);
    await putCheap(hub.id, 'investor', 'silent', { ...FITS, ...change, name: 'Başqa' });
    await runAnnouncing();
    expect(await toldPairs(hub)).toEqual(['startup b investor fund']);
    await putCheap(hub.id, 'startup', 'a', STARTUP);
    await runAnnouncing();
    expect(await toldPairs(hub)).toEqual(['startup a investor fund', 'startup b investor fund']);
  });

  test('that ceased and comes back is announced again after 90 days and not before', async () => {
    await begin(hub);
    await putCheap(hub.id, 'startup', 'a', STARTUP);
    await putCheap(hub.id, 'investor', 'fund', FITS);
    await runAnnouncing();
    const daysLater = async (days: number) =>
      retainAnnouncements(primary(), await hubNow(hub), new Date(Date.now() + days * DAY));
    const goAndComeBack = async (days: number) => {
      await putCheap(hub.id, 'investor', 'fund', ELSEWHERE);
      await runAnnouncing();
      await daysLater(days);
      await putCheap(hub.id, 'investor', 'fund', FITS);
      await runAnnouncing();
      return (await told(hub)).length;
    };
    expect(await goAndComeBack(89)).toBe(1);
    expect(await goAndComeBack(91)).toBe(2);
    // One that is there is kept, however long.
    await daysLater(900);
    expect(await pairRows(hub)).toHaveLength(1);
  });
});

describe('a hub', () => {
  test.each([
    ['without an endpoint', () => undefined],
    ['whose endpoint wants other events', () => listen(hub, ['profile.created'])],
    [
      'whose endpoint is disabled',
      async () => {
        const id = await listen(hub);
        await call('PATCH', `/v1/webhooks/${id}`, { key: hub.key, body: { status: 'disabled' } });
      },
    ],
  ])('%s costs nothing', async (_, set) => {
    await set();
    await runAnnouncing();
    await putCheap(hub.id, 'startup', 'a', STARTUP);
    await putCheap(hub.id, 'investor', 'fund', FITS);
    await runAnnouncing();
    expect([await told(hub), await pairRows(hub)]).toEqual([[], []]);
    expect(await bindings.DB.prepare('SELECT 1 FROM match_cursors WHERE hub_id = ?').bind(hub.id).first()).toBeNull();
  });

  test('is not told of what was there before its endpoint, nor when a side of it is written again', async () => {
    await putCheap(hub.id, 'startup', 'old', STARTUP);
    await putAllCheap(hub.id, many(25, 'investor', 'fund', FITS));
    await listen(hub, null);
    expect(await runAnnouncing()).toEqual([]);
    expect(await told(hub)).toEqual([]);
    expect(await pairRows(hub)).toHaveLength(25);
    await putCheap(hub.id, 'startup', 'old', { ...STARTUP, name: 'Басқа' });
    await putCheap(hub.id, 'investor', 'new', FITS);
    await runAnnouncing();
    expect(await toldPairs(hub)).toEqual(['startup old investor new']);
  });

  test('is told of what was written while the run that takes note was under way', async () => {
    await putAllCheap(hub.id, many(25, 'investor', 'fund', FITS));
    await listen(hub);
    let chunks = 0;
    expect(await look(hub, primary(), () => chunks++ === 1)).toEqual({ announced: 0, done: false });
    await putCheap(hub.id, 'startup', 'new', STARTUP);
    await look(hub);
    expect(await told(hub)).toHaveLength(25);
  });

  test('begins anew when it asks again to hear of matches', async () => {
    await begin(hub);
    await bindings.DB.prepare('DELETE FROM endpoints').run();
    await runAnnouncing();
    await putCheap(hub.id, 'startup', 'a', STARTUP);
    await putCheap(hub.id, 'investor', 'fund', FITS);
    await begin(hub);
    expect(await told(hub)).toEqual([]);
    await putCheap(hub.id, 'investor', 'new', FITS);
    await runAnnouncing();
    expect(await toldPairs(hub)).toEqual(['startup a investor new']);
  });

  test('hears nothing of the matches of another', async () => {
    const other = await newHub();
    const third = await newHub();
    for (const one of [hub, other, third]) await begin(one);
    const put = (to: { id: string }, kind: Kind, id: string, input: object) => putCheap(to.id, kind, id, input);
    await put(hub, 'startup', 'a', STARTUP);
    await put(other, 'investor', 'fund', FITS);
    await put(third, 'startup', 'a', STARTUP);
    await put(third, 'investor', 'fund', FITS);
    await runAnnouncing();
    expect([await told(hub), await told(other)]).toEqual([[], []]);
    expect(await told(third)).toHaveLength(1);
  });
});
