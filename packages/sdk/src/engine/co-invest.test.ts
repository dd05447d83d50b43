import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { FIELDS, profile } from '../../test/arbitraries.ts';
import { INVESTOR, normalised, STARTUP } from '../../test/profiles.ts';
import type { Kind } from '../kinds/index.ts';
import { LOCALES, renderMessage } from '../strings/index.ts';
import { type CoInvestOptions, roundCandidates } from './co-invest.ts';
import { hashEmbedder } from './conformance/index.ts';
import { type EmbeddedProfile, embedProfiles } from './embed.ts';
import { createMatchIndex } from './match.ts';
import { createMatcher } from './matcher.ts';

const solver = await loadHighs();
const usd = (min: number, max: number) => ({ ticket: { min, max, currency: 'USD' } });
/** A round of 300,000 dollars, and funds of four countries. */
const FUNDS = {
  lead: { ...usd(100_000, 150_000), role: 'lead', country: 'AZ' },
  tenge: { ticket: { min: 52_000_000, max: 52_000_000, currency: 'KZT' }, role: 'follow', country: 'KZ' },
  shy: { ...usd(30_000, 200_000), role: 'follow', country: 'TR', private: ['ticket'] },
  picky: { ...usd(50_000, 100_000), country: 'UZ', coInvestment: { minPercent: 30, needsLead: true } },
  small: { ...usd(30_000, 40_000), country: 'KZ', fund: { size: 90_000, deployed: 55_000, currency: 'USD' } },
  debt: { ...usd(100_000, 300_000), instruments: ['debt'] },
  silent: { ticket: undefined },
};

const embedder = hashEmbedder();
const matcher = createMatcher({ embedder });
beforeAll(async () => {
  await matcher.add('startup', 's', STARTUP);
  for (const [id, fund] of Object.entries(FUNDS)) {
    const stated = Object.entries({ ...INVESTOR, ...fund, name: id }).filter(([, value]) => value !== undefined);
    await matcher.add('investor', id, Object.fromEntries(stated));
  }
});
const ask = async (options: CoInvestOptions = {}) => {
  const round = await matcher.coInvest({ kind: 'startup', id: 's' }, { ...options, solver });
  return { ...round, by: Object.fromEntries(round.investments.map((one) => [one.match.id, one])) };
};

describe('a round of several investors', () => {
  test('is filled, in the currency of the round, by those who go together', async () => {
    const { by, open, gap, summary, candidates, unstated } = await ask({ rules: { needsLead: true, minCountries: 3 } });
    expect({ open: open.amount, gap, candidates, unstated }).toEqual({ open: 0, gap: 0, candidates: 5, unstated: 1 });
    expect(Object.values(by).reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(300_000);
    expect(summary.map(({ key }) => key)).toEqual(['round.filled', 'round.unstated']);
    expect(by).not.toHaveProperty('debt');
    for (const { match } of Object.values(by)) expect(match.signals.length).toBeGreaterThan(0);
  });

  test('counts what a fund has left, what an investor asks, and amounts of another currency', async () => {
    const { by } = await ask({ raise: { amount: 325_000, currency: 'USD', instrument: 'equity' } });
    if (by.small) expect(by.small.amount.amount).toBeLessThanOrEqual(35_000);
    if (by.picky) expect(by.picky.amount.amount).toBeGreaterThanOrEqual(97_500);
    const tenge = await ask({ raise: { amount: 52_000_000, currency: 'KZT' }, rules: { maxInvestors: 1 } });
    expect(tenge.investments).toMatchObject([{ amount: { amount: 52_000_000, currency: 'KZT' } }]);
  });

  test('is made for an owner of what that owner may be told', async () => {
    const { by, unstated, candidates } = await ask({ viewer: { side: 'startup' } });
    expect(by).not.toHaveProperty('shy');
    expect({ unstated, candidates }).toEqual({ unstated: 2, candidates: 4 });
  });

  test('is filled as far as it can, and says in nine languages what stops it', async () => {
    const { open, stops, summary } = await ask({ rules: { maxInvestors: 1 } });
    expect([open.amount > 0, stops, summary[1]]).toEqual([
      true,
      ['maxInvestors'],
      { key: 'round.stopped', evidence: { rule: 'maxInvestors' } },
    ]);
    const told = new Set(LOCALES.map((locale) => renderMessage(summary[1]!.key, summary[1]!.evidence, locale)));
    expect(told.size).toBe(LOCALES.length);
    expect((await ask({ raise: { amount: 9e6, currency: 'USD' } })).stops).toEqual(['money']);
  });

  test('needs an amount', async () => {
    const { raise: _, ...bare } = STARTUP;
    await expect(matcher.coInvest({ kind: 'startup', profile: bare }, { solver })).rejects.toThrow('states no round');
  });
});

test('an owner is told of a part in a round by nothing that the investor hides', async () => {
  // States little, so that many pairs are eligible whatever the investor asks.
  const raise = fc.constantFrom(300_000, 500_000).map((amount) => ({ amount, currency: 'USD' }));
  const startups = fc.record({ name: fc.constant('s'), pitch: FIELDS.startup.pitch!, raise });
  const situation = fc.record({
    own: startups,
    theirs: profile('investor'),
    other: profile('investor'),
    hidden: fc.subarray(Object.keys(FIELDS.investor)),
  });
  const entry = async (kind: Kind, wire: object) =>
    (await embedProfiles([normalised(kind, { ...wire, status: 'active' }, kind)], embedder))[0] as EmbeddedProfile;
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(situation, async ({ own, theirs, hidden, other }) => {
      const subject = await entry('startup', own);
      const asked = async (wire: object) => {
        const index = createMatchIndex(embedder);
        index.set(await entry('investor', { ...wire, excludedSectors: [], private: hidden }));
        const { matches, input, unstated } = roundCandidates(index, subject, { viewer: { side: 'startup' } });
        const parts = input.investors.map(({ score: _, ...part }) => part);
        return matches.length + unstated > 0 ? { parts, unstated } : undefined;
      };
      const kept = Object.entries(theirs).filter(([field]) => !hidden.includes(field));
      const changed = Object.entries(other).filter(([field]) => hidden.includes(field));
      const [a, b] = [await asked(theirs), await asked(Object.fromEntries([...kept, ...changed]))];
      if (!a || !b) return;
      seen++;
      expect(b).toEqual(a);
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(30);
});
