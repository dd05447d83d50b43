import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normal } from '../../test/profiles.ts';
import { startupInvestor } from '../pairings/startup-investor/index.ts';
import { type Pairing, type SignalName, weighed } from './pairing.ts';
import { calibrate, measureSignals, scoreOf, utility } from './score.ts';

const SIGNALS = weighed(startupInvestor.weights.startup);
const pairing = startupInvestor as unknown as Pairing;
const measure = (startup: object, investor: object, cosine = 0.6) =>
  measureSignals(pairing, { startup: normal('startup', startup), investor: normal('investor', investor) }, cosine);
const value = (name: SignalName, startup: object, investor: object) =>
  measure(startup, investor).find((signal) => signal.name === name)?.value;

const signalsOf = (values: readonly (number | null)[]) =>
  SIGNALS.map((name, i) => ({
    name,
    value: values[i] ?? null,
    weights: { startup: startupInvestor.weights.startup[name], investor: startupInvestor.weights.investor[name] },
  }));
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const values = fc.array(fc.option(unit), { minLength: SIGNALS.length, maxLength: SIGNALS.length });

describe('weights', () => {
  test('of each side sum to 1 and lie in [0,1]', () => {
    for (const side of ['startup', 'investor'] as const) {
      const weights = SIGNALS.map((name) => startupInvestor.weights[side][name]);
      expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1);
      for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('the score', () => {
  test('lies in 0–100 and rises with every signal', () => {
    fc.assert(
      fc.property(values, fc.nat(SIGNALS.length - 1), unit, (all, i, better) => {
        const before = scoreOf(signalsOf(all));
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(100);
        const raised = all.with(i, Math.max(better, all[i] ?? 0.5));
        expect(scoreOf(signalsOf(raised))).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('is 0 for nothing, 100 for all, and does not depend on the order of signals', () => {
    expect(scoreOf(signalsOf(SIGNALS.map(() => 0)))).toBe(0);
    expect(scoreOf(signalsOf(SIGNALS.map(() => 1)))).toBe(100);
    fc.assert(
      fc.property(values, (all) => {
        expect(scoreOf(signalsOf(all).toReversed())).toBe(scoreOf(signalsOf(all)));
      }),
    );
  });

  test('of a pair that is good for one side only is below that of an even pair with the same mean', () => {
    const oneSided = [
      { value: 1, weights: { startup: 1, investor: 0 } },
      { value: 0.1, weights: { startup: 0, investor: 1 } },
    ];
    const even = [{ value: 0.55, weights: { startup: 1, investor: 1 } }];
    expect(utility(oneSided, 'startup')).toBe(1);
    expect(scoreOf(oneSided)).toBeLessThan(scoreOf(even));
  });

  test('follows from the signals that are measured', () => {
    const signals = measure({}, {});
    expect(scoreOf(JSON.parse(JSON.stringify(signals)))).toBe(scoreOf(signals));
    expect(signals.map(({ name }) => name)).toEqual([...SIGNALS]);
  });
});

describe('signals', () => {
  test('the calibrated cosine rises and stays within (0,1)', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), (a, b) => {
        const [low, high] = [calibrate(Math.min(a, b)), calibrate(Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThan(0);
        expect(high).toBeLessThan(1 + 1e-12);
      }),
    );
  });

  test('sector: the same, the same field, another', () => {
    expect(value('sector', {}, {})).toBe(1);
    expect(value('sector', {}, { sectors: ['agriculture'] })).toBe(1);
    expect(value('sector', {}, { sectors: ['livestock'] })).toBe(0.6);
    expect(value('sector', {}, { sectors: ['fintech'] })).toBe(0);
  });

  test('ticket: the share of the round that the largest ticket covers', () => {
    expect(value('ticket', {}, {})).toBe(1);
    expect(value('ticket', { raise: { amount: 2_000_000, currency: 'USD' } }, {})).toBe(0.25);
    expect(value('ticket', { raise: { amount: 10, currency: 'USD' } }, {})).toBe(0);
  });

  test('corridor: whether the investor opens a market that the startup wants', () => {
    expect(value('corridor', {}, {})).toBe(1);
    expect(value('corridor', { targetMarkets: ['TR'] }, {})).toBe(0.3);
    expect(value('corridor', { targetMarkets: undefined }, {})).toBe(null);
  });

  test('language: shared or not', () => {
    expect(value('language', {}, {})).toBe(1);
    expect(value('language', { languages: ['kk'] }, {})).toBe(0);
  });

  test('what a side has not stated is neutral, and the caution says who to ask', () => {
    for (const [name, startup, investor, side] of [
      ['sector', { sectors: undefined }, {}, 'startup'],
      ['stage', {}, { stages: undefined }, 'investor'],
      ['ticket', { raise: undefined }, {}, 'startup'],
      ['country', {}, { countries: undefined }, 'investor'],
      ['language', { languages: undefined }, {}, 'startup'],
    ] as const) {
      const signal = measure(startup, investor).find((s) => s.name === name);
      expect(signal).toMatchObject({ value: null, caution: { key: `unknown.${name}`, evidence: { side } } });
    }
  });
});
