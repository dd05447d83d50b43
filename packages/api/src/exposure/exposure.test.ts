import { beforeEach, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { readPrices } from './held-prices.ts';
import { priceExposure } from './job.ts';

let hub: { id: string; key: string };
const price = (now = new Date()) =>
  priceExposure.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now });
const prices = (kind: 'startup' | 'investor') => readPrices(bindings.DB, hub.id, 'startup-investor', kind);
const pricedAt = () =>
  bindings.DB.prepare('SELECT MAX(priced_at) AS at FROM exposure WHERE hub_id = ?').bind(hub.id).first<string>('at');
const setFairness = (fairness: number) =>
  bindings.DB.prepare(
    "UPDATE hubs SET settings = json_set(settings, '$.fairness', ?, '$.diversity', 0), sequence = sequence + 1 WHERE id = ?",
  )
    .bind(fairness, hub.id)
    .run();
const list = async (id: string) => {
  const { json } = await call('GET', `/v1/startups/${id}/matches`, { key: hub.key });
  return json.matches as { id: string; score: number }[];
};

beforeEach(async () => {
  hub = await newHub();
  for (let i = 0; i < 5; i++) await putCheap(hub.id, 'startup', `s${i}`, { ...STARTUP, name: `S${i}` });
  // One is best for every startup; for s0, which names no sector, by its ticket alone and a little.
  await putCheap(hub.id, 'startup', 's0', { ...STARTUP, name: 'S0', sectors: undefined });
  await putCheap(hub.id, 'investor', 'wanted', { ...INVESTOR, sectors: ['irrigation'] });
  const lesser = { ...INVESTOR, sectors: ['gaming'], ticket: { max: 290_000, currency: 'USD' } };
  for (let i = 0; i < 4; i++) await putCheap(hub.id, 'investor', `i${i}`, lesser);
});

test('who is wanted by more than it can answer has a price, and gives way in lists', async () => {
  const before = await list('s0');
  expect(before[0]?.id).toBe('wanted');
  await price();
  const found = await prices('investor');
  expect([...found.keys()].sort()).toEqual(['i0', 'i1', 'i2', 'i3', 'wanted']);
  expect(found.get('wanted')).toBeGreaterThan(0);
  expect(found.get('i0')).toBeLessThan(0);
  expect((await prices('startup')).size).toBe(5);
  await setFairness(1);
  const after = await list('s0');
  expect(after[0]?.id).not.toBe('wanted');
  // The scores are what they were: prices move places and nothing else.
  const byId = (matches: { id: string; score: number }[]) => matches.map(({ id, score }) => `${id} ${score}`).sort();
  expect(byId(after)).toEqual(byId(before));
});

test('with fairness off a list is the pure ranking, whatever the prices', async () => {
  await setFairness(0);
  const pure = await list('s0');
  expect(pure.map(({ score }) => score)).toEqual(pure.map(({ score }) => score).sort((a, b) => b - a));
  await price();
  expect((await prices('investor')).size).toBeGreaterThan(0);
  expect(await list('s0')).toEqual(pure);
});

test('prices are found anew when something was written, and otherwise after a day', async () => {
  const at = (hours: number) => new Date(Date.UTC(2026, 0, 1, hours));
  await price(at(0));
  await price(at(1));
  expect(await pricedAt()).toBe(at(0).toISOString());
  await putCheap(hub.id, 'investor', 'new', INVESTOR);
  await price(at(2));
  expect(await pricedAt()).toBe(at(2).toISOString());
  expect((await prices('investor')).has('new')).toBe(true);
  await price(at(25));
  expect(await pricedAt()).toBe(at(2).toISOString());
  await price(at(27));
  expect(await pricedAt()).toBe(at(27).toISOString());
});

test('who may not be shown has no price, and an erasure takes the price with it', async () => {
  await putCheap(hub.id, 'investor', 'paused', { ...INVESTOR, status: 'paused' });
  await price();
  expect((await prices('investor')).has('paused')).toBe(false);
  await call('DELETE', '/v1/investors/i0', { key: hub.key });
  expect([...(await prices('investor')).keys()].sort()).toEqual(['i1', 'i2', 'i3', 'wanted']);
});

test('prices that are held are read again once any of them changes, and not before', async () => {
  await price();
  const first = await prices('investor');
  expect(await prices('investor')).toBe(first);
  await call('DELETE', '/v1/investors/i0', { key: hub.key });
  const erased = await prices('investor');
  expect([erased.has('i0'), erased.size]).toEqual([false, first.size - 1]);
  await price(new Date(Date.now() + 1));
  expect(await prices('investor')).not.toBe(erased);
});
