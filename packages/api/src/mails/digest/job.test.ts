import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { putCheap } from '../../../test/exchange.ts';
import { newHub, STARTUP } from '../../../test/hub.ts';
import { FITS, primary, runAnnouncing } from '../../../test/listening.ts';
import { mailsTo, subscribe } from '../../../test/subscribers.ts';
import { getSubscription } from '../../subscriptions/store.ts';
import { queueDigests } from './job.ts';
import { queueDue, readDue } from './store.ts';

const FUND = { kind: 'investor', id: 'fund' } as const;
const DUE = '2026-11-27T03:00:00.000Z';

let hub: { id: string; key: string };
beforeEach(async () => {
  await bindings.DB.prepare('DELETE FROM subscriptions').run();
  hub = await newHub();
  await putCheap(hub.id, 'investor', 'fund', FITS);
});

const run = (at: string) => queueDigests.run({ env: bindings, db: primary(), now: new Date(at) });
const occasions = async (subscription: { id: string }) => (await mailsTo(subscription)).map((mail) => mail.occasion);
const nextAt = async (id: string) => (await getSubscription(primary(), hub.id, id))?.next_at;

describe('a digest that is due', () => {
  test('gets one mail for the day of the subscriber, and the next one is due a day later', async () => {
    const subscription = await subscribe(hub, FUND, { next_at: DUE });
    await run('2026-11-27T02:59:00Z');
    expect(await occasions(subscription)).toEqual([]);
    await run('2026-11-27T03:00:00Z');
    await run('2026-11-27T03:01:00Z');
    const [mail] = await mailsTo(subscription);
    expect(mail).toMatchObject({
      notice: 'digest',
      occasion: '2026-11-27',
      hub_id: hub.id,
      state: 'due',
      domain: 'mail.example',
    });
    expect(await occasions(subscription)).toHaveLength(1);
    expect(await nextAt(subscription.id)).toBe('2026-11-28T03:00:00.000Z');
  });

  test('is named by the calendar of the subscriber, not by that of the server', async () => {
    const subscription = await subscribe(hub, FUND, { hour: 1, next_at: '2026-11-27T20:00:00.000Z' });
    await run('2026-11-27T20:00:30Z');
    expect(await occasions(subscription)).toEqual(['2026-11-28']);
  });

  test('comes once after an outage of a week', async () => {
    const subscription = await subscribe(hub, FUND, { next_at: DUE });
    await run('2026-12-04T10:00:00Z');
    await run('2026-12-04T10:01:00Z');
    expect(await occasions(subscription)).toEqual(['2026-11-27']);
    expect(await nextAt(subscription.id)).toBe('2026-12-05T03:00:00.000Z');
  });

  test('comes on every day of a fortnight with a change of the clock, once each', async () => {
    const subscription = await subscribe(hub, FUND, {
      time_zone: 'Europe/Budapest',
      hour: 2,
      next_at: '2027-03-20T01:00:00.000Z',
    });
    for (let hour = 0; hour < 14 * 24; hour++)
      await run(new Date(Date.parse('2027-03-20T00:30:00Z') + hour * 3_600_000).toISOString());
    const days = Array.from({ length: 14 }, (_, i) => new Date(Date.UTC(2027, 2, 20 + i)).toISOString().slice(0, 10));
    expect(await occasions(subscription)).toEqual(days);
  });

  test('is not sent for what is not confirmed, ended or switched off', async () => {
    const others = await Promise.all([
      subscribe(hub, FUND, { next_at: DUE, state: 'pending' }),
      subscribe(hub, FUND, { next_at: DUE, state: 'ended' }),
      subscribe(hub, FUND, { next_at: DUE, digest: 0 }),
      subscribe(hub, FUND, { next_at: null }),
    ]);
    await run('2026-11-27T03:00:00Z');
    expect(await Promise.all(others.map(occasions))).toEqual([[], [], [], []]);
    // One without a digest moves on all the same, so that it is not read for ever.
    expect(await nextAt(others[2].id)).toBe('2026-11-28T03:00:00.000Z');
  });

  test('is written by one of two runs that read it at the same time', async () => {
    const subscription = await subscribe(hub, FUND, { next_at: DUE });
    const now = new Date('2026-11-27T03:00:00Z');
    const due = await readDue(primary(), now, 10);
    const queued = (mail: string) =>
      due.map(({ id, next_at }) => ({ id, next_at, mail, occasion: mail, after: '2026-11-28T03:00:00.000Z' }));
    await bindings.DB.batch(queueDue(primary(), queued('mail_a'), now));
    await bindings.DB.batch(queueDue(primary(), queued('mail_b'), now));
    expect(await occasions(subscription)).toEqual(['mail_a']);
  });

  test('is reached however many are due', async () => {
    const subscriptions = await Promise.all(Array.from({ length: 450 }, () => subscribe(hub, FUND, { next_at: DUE })));
    await run('2026-11-27T03:00:00Z');
    const { results } = await bindings.DB.prepare('SELECT subscription_id FROM mails WHERE hub_id = ?')
      .bind(hub.id)
      .all<{ subscription_id: string }>();
    expect(new Set(results.map((row) => row.subscription_id))).toEqual(new Set(subscriptions.map(({ id }) => id)));
  });
});

describe('a digest that comes at once', () => {
  /** Runs both jobs, as a minute does. */
  async function minute() {
    await runAnnouncing();
    await run(new Date(Date.now() + 1).toISOString());
  }

  test('is due when a good match appears, and not for what was there before', async () => {
    await putCheap(hub.id, 'startup', 'old', STARTUP);
    const subscription = await subscribe(hub, FUND, { frequency: 'instantly' });
    const other = await subscribe(hub, { kind: 'investor', id: 'other' }, { frequency: 'instantly' });
    await minute();
    expect(await occasions(subscription)).toEqual([]);
    await putCheap(hub.id, 'startup', 'new', STARTUP);
    await minute();
    expect(await occasions(subscription)).toHaveLength(1);
    expect(await occasions(other)).toEqual([]);
    expect(await nextAt(subscription.id)).toBeNull();
  });

  test('waits for a quarter of an hour after the last one that told something', async () => {
    const subscription = await subscribe(hub, FUND, { frequency: 'instantly' });
    await minute();
    for (const id of ['a', 'b', 'c']) {
      await putCheap(hub.id, 'startup', id, STARTUP);
      await minute();
    }
    const [mail, ...others] = await mailsTo(subscription);
    expect(others).toEqual([]);
    const [{ created_at: sent }] = (await mailsTo(subscription)) as unknown as [{ created_at: string }];
    const due = await nextAt(subscription.id);
    expect(Date.parse(due as string) - Date.parse(sent)).toBe(15 * 60_000);
    await run(due as string);
    expect(await occasions(subscription)).toEqual([mail?.occasion, due]);
  });

  test('does not wait for one that had nothing to tell', async () => {
    const subscription = await subscribe(hub, FUND, { frequency: 'instantly' });
    await minute();
    await putCheap(hub.id, 'startup', 'a', STARTUP);
    await minute();
    await bindings.DB.prepare("UPDATE mails SET state = 'skipped' WHERE subscription_id = ?")
      .bind(subscription.id)
      .run();
    await putCheap(hub.id, 'startup', 'b', STARTUP);
    await minute();
    expect(await occasions(subscription)).toHaveLength(2);
  });
});
