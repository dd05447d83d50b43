/**
 * Makes the hub of the fortnight through the API alone: the market, the subscriptions, and the consent of each
 * subscriber by the link in its mail.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../packages/api/demo/seed/random.ts';
import type { SoakServer } from '../server.ts';
import type { Sink } from './sink.ts';
import { investor, type Subscriber, startup } from './world.ts';

export interface Hub {
  readonly key: string;
  /** Mails that asked for consent. */
  readonly questions: number;
  /** The days on which the first digests are due. */
  firstDays(): Promise<ReadonlyMap<string, string>>;
  /** Says stop, as the mail client of a reader does (RFC 8058). */
  stop(server: SoakServer, url: string): Promise<void>;
}

/** Startups that there are before the first day. */
export const MARKET = 30;

/** Requests at once. */
const AT_ONCE = 8;

export async function createHub(
  server: SoakServer,
  random: Random,
  sink: Sink,
  subscribers: readonly Subscriber[],
): Promise<Hub> {
  const key = (await server.ask({ action: 'hub', id: 'soak' })) as string;
  await call(server, key, 'PUT', '/v1/mails/settings', {
    from: { name: 'Köprü soak', email: 'matches@hub.example' },
    smtp: { host: '127.0.0.1', port: sink.port, security: 'none' },
    perDomain: 120,
  });
  const profiles = [...new Set(subscribers.map(({ profile }) => profile))];
  await atOnce(profiles, (id, i) => call(server, key, 'PUT', `/v1/investors/${id}`, investor(id, i)));
  await publish(server, key, random, 0, MARKET);
  await atOnce(subscribers, ({ email, profile, locale, timeZone, frequency, weekday, hour }) =>
    call(server, key, 'POST', '/v1/subscriptions', {
      profile: { kind: 'investor', id: profile },
      email,
      locale,
      timeZone,
      frequency,
      weekday,
      hour,
      minScore: 0,
      maxItems: 5,
    }),
  );
  // A ring sends them; the cron of the minute sends what a ring missed.
  while (sink.taken.length < subscribers.length) {
    await server.ask({ action: 'cron', cron: '* * * * *' });
    await sleep(200);
  }
  await atOnce(sink.taken, async ({ text }) => {
    const [link] = /http\S+\/mail\/confirm\/\S+/.exec(text) ?? [];
    if (!link) throw new Error(`A question for consent has no link: ${text}`);
    await post(server, link, '');
  });
  const questions = sink.taken.length;
  return {
    key,
    questions,
    async firstDays() {
      const sql = `SELECT email, next_at, time_zone FROM subscriptions WHERE state = 'confirmed'`;
      const rows = (await server.ask({ action: 'query', sql })) as Record<'email' | 'next_at' | 'time_zone', string>[];
      if (rows.length !== subscribers.length) throw new Error(`Only ${rows.length} subscriptions are confirmed.`);
      return new Map(rows.map(({ email, next_at, time_zone }) => [email, dayIn(time_zone, new Date(next_at))]));
    },
    stop: (server, url) => post(server, url, 'List-Unsubscribe=One-Click'),
  };
}

/** Adds startups to the market. */
export const publish = (server: SoakServer, key: string, random: Random, from: number, count: number): Promise<void> =>
  atOnce(
    Array.from({ length: count }, (_, i) => from + i),
    (i) => call(server, key, 'PUT', `/v1/startups/start-${i}`, startup(random, i)),
  );

const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

async function call({ url }: SoakServer, key: string, method: string, path: string, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  await expectOk(await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) }));
}

/** Posts to a link of a mail, which names the address that the deployment would have. */
async function post({ url }: SoakServer, link: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await expectOk(await fetch(new URL(new URL(link).pathname, url), { method: 'POST', headers, body }));
}

async function expectOk(answer: Response): Promise<void> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text}`);
}

/** A few at a time, each as soon as a place is free. */
async function atOnce<T>(items: readonly T[], work: (item: T, i: number) => Promise<void>): Promise<void> {
  const left = items.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [i, item] of left) await work(item, i);
    }),
  );
}
