import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { INVESTOR, normal, STARTUP } from '../../test/profiles.ts';
import { COUNTRIES } from '../facets/index.ts';
import { soughtBy } from '../pairings/index.ts';
import { LOCALES } from '../strings/index.ts';
import { hashEmbedder } from './conformance/index.ts';
import { isInMarket } from './market-entry.ts';
import { createMatcher, type Matcher } from './matcher.ts';

const US = { kind: 'startup', id: 's' } as const;
const OWNER = { viewer: { side: 'startup' } } as const;
const EXPERT = { name: 'Aysel', about: STARTUP.pitch, roles: ['engineer'], consent: { matching: true } };

describe('the entry of a market', () => {
  let matcher: Matcher;
  beforeAll(async () => {
    matcher = createMatcher({ embedder: hashEmbedder() });
    await matcher.add('startup', 's', { ...STARTUP, roles: ['engineer'] });
    const investors = {
      there: { country: 'UZ', countries: ['KZ'] },
      serving: { country: 'TR', countries: ['KZ', 'UZ'] },
      region: { country: 'HU', countries: ['central_asia'] },
      elsewhere: { country: 'AZ', countries: ['KZ', 'AZ'] },
      late: { country: 'UZ', stages: ['growth'] },
      paused: { country: 'UZ', status: 'paused' },
    };
    for (const [id, more] of Object.entries(investors)) await matcher.add('investor', id, { ...INVESTOR, ...more });
    await matcher.add('investor', 'silent', { ...INVESTOR, country: undefined, countries: undefined });
    for (const id of ['a', 'b'])
      await matcher.add('expert', id, { ...EXPERT, roles: ['sales'], country: 'UZ', private: ['roles'] });
    await matcher.add('expert', 'far', { ...EXPERT, country: 'UZ', teamCountries: ['HU'] });
  });

  test('has a group of each kind that is sought, the best of those in the country or serving it', async () => {
    const groups = await matcher.marketEntry(US, 'UZ');
    expect(groups.map(({ kind }) => kind)).toEqual(soughtBy('startup'));
    const [investors] = groups;
    expect(investors?.matches.map(({ id }) => id).sort()).toEqual(['region', 'serving', 'there']);
    expect(investors?.none).toBeUndefined();
    const best = await matcher.match(US, { kind: 'investor' });
    const order = best.matches.map(({ id }) => id).filter((id) => !['elsewhere', 'silent'].includes(id));
    expect(investors?.matches.map(({ id }) => id)).toEqual(order);
  });

  test('holds as many of each as are asked for, and says how many there are', async () => {
    const [investors] = await matcher.marketEntry(US, 'UZ', { limit: 1 });
    expect([investors?.matches.length, investors?.total]).toEqual([1, 3]);
  });

  test('says of a kind without a match whether somebody is there, and which gate keeps most out', async () => {
    const none = async (country: 'UZ' | 'MN', options = {}) =>
      (await matcher.marketEntry(US, country, options)).find(({ kind }) => kind === 'expert')?.none ?? [];
    expect(await none('MN')).toEqual([{ key: 'market.nobody', evidence: { country: 'MN' } }]);
    const [count, nearest] = await none('UZ');
    expect(count).toEqual({ key: 'market.kept_out', evidence: { country: 'UZ', there: 3, kept: 2 } });
    expect(nearest).toMatchObject({ key: 'pair.different', evidence: { facet: 'role' } });
    for (const locale of LOCALES) {
      const { reasons } = matcher.explain({ reasons: await none('UZ'), cautions: [] }, locale);
      expect(reasons.join(' ')).toContain('3');
    }
  });

  test('says to an owner of a private limit only that it does not fit', async () => {
    const expert = (await matcher.marketEntry(US, 'UZ', OWNER)).find(({ kind }) => kind === 'expert');
    expect(expert?.none).toEqual([
      { key: 'market.kept_out', evidence: { country: 'UZ', there: 3, kept: 2 } },
      { key: 'gate.not_eligible', evidence: {} },
    ]);
  });

  test('does not tell an owner who is in a country by a field that is private', async () => {
    await matcher.add('investor', 'hidden', { ...INVESTOR, country: 'MN', private: ['country'] });
    const [all, owner] = [await matcher.marketEntry(US, 'MN'), await matcher.marketEntry(US, 'MN', OWNER)];
    expect([all[0]?.total, owner[0]?.total]).toEqual([1, 0]);
    expect(owner[0]?.none).toEqual([{ key: 'market.nobody', evidence: { country: 'MN' } }]);
  });
});

test('a profile belongs to the market of its country and of each that it lists, and to no other', () => {
  const country = fc.constantFrom(...COUNTRIES);
  fc.assert(
    fc.property(fc.option(country), fc.uniqueArray(country, { maxLength: 5 }), country, (home, list, target) => {
      const listed = list.length > 0 ? list : undefined;
      const profile = normal('investor', { country: home ?? undefined, countries: listed });
      expect(isInMarket(target)(profile)).toBe(home === target || list.includes(target));
    }),
    { numRuns: 100 },
  );
});
