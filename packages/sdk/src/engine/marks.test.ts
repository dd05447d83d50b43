import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, normal } from '../../test/profiles.ts';
import { COUNTRIES, INSTRUMENTS, STAGES } from '../facets/index.ts';
import { startupInvestor } from '../pairings/startup-investor/index.ts';
import { gate, passes } from './gate.ts';
import { marksOf, marksSought } from './marks.ts';
import type { Pairing } from './pairing.ts';

const pairing = startupInvestor as unknown as Pairing;
const coded = ['status', 'consent', ...pairing.gates.filter(({ codes }) => codes).map(({ name }) => name)];

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const some = <T>(values: readonly T[]) => maybe(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }));
const standing = {
  status: fc.constantFrom('active', 'paused'),
  consent: fc.record({ matching: fc.boolean() }),
};
const startups = fc.record({
  ...standing,
  stage: maybe(fc.constantFrom(...STAGES)),
  country: maybe(fc.constantFrom(...COUNTRIES)),
  raise: maybe(
    fc.record({
      amount: fc.constantFrom(1000, 300_000, 90_000_000),
      currency: fc.constant('USD'),
      instrument: maybe(fc.constantFrom(...INSTRUMENTS)),
    }),
  ),
});
const investors = fc.record({
  ...standing,
  stages: some(STAGES),
  country: maybe(fc.constantFrom(...COUNTRIES)),
  countries: some(COUNTRIES),
  instruments: some(INSTRUMENTS),
});

test('stage, country and instrument are known by their codes', () => {
  expect(coded).toEqual(['status', 'consent', 'stage', 'country', 'instrument']);
});

test('marks keep out exactly whom standing or one of these gates keeps out, whichever side asks', () => {
  fc.assert(
    fc.property(startups, investors, fc.boolean(), (startup, investor, investorAsks) => {
      const pair = { startup: normal('startup', startup), investor: normal('investor', investor) };
      const [subject, candidate] = investorAsks ? [pair.investor, pair.startup] : [pair.startup, pair.investor];
      const marks = marksOf(candidate);
      const passed = marksSought(pairing, subject).every((group) => group.some((mark) => marks.includes(mark)));
      const { gates, eligible } = gate(pairing, pair, candidate, DAY);
      expect(passed).toBe(gates.every((result) => !coded.includes(result.gate) || result.outcome !== 'fail'));
      expect(passes(pairing, pair, candidate, DAY)).toBe(eligible);
    }),
    { numRuns: 1000 },
  );
});
