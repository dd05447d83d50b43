import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, INVESTOR, normal, STARTUP } from '../../test/profiles.ts';
import {
  COUNTRIES,
  CURRENCIES,
  type Currency,
  convert,
  DEFAULT_RATES,
  INSTRUMENTS,
  LOCALES,
  REGIONS,
  SECTORS,
  STAGES,
} from '../facets/index.ts';
import { startupInvestor } from '../pairings/startup-investor/index.ts';
import { gate } from './gate.ts';
import { createMatchIndex } from './match.ts';
import type { NormalProfile } from './normalise.ts';
import { type Pairing, weighed } from './pairing.ts';
import { calibrate, measureSignals, scoreOf, scorerOf, utility } from './score.ts';

const SIGNALS = weighed(startupInvestor.weights.startup);
const pairing = startupInvestor as unknown as Pairing;
const signalsOf = (startup: NormalProfile, investor: NormalProfile, cosine = 0.5, of = pairing) =>
  measureSignals(of, { startup, investor }, cosine);
const score = (startup: object, investor: object, cosine = 0.5) =>
  scoreOf(signalsOf(normal('startup', startup), normal('investor', investor), cosine));

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const codes = SECTORS.map(({ code }) => code);
const currency = fc.constantFrom(...CURRENCIES);
/** Facets of a startup and of a mandate, each stated or not. Amounts in US dollars. */
const startups = fc.record({
  sectors: maybe(some(codes)),
  stage: maybe(fc.constantFrom(...STAGES)),
  country: maybe(fc.constantFrom(...COUNTRIES)),
  targetMarkets: maybe(some([...COUNTRIES, ...REGIONS])),
  raise: maybe(
    fc.record({
      amount: fc.integer({ min: 10_000, max: 5_000_000 }),
      currency: fc.constant<Currency>('USD'),
      instrument: fc.constantFrom(...INSTRUMENTS),
    }),
  ),
  languages: maybe(some(LOCALES)),
});
const investors = fc.record({
  sectors: maybe(some(codes)),
  excludedSectors: fc.constant(undefined),
  stages: maybe(some(STAGES)),
  country: maybe(fc.constantFrom(...COUNTRIES)),
  countries: maybe(some([...COUNTRIES, ...REGIONS])),
  ticket: maybe(
    fc.record({
      min: fc.integer({ min: 5_000, max: 100_000 }),
      max: fc.integer({ min: 100_001, max: 9_000_000 }),
      currency: fc.constant<Currency>('USD'),
    }),
  ),
  instruments: maybe(some(INSTRUMENTS)),
  languages: maybe(some(LOCALES)),
});
const cosines = fc.double({ min: -1, max: 1, noNaN: true });
const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** Weights of a side, each of the pairing's signals in [0,1]. */
const weights = fc.record(Object.fromEntries(SIGNALS.map((name) => [name, unit])));

const exchanged = (amount: number, to: Currency) => convert(amount, 'USD', to, DEFAULT_RATES);

describe('the score of a pair', () => {
  test('is the same whoever of the two asks', () => {
    fc.assert(
      fc.property(startups, investors, (s, i) => {
        const index = createMatchIndex({ id: 'test@1', dimensions: 2 });
        const entry = (profile: NormalProfile, vector: number[]) => {
          const embedded = { profile, model: 'test@1', windows: [Int8Array.from(vector)], sentences: [], names: [] };
          index.set(embedded);
          return embedded;
        };
        const startup = entry(normal('startup', s), [127, 0]);
        const investor = entry(normal('investor', i), [80, 99]);
        expect(index.match(startup).matches[0]?.score).toBe(index.match(investor).matches[0]?.score);
      }),
    );
  });

  test('is that of its signals, with and without what only some pairs say, and with the weights of a hub', () => {
    fc.assert(
      fc.property(startups, investors, cosines, fc.boolean(), weights, (startup, investor, cosine, buys, of) => {
        const company = {
          name: 'Yük',
          sectors: ['freight'],
          seeks: ['agrifood', 'energy', 'finance', 'health', 'digital'],
        };
        const pair = {
          startup: normal('startup', startup),
          investor: normal('investor', { ...investor, ...(buys && { portfolio: [company] }) }),
        };
        const weighted = { ...pairing, weights: { ...pairing.weights, startup: of } };
        for (const by of [pairing, weighted])
          expect(scorerOf(by)(pair, cosine)).toBe(scoreOf(measureSignals(by, pair, cosine)));
      }),
    );
  });

  test('favours neither side: with the weights of the two exchanged it is the same', () => {
    const { startup, investor } = pairing.weights as typeof startupInvestor.weights;
    const exchangedWeights = { ...pairing, weights: { startup: investor, investor: startup } } as unknown as Pairing;
    fc.assert(
      fc.property(startups, investors, cosines, (s, i, cosine) => {
        const pair = [normal('startup', s), normal('investor', i), cosine] as const;
        expect(scoreOf(signalsOf(...pair, exchangedWeights))).toBe(scoreOf(signalsOf(...pair)));
      }),
    );
  });

  test('is lower the more one-sided the pair is, at the same mean of both utilities', () => {
    const of = (a: number, b: number) =>
      scoreOf([
        { value: a, weights: { startup: 1, investor: 0 } },
        { value: b, weights: { startup: 0, investor: 1 } },
      ]);
    fc.assert(
      fc.property(unit, unit, unit, (a, b, share) => {
        const [middle, half] = [(a + b) / 2, Math.abs(a - b) / 2];
        expect(of(a, b)).toBeLessThanOrEqual(of(middle + share * half, middle - share * half));
        expect(of(a, b)).toBe(of(b, a));
        expect(of(a, 0)).toBe(0);
      }),
    );
  });

  test('never falls when the texts are nearer, and for silent profiles rises with them alone', () => {
    fc.assert(
      fc.property(startups, investors, cosines, cosines, (s, i, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(score(s, i, high)).toBeGreaterThanOrEqual(score(s, i, low));
        const silent = [SILENT_STARTUP, SILENT_INVESTOR] as const;
        if (calibrate(high) - calibrate(low) > 0.005) {
          expect(score(...silent, high)).toBeGreaterThan(score(...silent, low));
        }
      }),
    );
  });

  test('lies between what it is worth to one side and to the other', () => {
    fc.assert(
      fc.property(startups, investors, cosines, (s, i, cosine) => {
        const signals = signalsOf(normal('startup', s), normal('investor', i), cosine);
        const sides = [utility(signals, 'startup'), utility(signals, 'investor')].map((u) => 100 * u);
        expect(scoreOf(signals)).toBeGreaterThanOrEqual(Math.min(...sides) - 0.05);
        expect(scoreOf(signals)).toBeLessThanOrEqual(Math.max(...sides) + 0.05);
      }),
    );
  });

  test('needs the text: with all facets met and texts that do not touch it stays below 50', () => {
    expect(score({}, {}, 0.1)).toBeLessThan(50);
    expect(score({}, {}, 0.6)).toBeGreaterThan(80);
  });
});

describe('a score does not depend on how a profile is written', () => {
  const shuffled = <T extends object>(value: T, order: readonly number[]): T =>
    Object.fromEntries(
      Object.entries(value)
        .map(([key, v], n) => [key, Array.isArray(v) ? v.toReversed() : v, order[n % order.length] ?? 0] as const)
        .sort((a, b) => a[2] - b[2])
        .map(([key, v]) => [key, v]),
    ) as T;

  test('the order of fields and of the values in a list', () => {
    fc.assert(
      fc.property(startups, investors, fc.array(fc.nat(), { minLength: 1 }), (s, i, order) => {
        const straight = signalsOf(normal('startup', s), normal('investor', i));
        const startup = normal('startup', shuffled({ ...STARTUP, ...s }, order));
        const investor = normal('investor', shuffled({ ...INVESTOR, ...i }, order));
        expect(signalsOf(startup, investor).map(({ value }) => value)).toEqual(straight.map(({ value }) => value));
      }),
    );
  });

  test('the currency of an amount', () => {
    fc.assert(
      fc.property(startups, investors, currency, currency, (s, i, own, other) => {
        const raise = s.raise && { ...s.raise, amount: exchanged(s.raise.amount, own), currency: own };
        const ticket = i.ticket && {
          min: exchanged(i.ticket.min, other),
          max: exchanged(i.ticket.max, other),
          currency: other,
        };
        expect(score({ ...s, raise }, { ...i, ticket })).toBe(score(s, i));
      }),
    );
  });

  test('the letter case of sector names', () => {
    const cases = [(x: string) => x, (x: string) => x.toUpperCase(), (x: string) => x[0]?.toUpperCase() + x.slice(1)];
    fc.assert(
      fc.property(startups, investors, fc.constantFrom(...cases), fc.constantFrom(...cases), (s, i, one, two) => {
        const written = score(
          { ...s, sectors: s.sectors?.map(one) },
          { ...i, sectors: i.sectors?.map((code) => two(code.replaceAll('_', ' '))) },
        );
        expect(written).toBe(score(s, i));
      }),
    );
  });
});

describe('a gate', () => {
  const weights = fc
    .array(unit, { minLength: SIGNALS.length, maxLength: SIGNALS.length })
    .map((values) => Object.fromEntries(SIGNALS.map((name, n) => [name, values[n]])));

  test('keeps an excluded sector out whatever the weights, the text and the other facets', () => {
    fc.assert(
      fc.property(startups, investors, weights, weights, fc.constantFrom(...codes), (s, i, own, other, code) => {
        const weighted = { ...pairing, weights: { startup: own, investor: other } } as unknown as Pairing;
        const startup = normal('startup', { ...s, sectors: [code, ...(s.sectors ?? []).filter((c) => c !== code)] });
        const investor = normal('investor', { ...i, excludedSectors: [code] });
        expect(gate(weighted, { startup, investor }, startup, DAY).eligible).toBe(false);
        expect(gate(weighted, { startup, investor }, investor, DAY).eligible).toBe(false);
      }),
    );
  });

  test('gives a list in which every pair passes, whatever the score of those kept out', () => {
    fc.assert(
      fc.property(startups, fc.array(investors, { minLength: 1, maxLength: 8 }), (s, mandates) => {
        const index = createMatchIndex({ id: 'test@1', dimensions: 2 });
        const embedded = (profile: NormalProfile) => ({
          profile,
          model: 'test@1',
          windows: [Int8Array.from([127, 0])],
          sentences: [],
          names: [],
        });
        const profiles = mandates.map((i, n) => normal('investor', i, `i${n}`));
        for (const profile of profiles) index.set(embedded(profile));
        const startup = normal('startup', s);
        const passing = profiles.filter((investor) => gate(pairing, { startup, investor }, investor, DAY).eligible);
        const listed = index.match(embedded(startup)).matches.map(({ id }) => id);
        expect(listed.toSorted()).toEqual(passing.map(({ id }) => id).toSorted());
      }),
    );
  });
});

/** Nothing but a name and a text. */
const SILENT_STARTUP = {
  sectors: undefined,
  stage: undefined,
  country: undefined,
  targetMarkets: undefined,
  raise: undefined,
  languages: undefined,
};
const SILENT_INVESTOR = {
  sectors: undefined,
  excludedSectors: undefined,
  stages: undefined,
  country: undefined,
  countries: undefined,
  ticket: undefined,
  instruments: undefined,
  languages: undefined,
};
