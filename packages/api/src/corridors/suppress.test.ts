import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Part } from './store.ts';
import { publicCounts } from './suppress.ts';

const part = (hub: string, offers: number, introductions = 0, acceptances = 0): Part => ({
  ...{ from: 'KZ', to: 'AZ', hub },
  ...{ offers, introductions, acceptances },
});

describe('public counts', () => {
  test('of five and more are told, and a corridor with nothing to tell is not listed', () => {
    expect(publicCounts([part('kz', 5)], [part('az', 5)])).toEqual([
      { from: 'KZ', to: 'AZ', offers: 5, introductions: null, acceptances: null },
    ]);
    expect(publicCounts([part('kz', 4, 4, 4)], [part('az', 4, 4, 4)])).toEqual([]);
  });

  test('are not told where a hub could take off its own share', () => {
    expect(publicCounts([part('kz', 6), part('kz-2', 1)], [part('az', 7)])).toEqual([]);
    expect(publicCounts([part('kz', 7)], [part('az', 7), part('az-2', 4)])[0]?.offers).toBe(undefined);
    expect(publicCounts([part('kz', 6), part('kz-2', 5)], [part('az', 11)])[0]?.offers).toBe(10);
  });

  test('go in steps of five, so that who looks every day sees no single card or request', () => {
    const told = (count: number) => publicCounts([part('kz', count, count)], [part('az', count, count)])[0];
    for (const count of [10, 11, 14]) expect(told(count)).toMatchObject({ offers: 10, introductions: 10 });
    expect(told(15)).toMatchObject({ offers: 15, introductions: 15 });
  });

  test('tell no acceptances where few requests were not accepted', () => {
    const told = (introductions: number, acceptances: number) =>
      publicCounts([part('kz', 0, introductions, acceptances)], [part('az', 0, introductions, acceptances)])[0];
    expect(told(12, 11)).toMatchObject({ introductions: 10, acceptances: null });
    expect(told(12, 12)).toMatchObject({ introductions: 10, acceptances: null });
    expect(told(12, 7)).toMatchObject({ introductions: 10, acceptances: 5 });
  });

  test('leave nothing small to be found by any hub or by the public', () => {
    const count = fc.oneof(fc.nat(6), fc.nat(40));
    const counts = fc.record({ offers: count, introductions: count, share: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 4 }), (drawn) => {
        const homes = drawn.map(({ offers, introductions, share }, i) =>
          part(`kz-${i}`, offers, introductions, Math.floor((introductions * share) / 100)),
        );
        const sum = (of: 'offers' | 'introductions' | 'acceptances') => homes.reduce((all, p) => all + p[of], 0);
        const receiver = part('az', sum('offers'), sum('introductions'), sum('acceptances'));
        const [told] = publicCounts(homes, [receiver]);
        for (const of of ['offers', 'introductions', 'acceptances'] as const) {
          const shown = told?.[of] ?? null;
          if (shown === null) continue;
          expect(shown).toBe(sum(of) - (sum(of) % 5));
          for (const own of homes) expect([1, 2, 3, 4]).not.toContain(sum(of) - own[of]);
          expect(shown).toBeGreaterThanOrEqual(5);
        }
        if (told && told.acceptances !== null)
          expect(sum('introductions') - sum('acceptances')).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
