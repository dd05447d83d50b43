import { KINDS, type Kind } from '@kopru/sdk/schema';
import { afterEach, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { consent, type ExchangeHub, openCorridor, partners, putCheap } from '../../test/exchange.ts';
import { call, STARTUP } from '../../test/hub.ts';
import { begin, FITS, look, pairRows, primary, runAnnouncing, told, toldPairs } from '../../test/listening.ts';
import { tablesWith } from '../../test/tables.ts';
import type { Queryable } from '../lib/queryable.ts';

const exchangeIdOf = (id: string, hub: ExchangeHub) =>
  bindings.DB.prepare('SELECT id FROM exchange_ids WHERE hub_id = ? AND profile_id = ?').bind(hub.id, id).first('id');

/** D1 where something happens after the lists were made and before it is looked up what may still be shown. */
function lookingUp(happen: () => Promise<unknown>): Queryable {
  const db = primary();
  return {
    batch: (statements) => db.batch(statements),
    prepare: (sql) => {
      if (!sql.includes('JOIN announced_matches')) return db.prepare(sql);
      const bind = (...values: unknown[]) => ({
        all: () =>
          happen().then(() =>
            db
              .prepare(sql)
              .bind(...values)
              .all(),
          ),
      });
      return { bind } as unknown as ReturnType<Queryable['prepare']>;
    },
  };
}

afterEach(() => bindings.DB.prepare('DELETE FROM endpoints').run());

describe('a card of another hub', () => {
  test('is announced under its exchange id, to the hub that has the other side', async () => {
    const [home, receiver] = await partners();
    await putCheap(receiver.id, 'investor', 'fund', FITS);
    await begin(home);
    await begin(receiver);
    await putCheap(home.id, 'startup', 'true-id', STARTUP);
    await runAnnouncing();
    expect(await told(receiver)).toEqual([]);
    await consent(home, 'startup', 'true-id');
    await runAnnouncing();
    await runAnnouncing();
    const card = await exchangeIdOf('true-id', home);
    expect(await told(receiver)).toEqual([
      { left: { kind: 'startup', id: card }, right: { kind: 'investor', id: 'fund' }, score: expect.any(Number) },
    ]);
    expect(JSON.stringify([await told(receiver), await pairRows(receiver)])).not.toContain('true-id');
    // The fund is not offered, so that its partner knows nothing of it.
    expect(await told(home)).toEqual([]);
  });

  test('is announced with a profile of the hub that comes later', async () => {
    const [home, receiver] = await partners();
    await putCheap(home.id, 'startup', 'a', STARTUP);
    await consent(home, 'startup', 'a');
    await begin(receiver);
    await putCheap(receiver.id, 'investor', 'fund', FITS);
    await runAnnouncing();
    expect(await toldPairs(receiver)).toEqual([`startup ${await exchangeIdOf('a', home)} investor fund`]);
  });

  test('is not announced with another card', async () => {
    const [home, receiver] = await partners();
    await begin(home);
    await begin(receiver);
    await putCheap(home.id, 'startup', 'a', STARTUP);
    await putCheap(home.id, 'investor', 'fund', FITS);
    await consent(home, 'startup', 'a');
    await consent(home, 'investor', 'fund');
    await runAnnouncing();
    expect(await toldPairs(home)).toEqual(['startup a investor fund']);
    expect([await told(receiver), await pairRows(receiver)]).toEqual([[], []]);
  });

  test('is not announced when it was there before the endpoint', async () => {
    const [home, receiver] = await partners();
    await putCheap(home.id, 'startup', 'a', STARTUP);
    await consent(home, 'startup', 'a');
    await putCheap(receiver.id, 'investor', 'fund', FITS);
    await begin(receiver);
    await putCheap(home.id, 'startup', 'a', { ...STARTUP, name: 'Басқа' });
    await putCheap(receiver.id, 'investor', 'fund', { ...FITS, name: 'Başqa' });
    await runAnnouncing();
    expect(await told(receiver)).toEqual([]);
    expect(await pairRows(receiver)).toHaveLength(1);
  });

  test('is announced when its corridor opens, and once, however often that is', async () => {
    const [home, receiver] = await partners();
    const close = () => call('DELETE', '/v1/corridors/subscriptions/KZ', receiver);
    await close();
    await putCheap(home.id, 'startup', 'a', STARTUP);
    await consent(home, 'startup', 'a');
    await putCheap(receiver.id, 'investor', 'fund', FITS);
    await begin(receiver);
    expect(await told(receiver)).toEqual([]);
    for (let times = 0; times < 2; times++) {
      await openCorridor(receiver, 'KZ');
      await runAnnouncing();
      expect(await told(receiver)).toHaveLength(1);
      await close();
      await runAnnouncing();
    }
  });

  test('of which the consent was withdrawn is not announced, even when the lists were made before', async () => {
    const [home, receiver] = await partners();
    await putCheap(receiver.id, 'investor', 'fund', FITS);
    await begin(receiver);
    await putCheap(home.id, 'startup', 'a', STARTUP);
    const id = await consent(home, 'startup', 'a');
    const withdraw = () => call('DELETE', `/v1/startups/a/consents/${id}`, home);
    expect(await look(receiver, lookingUp(withdraw))).toEqual({ announced: 0, done: true });
    await runAnnouncing();
    expect([await told(receiver), await pairRows(receiver)]).toEqual([[], []]);
  });

  test.each<Kind>(['startup', 'investor'])('leaves no pair behind when its profile is erased: %s', async (kind) => {
    const [home, receiver] = await partners();
    const [input, other] = kind === 'startup' ? [STARTUP, FITS] : [FITS, STARTUP];
    const theirs = kind === 'startup' ? 'investor' : 'startup';
    await begin(home);
    await begin(receiver);
    await putCheap(home.id, kind, 'erased', input);
    await consent(home, kind, 'erased');
    for (const { id } of [home, receiver]) await putCheap(id, theirs, 'stays', other);
    await runAnnouncing();
    const card = await exchangeIdOf('erased', home);
    expect([await pairRows(home), await pairRows(receiver)]).toMatchObject([[{}], [{}]]);
    expect((await call('DELETE', `/v1/${KINDS[kind].path}/erased`, home)).status).toBe(204);
    expect([await pairRows(home), await pairRows(receiver)]).toEqual([[], []]);
    expect(await tablesWith(String(card))).not.toContain('announced_matches');
  });
});
