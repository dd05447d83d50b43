import { type MarketEntry, marketEntrySchema } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { agree, consent, exchangeHub, openCorridor, putCheap } from '../../test/exchange.ts';
import { call, EXPERT, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { viewerOf } from '../../test/viewer.ts';

const enter = async (who: object, query: string): Promise<MarketEntry> => {
  const { status, json } = await call('GET', `/v1/startups/s/market-entry?${query}`, who);
  expect([status, json.detail]).toEqual([200, undefined]);
  expect(marketEntrySchema.strict().safeParse(json).error).toBeUndefined();
  return json;
};
const idsOf = (entry: MarketEntry) =>
  Object.fromEntries(entry.groups.map(({ kind, matches }) => [kind, matches.map(({ id }) => id).sort()]));
const noneOf = (entry: MarketEntry, kind: string) =>
  entry.groups.find((group) => group.kind === kind)?.none?.map(({ text }) => text);

describe('the entry of a market', () => {
  let hub: { id: string; key: string };
  let owner: object;
  beforeAll(async () => {
    hub = await newHub();
    owner = await viewerOf(hub.id, 'startup', 's');
    const other = await newHub();
    for (const { id } of [hub, other]) {
      await putCheap(id, 'startup', 's', { ...STARTUP, roles: ['engineer'] });
      await putCheap(id, 'investor', `home-${id}`, { ...INVESTOR, country: 'UZ' });
    }
    await putCheap(hub.id, 'investor', 'serving', { ...INVESTOR, country: 'TR', countries: ['KZ', 'UZ'] });
    await putCheap(hub.id, 'investor', 'elsewhere', { ...INVESTOR, countries: ['KZ'] });
    await putCheap(hub.id, 'expert', 'seller', { ...EXPERT, country: 'UZ', roles: ['sales'], private: ['roles'] });
  });

  test('is a group of each kind that a startup seeks, with cards, words and why one is empty', async () => {
    const entry = await enter({ key: hub.key }, 'country=UZ&limit=1&explain=en');
    expect(entry).toMatchObject({ subject: { kind: 'startup', id: 's' }, country: 'UZ' });
    const [investors] = entry.groups;
    expect(investors).toMatchObject({ kind: 'investor', total: 2, matches: [{ rank: 1, history: { seenAt: null } }] });
    expect(investors?.matches).toHaveLength(1);
    expect(investors?.none).toBeUndefined();
    expect(idsOf(await enter({ key: hub.key }, 'country=UZ'))).toMatchObject({
      investor: [`home-${hub.id}`, 'serving'],
    });
    expect(noneOf(entry, 'expert')).toEqual([
      'Profiles that are in this country or work with it (Uzbekistan): 1. Kept out by one and the same condition: 1.',
      'Nothing in common (role). Startup: engineer. Expert: salesperson.',
    ]);
    expect(noneOf(await enter({ key: hub.key }, 'country=MN&explain=kk'), 'expert')).toEqual([
      'Осы елде орналасқан немесе осы елмен жұмыс істейтін профиль әзірге жоқ: Моңғолия.',
    ]);
  });

  test('tells an owner of a limit that is private only that it does not fit, whatever stands there', async () => {
    const told = async () => {
      const entry = await enter(owner, 'country=UZ&explain=en');
      return JSON.stringify(entry.groups.find(({ kind }) => kind === 'expert'));
    };
    const before = await told();
    expect(before).toContain('gate.not_eligible');
    expect(before).not.toContain('role');
    await putCheap(hub.id, 'expert', 'seller', { ...EXPERT, country: 'UZ', roles: ['legal'], private: ['roles'] });
    expect(await told()).toBe(before);
  });

  test('finds nobody for an owner by a country that is private', async () => {
    const shy = { ...EXPERT, country: 'HU', teamCountries: ['KZ'], private: ['country', 'teamCountries'] };
    await putCheap(hub.id, 'expert', 'shy', shy);
    expect(idsOf(await enter({ key: hub.key }, 'country=HU')).expert).toEqual(['shy']);
    const seen = await enter(owner, 'country=HU');
    expect([idsOf(seen).expert, JSON.stringify(seen).includes('shy')]).toEqual([[], false]);
  });

  test('is its own for the owner of a startup', async () => {
    await putCheap(hub.id, 'startup', 'other', STARTUP);
    expect((await call('GET', '/v1/startups/other/market-entry?country=UZ', owner)).status).toBe(404);
  });

  test.each(['', 'country=Uzbekistan', 'country=UZ&limit=21', 'country=UZ&explain=de', 'country=UZ&lang=en'])(
    'refuses what it cannot answer: %s',
    async (query) => {
      const { status, json } = await call('GET', `/v1/startups/s/market-entry?${query}`, { key: hub.key });
      expect([status, json.code, json.issues?.[0]?.in]).toEqual([422, 'invalid_request', 'query']);
    },
  );
});

test('a partner’s card is in it while its consent stands', async () => {
  const [from, to] = [await exchangeHub('KZ'), await exchangeHub('UZ')];
  await agree(from, to);
  await openCorridor(from, 'UZ');
  await putCheap(from.id, 'startup', 's', STARTUP);
  await putCheap(to.id, 'investor', 'fund', { ...INVESTOR, country: 'UZ' });
  const given = await consent(to, 'investor', 'fund');
  const [card] = (await enter({ key: from.key }, 'country=UZ')).groups[0]?.matches ?? [];
  expect(card).toMatchObject({ id: expect.stringMatching(/^~/), home: { hub: to.id, country: 'UZ' } });
  expect(JSON.stringify(card)).not.toContain('gizli@example.org');
  await call('DELETE', `/v1/investors/fund/consents/${given}`, { key: to.key });
  expect(idsOf(await enter({ key: from.key }, 'country=UZ')).investor).toEqual([]);
});
