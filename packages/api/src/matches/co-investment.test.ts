import { type CoInvestment, coInvestmentSchema } from '@kopru/sdk/schema';
import { beforeAll, expect, test } from 'vitest';
import { agree, consent, exchangeHub, openCorridor, putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { viewerOf } from '../../test/viewer.ts';

const round = async (who: object, body: object = {}): Promise<CoInvestment> => {
  const { status, json } = await call('POST', '/v1/startups/s/co-investment?explain=en', { ...who, body });
  expect([status, json.detail]).toEqual([200, undefined]);
  expect(coInvestmentSchema.strict().safeParse(json).error).toBeUndefined();
  return json;
};
const idsOf = ({ investments }: CoInvestment) => investments.map(({ match }) => match.id).sort();
const RAISE = { amount: 300_000, currency: 'USD', instrument: 'equity' };
const fund = (min: number, max: number, more: object = {}) => ({
  ...INVESTOR,
  ticket: { min, max, currency: 'USD' },
  ...more,
});

let hub: { id: string; key: string };
let owner: object;
beforeAll(async () => {
  hub = await newHub();
  owner = await viewerOf(hub.id, 'startup', 's');
  await putCheap(hub.id, 'startup', 's', { ...STARTUP, raise: RAISE });
  await putCheap(hub.id, 'investor', 'lead', fund(100_000, 200_000, { role: 'lead' }));
  await putCheap(hub.id, 'investor', 'far', fund(50_000, 100_000, { role: 'follow', country: 'TR' }));
  await putCheap(hub.id, 'investor', 'shy', fund(60_000, 300_000, { private: ['ticket'], country: 'UZ' }));
});

test('a round is filled with cards and words, and changes nothing', async () => {
  const found = await round({ key: hub.key }, { rules: { needsLead: true, minCountries: 2 } });
  expect(found.open).toEqual({ amount: 0, currency: 'USD' });
  expect(found.investments.filter(({ leads }) => leads)).toHaveLength(1);
  expect(found.investments[0]?.match.card.name).toBe(INVESTOR.name);
  expect(found.summary[0]?.text).toMatch(/^The round \(USD.300,000\) is filled\. Investors: \d; countries: \d\.$/);
  expect((await round({ key: hub.key })).sequence).toBe(found.sequence);
});

test('an owner is told of no ticket that is private, and asks for its own startup alone', async () => {
  const found = await round(owner);
  expect([idsOf(found), found.unstated, found.open.amount]).toEqual([['far', 'lead'], 1, 0]);
  const tight = await round(owner, { raise: { ...RAISE, amount: 400_000 } });
  expect([tight.open.amount, tight.stops]).toEqual([100_000, ['money']]);
  await putCheap(hub.id, 'startup', 'other', STARTUP);
  expect((await call('POST', '/v1/startups/other/co-investment', { ...owner, body: {} })).status).toBe(404);
});

test('a startup without a round has to give one', async () => {
  const { raise: _, ...bare } = STARTUP;
  await putCheap(hub.id, 'startup', 'bare', bare);
  const { status, json } = await call('POST', '/v1/startups/bare/co-investment', { key: hub.key, body: {} });
  expect([status, json.issues?.[0]?.path]).toEqual([422, '/raise']);
});

test('an investor of a partner takes part while its consent stands', async () => {
  const [from, to] = [await exchangeHub('KZ'), await exchangeHub('UZ')];
  await agree(from, to);
  await openCorridor(from, 'UZ');
  await putCheap(from.id, 'startup', 's', { ...STARTUP, raise: RAISE });
  await putCheap(from.id, 'investor', 'home', fund(50_000, 150_000));
  await putCheap(to.id, 'investor', 'abroad', fund(50_000, 200_000, { country: 'UZ' }));
  const given = await consent(to, 'investor', 'abroad');
  const both = await round({ key: from.key });
  expect([both.open.amount, both.investments.map(({ match }) => match.home?.hub).sort()]).toEqual([
    0,
    [to.id, undefined],
  ]);
  await call('DELETE', `/v1/investors/abroad/consents/${given}`, { key: to.key });
  expect(await round({ key: from.key })).toMatchObject({ stops: ['money'], open: { amount: 150_000 } });
});
