/**
 * A simulated fortnight of digests: subscribers in four time zones, an SMTP server with faults, and an API that is
 * killed at random moments.
 *
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../../packages/api/demo/seed/random.ts';
import { bundleWorker } from '../../../packages/api/dev/bundle.ts';
import { type SoakServer, startSoakServer } from '../server.ts';
import { dueDays } from './expected.ts';
import { createHub, MARKET, publish } from './hub.ts';
import { judge, type Row } from './judge.ts';
import { createKiller } from './killer.ts';
import { startSink } from './sink.ts';
import { createSubscribers } from './world.ts';

export interface FortnightOptions {
  readonly subscribers: number;
  readonly days: number;
  readonly kills: number;
  /** Most mails that the SMTP server takes and never answers. */
  readonly unanswered: number;
  readonly seed: string;
}

/** The simulated time begins here, so that in the third night Europe moves its clocks. */
const BEGIN = Date.parse('2027-03-26T00:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CRON = '* * * * *';

/** Startups that a day brings, and how many of a hundred subscribers say stop in the whole time. */
const NEW_A_DAY = 4;
const STOPPING = 5;

/** Longest time after the last day in which what failed is tried again, in hours. */
const AFTERWARDS = 24 * 7;

export async function fortnight({ subscribers: count, days, kills, unanswered, seed }: FortnightOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-soak-'));
  const worker = await bundleWorker(join(folder, 'worker'), 'hash');
  const start = () => startSoakServer(worker, join(folder, 'storage'), { limit: 1_000_000 });
  const begun = Date.now();
  const random = createRandom(`${seed} world`);
  const subscribers = createSubscribers(random, count);
  const going = new Set(subscribers.filter(({ isGoing }) => isGoing).map(({ email }) => email));
  const killer = createKiller();
  const sink = await startSink(
    createRandom(`${seed} faults`),
    unanswered,
    (address) => !sink.isFaultless && going.has(address),
    () => killer.step(),
  );
  let server = await start();
  const cutOff = new Set<string>();
  /** Asks the server, which may be killed meanwhile: then it is started again, and nothing is answered. */
  const ask = async <T>(question: Parameters<SoakServer['ask']>[0]): Promise<T | undefined> => {
    const killed = killer.watch();
    try {
      return (await Promise.race([server.ask(question), killed])) as T | undefined;
    } catch {
      return undefined;
    } finally {
      if (killer.isDue) {
        await server.kill();
        sink.kills++;
        killer.done();
        server = await start();
        const found = (await server.ask({ action: 'query', sql: CUT_OFF })) as { id: string }[];
        for (const { id } of found) cutOff.add(id);
      }
    }
  };
  try {
    const hub = await createHub(server, random, sink, subscribers);
    const firstDays = await hub.firstDays();
    const to = BEGIN + days * 24 * HOUR;
    const due = (wish: (typeof subscribers)[number], until: number) => [
      firstDays.get(wish.email) as string,
      ...dueDays(wish, new Date(BEGIN), new Date(until)),
    ];
    const expected = subscribers.reduce((sum, wish) => sum + due(wish, to).length, 0);
    killer.plan(createRandom(`${seed} kills`), kills, sink.taken.length, expected);
    sink.isFaultless = false;

    const stopped = new Map<string, { readonly taken: number; readonly at: number }>();
    let published = MARKET;
    /** Lets an hour pass, minute by minute as long as there is something to do. */
    const passHour = async (hour: number) => {
      for (let at = hour; at < hour + HOUR; at += MINUTE) {
        await ask({ action: 'cron', cron: CRON, at: new Date(at).toISOString() });
        const [left] = (await server.ask({ action: 'query', sql: LEFT(new Date(at)) })) as [{ count: number }];
        if (left.count === 0) return;
      }
    };
    for (let hour = BEGIN; hour <= to; hour += HOUR) {
      if ((hour - BEGIN) % (24 * HOUR) === 0) {
        await publish(server, hub.key, random, published, NEW_A_DAY);
        published += NEW_A_DAY;
        const day = (hour - BEGIN) / (24 * HOUR);
        console.error(`day ${day} of ${days}: ${sink.taken.length} of about ${expected} mails, ${sink.kills} kills`);
      }
      await passHour(hour);
      for (const { email } of subscribers) {
        if (stopped.has(email) || !random.chance(STOPPING / 100 / (days * 24))) continue;
        const url = sink.taken.findLast(({ to, unsubscribe }) => to === email && unsubscribe)?.unsubscribe;
        if (!url) continue;
        await hub.stop(server, url);
        stopped.set(email, { taken: sink.taken.length, at: hour });
      }
    }
    // Nobody asks for more: what is left is tried again until it is settled.
    await server.ask({ action: 'query', sql: 'UPDATE subscriptions SET next_at = NULL' });
    for (let hour = to; hour <= to + AFTERWARDS * HOUR; hour += HOUR) {
      await passHour(hour);
      const [left] = (await server.ask({ action: 'query', sql: LEFT() })) as [{ count: number }];
      if (left.count === 0) break;
    }

    const rows = (await server.ask({ action: 'query', sql: ROWS })) as Row[];
    const { ok, ...found } = judge({
      due: new Map(subscribers.map((wish) => [wish.email, due(wish, stopped.get(wish.email)?.at ?? to)])),
      rows,
      // Questions for consent are no digests.
      taken: sink.taken.slice(hub.questions),
      cutOff,
      stopped: new Map([...stopped].map(([email, { taken }]) => [email, taken - hub.questions])),
    });
    const seconds = Math.round((Date.now() - begun) / 1000);
    const suppressed = (await server.ask({ action: 'query', sql: SUPPRESSED })) as object[];
    return {
      ok,
      subscribers: count,
      days,
      kills: sink.kills,
      seed,
      seconds,
      stopped: stopped.size,
      ...found,
      faults: sink.faults,
      suppressed,
    };
  } finally {
    await server.kill();
    await sink.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is due, at a time or ever. */
const LEFT = (at?: Date): string => {
  const by = at ? `AND next_at <= '${at.toISOString()}'` : '';
  return `SELECT (SELECT count(*) FROM mails WHERE state = 'due' ${by})
    + (SELECT count(*) FROM subscriptions WHERE state = 'confirmed' AND next_at IS NOT NULL ${by}) AS count`;
};

const CUT_OFF = "SELECT id FROM mails WHERE state = 'due' AND reason = 'sending'";

const ROWS = `SELECT m.id, s.email, m.occasion, m.state, m.reason FROM mails m
  JOIN subscriptions s ON s.id = m.subscription_id WHERE m.notice = 'digest'`;

const SUPPRESSED = 'SELECT reason, count(*) AS count FROM suppressions GROUP BY reason ORDER BY reason';
