import { PAIRINGS } from '@kopru/sdk/engine';
import { weightsSchema } from '@kopru/sdk/schema';
import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { learnWeightsJob } from './job.ts';

const DEFAULTS = PAIRINGS[0]!.weights as Record<string, Record<string, number>>;

let hub: { id: string; key: string };
const weights = async () => (await call('GET', '/v1/weights', { key: hub.key })).json.items[0];
const act = (verb: string) => call('POST', `/v1/weights/${verb}`, { key: hub.key });
const put = (set: object, pairing = 'startup-investor') =>
  call('PUT', '/v1/weights', { key: hub.key, body: { pairing, set } });
const learn = () =>
  learnWeightsJob.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now: new Date() });
const matches = async () => (await call('GET', '/v1/startups/s0/matches', { key: hub.key })).json;
const weightsOf = (item: Awaited<ReturnType<typeof weights>>, side: string): Record<string, number> =>
  Object.fromEntries(
    Object.entries(item.sides[side].signals as Record<string, { weight: number }>).map(([name, s]) => [name, s.weight]),
  );
const sum = (values: Record<string, number>) => Object.values(values).reduce((a, b) => a + b, 0);

/** Startups that want whoever takes their whole round, whatever the text says. */
async function answer(): Promise<void> {
  for (let i = 0; i < 12; i++) {
    const from = { kind: 'startup', id: `s${i}` };
    await putCheap(hub.id, 'startup', from.id, STARTUP);
    const of = (id: string, position: number, answer: string) => ({
      ...{ candidate: { kind: 'investor', id }, position, answer },
    });
    const answers = [of('partial', 1, 'seen'), of('whole', 2, 'seen'), of('whole', 2, 'saved')];
    expect((await call('POST', '/v1/feedback', { key: hub.key, body: { subject: from, answers } })).status).toBe(204);
  }
}

beforeEach(async () => {
  hub = await newHub();
  await putCheap(hub.id, 'startup', 's0', STARTUP);
  await putCheap(hub.id, 'investor', 'whole', INVESTOR);
  await putCheap(hub.id, 'investor', 'partial', { ...INVESTOR, ticket: { max: 60_000, currency: 'USD' } });
});

test('a hub that nobody answered in has the defaults, with their ranges', async () => {
  const { json } = await call('GET', '/v1/weights', { key: hub.key });
  expect(weightsSchema.safeParse(json).error).toBeUndefined();
  const item = await weights();
  expect(item).toMatchObject({ pairing: 'startup-investor', frozen: false, learnedAt: null });
  for (const [side, values] of Object.entries(DEFAULTS)) {
    expect(weightsOf(item, side)).toEqual(values);
    for (const { weight, least, most, set } of Object.values(item.sides[side].signals) as Record<string, number>[]) {
      expect(least).toBeLessThanOrEqual(weight as number);
      expect(most).toBeGreaterThanOrEqual(weight as number);
      expect(set).toBe(false);
    }
  }
});

describe('answers', () => {
  test('move the weights of the side that answered within their ranges, and the lists with them', async () => {
    await answer();
    const before = await matches();
    await learn();
    const item = await weights();
    expect(item.learnedAt).not.toBeNull();
    expect(item.sides.startup.answers).toBe(12);
    expect(item.sides.startup.signals.ticket.weight).toBeGreaterThan(DEFAULTS.startup!.ticket!);
    expect(weightsOf(item, 'investor')).toEqual(DEFAULTS.investor);
    expect(sum(weightsOf(item, 'startup'))).toBeCloseTo(1, 6);
    const after = await matches();
    expect(after.sequence).toBeGreaterThan(before.sequence);
    for (const { signals } of after.matches)
      for (const { name, weights } of signals) expect(weights.startup).toBe(item.sides.startup.signals[name].weight);
    const audit = await bindings.DB.prepare("SELECT actor FROM audit WHERE hub_id = ? AND action = 'weights.learned'")
      .bind(hub.id)
      .all<{ actor: string }>();
    expect(audit.results.map(({ actor }) => JSON.parse(actor))).toEqual([{ kind: 'job', id: 'learn-weights' }]);
  });

  test('are learned from once: a job with nothing new changes nothing', async () => {
    await answer();
    await learn();
    const { sequence } = await matches();
    const item = await weights();
    await learn();
    expect(await weights()).toEqual(item);
    expect((await matches()).sequence).toBe(sequence);
  });

  test('move nothing while the weights are frozen, and count when they no longer are', async () => {
    expect((await act('freeze')).json.items[0].frozen).toBe(true);
    await answer();
    await learn();
    expect(weightsOf(await weights(), 'startup')).toEqual(DEFAULTS.startup);
    expect((await put({})).json.code).toBe('conflict');
    await act('unfreeze');
    await learn();
    expect((await weights()).sides.startup.signals.ticket.weight).toBeGreaterThan(DEFAULTS.startup!.ticket!);
  });

  test('of before a reset count no more', async () => {
    await put({ investor: { semantic: 0.6 } });
    await answer();
    await learn();
    const { json } = await act('reset');
    expect(weightsOf(json.items[0], 'startup')).toEqual(DEFAULTS.startup);
    expect(weightsOf(json.items[0], 'investor')).toEqual(DEFAULTS.investor);
    await learn();
    expect(weightsOf(await weights(), 'startup')).toEqual(DEFAULTS.startup);
  });
});

describe('weights by hand', () => {
  test('hold at once, the others share the rest, and answers do not move them', async () => {
    const { json } = await put({ startup: { ticket: 0.1 } });
    expect(json.items[0].sides.startup.signals.ticket).toMatchObject({ weight: 0.1, set: true });
    expect(sum(weightsOf(json.items[0], 'startup'))).toBeCloseTo(1, 6);
    await answer();
    await learn();
    const item = await weights();
    expect(item.sides.startup.signals.ticket.weight).toBe(0.1);
    expect((await put({})).json.items[0].sides.startup.signals.ticket.weight).toBeGreaterThan(
      DEFAULTS.startup!.ticket!,
    );
  });

  test.each([
    ['outside its range', { startup: { semantic: 0.01 } }, '/set'],
    ['above 1', { startup: { semantic: 1.5 } }, '/set/startup/semantic'],
    ['of a signal that is not', { startup: { charm: 0.5 } }, '/set/startup'],
  ])('%s are refused, and nothing changes', async (_, set, path) => {
    const before = await weights();
    const { status, json } = await put(set);
    expect(status).toBe(422);
    expect(json.issues[0].path.startsWith(path)).toBe(true);
    expect(await weights()).toEqual(before);
  });

  test('of a pairing that is not are refused', async () => {
    expect((await put({}, 'lab-patent')).json.issues).toMatchObject([{ path: '/pairing', rule: 'one_of' }]);
  });
});

test('the weights of one hub are those of no other', async () => {
  await put({ startup: { ticket: 0.1 } });
  const mine = await weights();
  hub = await newHub();
  expect(weightsOf(await weights(), 'startup')).toEqual(DEFAULTS.startup);
  expect(weightsOf(mine, 'startup').ticket).toBe(0.1);
});
