import type { MailNumbers } from '@kopru/sdk/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { call, newHub } from '../../../test/hub.ts';
import { daysAfter } from '../../lib/time.ts';

const NOTICES = ['confirmation', 'digest', 'introduction', 'reminder', 'application', 'test'] as const;
const STATES = ['due', 'sent', 'bounced', 'complained', 'dead', 'uncertain', 'skipped'] as const;
const ANSWERS = ['requested', 'saved', 'passed'] as const;
const START = Date.parse('2026-11-01T00:00:00.000Z');

const numbers = async (hub: { key: string }, query = '') => call('GET', `/v1/mails/numbers${query}`, { key: hub.key });

/** Writes rows of one table at once. */
async function insert(table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  await bindings.DB.prepare(
    `INSERT INTO ${table} (${names}) SELECT ${names.map((name) => `value ->> '${name}'`)} FROM json_each(?)`,
  )
    .bind(JSON.stringify(rows))
    .run();
}

/** Times within three days, many of them the same, and some on the edge of a millisecond. */
const time = fc
  .integer({ min: 0, max: 72 })
  .chain((hour) => fc.constantFrom(0, 1, 999).map((ms) => new Date(START + hour * 3_600_000 + ms).toISOString()));
const maybe = fc.option(time, { nil: null });

const mails = fc.array(
  fc.record({
    notice: fc.constantFrom(...NOTICES),
    state: fc.constantFrom(...STATES),
    reason: fc.constantFrom('no_news', 'suppressed', 'ended', null),
    created_at: time,
    sent_at: maybe,
  }),
  { maxLength: 60 },
);
const told = fc.array(
  fc.record({
    answer: fc.constantFrom(...ANSWERS),
    mailed_at: time,
    answered_at: maybe,
  }),
  { maxLength: 40 },
);
const subscriptions = fc.array(fc.record({ confirmed_at: maybe, ended_at: maybe }), { minLength: 1, maxLength: 10 });
const suppressions = fc.array(
  fc.record({ reason: fc.constantFrom('unsubscribed', 'bounced', 'staff'), created_at: time }),
  { maxLength: 10 },
);
const world = fc.record({ mails, told, subscriptions, suppressions });
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

async function write(hub: { id: string }, { mails, told, subscriptions, suppressions }: World): Promise<void> {
  const at = new Date(START).toISOString();
  const ids = subscriptions.map((_, i) => `sub-${hub.id}-${i}`);
  await insert(
    'subscriptions',
    subscriptions.map((row, i) => ({
      id: ids[i],
      hub_id: hub.id,
      kind: 'investor',
      profile_id: 'fund',
      email: `r${i}@mail.example`,
      email_key: `r${i}@mail.example`,
      locale: 'en',
      time_zone: 'Asia/Baku',
      frequency: 'daily',
      weekday: 1,
      hour: 8,
      min_score: 0,
      max_items: 10,
      created_at: at,
      updated_at: at,
      ...row,
    })),
  );
  await insert(
    'mails',
    mails.map((row, i) => ({
      id: `mail-${hub.id}-${i}`,
      hub_id: hub.id,
      occasion: String(i),
      domain: 'mail.example',
      updated_at: at,
      ...row,
    })),
  );
  await insert(
    'mailed_matches',
    told.map(({ answer, ...row }, i) => ({
      subscription_id: ids[i % ids.length],
      kind: 'startup',
      id: `s-${i}`,
      score: 50,
      mail_id: 'm',
      answer: row.answered_at === null ? null : answer,
      ...row,
    })),
  );
  await insert(
    'suppressions',
    suppressions.map((row, i) => ({ hub_id: hub.id, address_hash: String(i), ...row })),
  );
}

/** The same by loops over everything. */
function byHand({ mails, told, subscriptions, suppressions }: World, from: string, to: string): MailNumbers {
  const within = (at: string | null): boolean => at !== null && at >= from && at < to;
  const counts = (notice: string) => {
    const written = mails.filter((mail) => mail.notice === notice && within(mail.created_at));
    const inState = (state: string) => written.filter((mail) => mail.state === state).length;
    const skipped: Record<string, number> = {};
    for (const { state, reason } of written)
      if (state === 'skipped') skipped[reason ?? 'unknown'] = (skipped[reason ?? 'unknown'] ?? 0) + 1;
    return {
      sent: written.filter(({ sent_at }) => sent_at !== null).length,
      delivered: inState('sent'),
      bounced: inState('bounced'),
      complained: inState('complained'),
      dead: inState('dead'),
      uncertain: inState('uncertain'),
      waiting: inState('due'),
      skipped,
    };
  };
  const given = told.filter(({ answered_at }) => within(answered_at));
  const second = (at: string) => Math.floor(Date.parse(at) / 1000);
  const waits = given
    .map(({ mailed_at, answered_at }) => Math.max(0, second(answered_at as string) - second(mailed_at)))
    .sort((a, b) => a - b);
  const answered = (answer: string) => given.filter((row) => row.answer === answer).length;
  return {
    from,
    to,
    mails: Object.fromEntries(NOTICES.map((notice) => [notice, counts(notice)])) as MailNumbers['mails'],
    answers: { requested: answered('requested'), saved: answered('saved'), passed: answered('passed') },
    secondsToAnswer: {
      median: waits[Math.ceil(waits.length / 2) - 1] ?? null,
      p90: waits[Math.ceil((waits.length * 9) / 10) - 1] ?? null,
    },
    subscriptions: {
      confirmed: subscriptions.filter(({ confirmed_at }) => within(confirmed_at)).length,
      ended: subscriptions.filter(({ ended_at }) => within(ended_at)).length,
      unsubscribed: suppressions.filter(({ reason, created_at }) => reason === 'unsubscribed' && within(created_at))
        .length,
    },
  };
}

test('are those of a count by hand, of the hub and the time alone', async () => {
  await fc.assert(
    fc.asyncProperty(world, world, time, time, async (own, others, a, b) => {
      const [from, to] = [a, b].sort() as [string, string];
      fc.pre(from < to);
      const [hub, other] = [await newHub(), await newHub()];
      await write(hub, own);
      await write(other, others);
      const { status, json } = await numbers(hub, `?from=${from}&to=${to}`);
      expect(status).toBe(200);
      expect(json).toEqual(byHand(own, from, to));
    }),
    { numRuns: 25 },
  );
});

test('of a hub that sent nothing are zero, and times of answers are not told', async () => {
  const { json } = await numbers(await newHub());
  expect(json.mails.digest).toEqual({
    sent: 0,
    delivered: 0,
    bounced: 0,
    complained: 0,
    dead: 0,
    uncertain: 0,
    waiting: 0,
    skipped: {},
  });
  expect(json.secondsToAnswer).toEqual({ median: null, p90: null });
  expect(json.from).toBe(daysAfter(new Date(json.to), -30));
});

test('of a time are asked with any offset, and not backwards', async () => {
  const hub = await newHub();
  const { json } = await numbers(
    hub,
    `?from=${encodeURIComponent('2026-11-01T05:00:00+05:00')}&to=2026-11-02T00:00:00Z`,
  );
  expect(json).toMatchObject({ from: '2026-11-01T00:00:00.000Z', to: '2026-11-02T00:00:00.000Z' });
  for (const query of ['?from=2026-11-02T00:00:00Z&to=2026-11-02T00:00:00Z', '?from=2999-01-01T00:00:00Z']) {
    const { status, json: problem } = await numbers(hub, query);
    expect(status).toBe(422);
    expect(problem.issues).toEqual([expect.objectContaining({ in: 'query', path: '/from', rule: 'time_order' })]);
  }
});
