import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, normal } from '../../test/profiles.ts';
import { CURRENCIES, convert, DEFAULT_RATES } from '../facets/index.ts';
import { startupInvestor } from '../pairings/startup-investor/index.ts';
import { gate } from './gate.ts';
import type { Pairing } from './pairing.ts';

/** Gates of a startup and an investor that fit but for these changes, with the investor as the candidate. */
function ask(startup: object, investor: object) {
  const pair = { startup: normal('startup', startup), investor: normal('investor', investor) };
  return gate(startupInvestor as unknown as Pairing, pair, pair.investor, DAY);
}

const outcome = (startup: object, investor: object, name: string) =>
  ask(startup, investor).gates.find((result) => result.gate === name);

test('a pair that fits passes every gate', () => {
  const { eligible, gates } = ask({}, {});
  expect(eligible).toBe(true);
  expect(gates.map((g) => g.outcome)).not.toContain('fail');
  expect(gates.map((g) => g.gate)).toEqual([
    'status',
    'consent',
    'exclusion',
    'stage',
    'country',
    'ticket',
    'instrument',
  ]);
});

describe('a limit that is not met fails, with the two values and the margin', () => {
  test.each([
    ['status', {}, { status: 'paused' }, 'gate.not_active', {}],
    ['consent', {}, { consent: { matching: false } }, 'gate.consent_missing', {}],
    ['consent', {}, { consent: undefined }, 'gate.consent_missing', {}],
    ['exclusion', { sectors: ['gaming'] }, {}, 'gate.sector_excluded', { sectors: ['gaming'] }],
    ['exclusion', { sectors: undefined }, {}, 'gate.exclusion_unknown', {}],
    ['exclusion', { sectors: ['irrigation', 'ağ qurğu 7'] }, {}, 'gate.exclusion_unknown', {}],
    ['exclusion', {}, { excludedSectors: ['ağ qurğu 7'] }, 'gate.exclusion_unknown', {}],
    ['stage', { stage: 'growth' }, {}, 'gate.stage_outside', { stage: 'growth', stages: ['pre_seed', 'seed'] }],
    [
      'country',
      { country: 'HU' },
      { countries: ['AZ', 'TR'] },
      'gate.country_outside',
      { country: 'HU', countries: ['AZ', 'TR'] },
    ],
    [
      'instrument',
      { raise: { amount: 3e5, currency: 'USD', instrument: 'murabaha' } },
      {},
      'gate.instrument_not_offered',
      { instrument: 'murabaha', instruments: ['equity', 'safe'] },
    ],
  ])('%s', (name, startup, investor, key, evidence) => {
    expect(outcome(startup, investor, name)).toMatchObject({ outcome: 'fail', message: { key, evidence } });
    expect(ask(startup, investor).eligible).toBe(false);
  });

  test('a round below the smallest ticket, in the currency of the ticket', () => {
    const small = { raise: { amount: 50_000, currency: 'USD' } };
    expect(outcome(small, {}, 'ticket')).toMatchObject({
      message: { key: 'gate.ticket_below_minimum', evidence: { margin: { amount: 50_000, currency: 'USD' } } },
    });
  });

  test('a round of which the largest ticket is less than a tenth, in the currency of the round', () => {
    const large = { raise: { amount: 6_000_000, currency: 'USD' } };
    const result = outcome(large, {}, 'ticket');
    expect(result).toMatchObject({ message: { key: 'gate.ticket_above_maximum' } });
    expect(result?.message?.evidence).toMatchObject({ margin: { amount: expect.closeTo(100_000), currency: 'USD' } });
  });
});

describe('a limit or facet that is not stated is unknown, and passes', () => {
  test.each([
    ['stage', { stage: undefined }, {}],
    ['stage', {}, { stages: undefined }],
    ['country', { country: undefined }, {}],
    ['country', {}, { countries: undefined }],
    ['ticket', { raise: undefined }, {}],
    ['ticket', {}, { ticket: undefined }],
    ['instrument', { raise: { amount: 3e5, currency: 'USD' } }, {}],
    ['instrument', {}, { instruments: undefined }],
  ])('%s', (name, startup, investor) => {
    expect(outcome(startup, investor, name)).toEqual({ gate: name, outcome: 'unknown' });
    expect(ask(startup, investor).eligible).toBe(true);
  });

  test('a mandate without exclusions does not ask for the sector', () => {
    expect(outcome({ sectors: undefined }, { excludedSectors: undefined }, 'exclusion')?.outcome).toBe('pass');
  });
});

test('an excluded field takes all its sectors with it', () => {
  expect(outcome({ sectors: ['irrigation'] }, { excludedSectors: ['agriculture'] }, 'exclusion')?.outcome).toBe('fail');
});

test('a field alone does not pass a mandate that excludes one of its sectors', () => {
  const excluded = { excludedSectors: ['lending'] };
  expect(outcome({ sectors: ['finance'] }, excluded, 'exclusion')).toMatchObject({
    message: { key: 'gate.exclusion_unknown' },
  });
  expect(outcome({ sectors: ['finance', 'payments'] }, excluded, 'exclusion')?.outcome).toBe('pass');
});

test('an amount equals a limit of another currency whatever the last bit of the conversion', () => {
  for (const currency of CURRENCIES) {
    for (const limit of [100_000, 123_457, 333_333]) {
      const raise = { amount: convert(limit, 'USD', currency, DEFAULT_RATES), currency };
      const ticket = { min: limit, max: limit, currency: 'USD' };
      expect(outcome({ raise }, { ticket }, 'ticket')?.outcome, currency).toBe('pass');
      expect(outcome({ raise: { ...raise, amount: raise.amount * 10 } }, { ticket }, 'ticket')?.outcome).toBe('pass');
    }
  }
});

test('the ticket gate does not depend on the currency in which the same amount is written', () => {
  const amount = fc.double({ min: 1000, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(amount, fc.constantFrom(...CURRENCIES), (usd, currency) => {
      // Off the limits themselves, where the rounding of the conversion decides.
      fc.pre([100_000, 5_000_000].every((limit) => Math.abs(usd / limit - 1) > 1e-9));
      const inDollars = outcome({ raise: { amount: usd, currency: 'USD' } }, {}, 'ticket')?.outcome;
      const converted = { amount: convert(usd, 'USD', currency, DEFAULT_RATES), currency };
      expect(outcome({ raise: converted }, {}, 'ticket')?.outcome).toBe(inDollars);
    }),
  );
});
