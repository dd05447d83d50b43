import { describe, expect, test } from 'vitest';
import { normal } from '../../../test/profiles.ts';
import { validateProfile } from '../../engine/index.ts';
import type { Pairing } from '../../engine/pairing.ts';
import { measureSignals, scoreOf } from '../../engine/score.ts';
import { tellSignals } from '../../engine/visibility.ts';
import { whyNot } from '../../engine/why-not.ts';
import { startupInvestor } from './index.ts';

const PAIRING = startupInvestor as unknown as Pairing;
const ALMA = { name: 'Alma', sectors: ['irrigation'], countries: ['AZ'] };
const BUYER = { name: 'Nar', seeks: ['agrifood'], countries: ['UZ'] };

const ask = (investor: object, startup: object = {}, viewer?: { side: 'startup' }) =>
  whyNot(PAIRING, normal('startup', startup), normal('investor', investor), viewer);
const keys = (answer: ReturnType<typeof whyNot>) => answer.gates.flatMap(({ message }) => message?.key ?? []);
const outcome = (answer: ReturnType<typeof whyNot>) => answer.gates.find(({ gate }) => gate === 'portfolio')?.outcome;

describe('the gate of the portfolio', () => {
  test('keeps out a startup of the same narrow sector in the same market, and says who is in the way', () => {
    const answer = ask({ portfolio: ['Nar', ALMA] });
    expect(answer.gates.find(({ gate }) => gate === 'portfolio')?.message).toEqual({
      key: 'gate.portfolio_conflict',
      evidence: { company: 'Alma', sectors: ['irrigation'], countries: ['AZ'] },
    });
    expect(answer.changes).toMatchObject([{ side: 'investor', path: '/allowsCompetitors', to: true }]);
    expect(ask({ portfolio: [ALMA], allowsCompetitors: true }).eligible).toBe(true);
  });

  test.each<[string, object, object, string | undefined]>([
    ['a field alone is no narrow sector', { ...ALMA, sectors: ['agrifood'] }, { sectors: ['agrifood'] }, 'pass'],
    ['a field is not its sector', { ...ALMA, sectors: ['agrifood'] }, {}, 'pass'],
    ['another market', { ...ALMA, countries: ['HU'] }, {}, 'pass'],
    ['the home of the startup', { ...ALMA, countries: ['KZ'] }, { targetMarkets: undefined }, 'fail'],
    ['a market that it wants to enter', ALMA, { country: undefined, countries: undefined }, 'fail'],
    ['no market stated by the company', { ...ALMA, countries: undefined }, {}, undefined],
    ['no sector stated by the startup', ALMA, { sectors: undefined }, undefined],
  ])('%s', (_, company, startup, said) => {
    const stated = Object.fromEntries(Object.entries(company).filter(([, value]) => value !== undefined));
    expect(outcome(ask({ portfolio: [stated] }, startup))).toBe(said);
  });

  test('says nothing of a portfolio of names, nor of one that is private', () => {
    expect(outcome(ask({ portfolio: ['Alma'] }))).toBeUndefined();
    const told = ask({ portfolio: [ALMA], private: ['portfolio'] }, {}, { side: 'startup' });
    expect([keys(told), told.changes]).toEqual([['gate.not_eligible'], []]);
  });
});

describe('what the fund has left', () => {
  const fund = (deployed: number) => ({ fund: { size: 5_000_000, deployed, reserved: 50_000, currency: 'USD' } });

  test('must be enough for the smallest ticket', () => {
    const answer = ask(fund(4_900_000));
    expect(answer.gates.find(({ gate }) => gate === 'ticket')?.message).toEqual({
      key: 'gate.dry_powder_below_ticket',
      evidence: { left: { amount: 50_000, currency: 'USD' }, min: { amount: 100_000, currency: 'USD' } },
    });
    expect(answer.changes).toMatchObject([{ path: '/ticket/min', from: 100_000, to: 50_000 }]);
    expect(ask(fund(4_850_000)).eligible).toBe(true);
    expect(ask(fund(4_950_000)).repairs).toEqual([{ gate: 'ticket', alternatives: [] }]);
    expect(keys(ask({ fund: { size: 5_000, currency: 'USD' } }))).toEqual([]);
  });

  test('is not told when it is private, and hides no other answer of the ticket', () => {
    const viewer = { side: 'startup' } as const;
    expect(keys(ask({ ...fund(5_000_000 - 50_000), private: ['fund'] }, {}, viewer))).toEqual(['gate.not_eligible']);
    const small = { raise: { amount: 40_000, currency: 'USD' } };
    expect(keys(ask({ ...fund(0), private: ['fund'] }, small, viewer))).toEqual(['gate.ticket_below_minimum']);
  });

  test.each([
    [{ size: 100, deployed: 60, reserved: 41, currency: 'USD' }, '/fund/size'],
    [{ deployed: 60, currency: 'USD' }, '/fund/size'],
    [{ size: 0.3, deployed: 0.1, reserved: 0.2, currency: 'USD' }, undefined],
  ])('%j is no fund at %s', (value, path) => {
    const result = validateProfile('investor', { name: 'Fond', thesis: 'Su.', fund: value });
    expect(result.ok ? undefined : result.issues[0]?.path).toBe(path);
  });
});

describe('the synergy', () => {
  const signals = (investor: object, startup: object = {}) =>
    measureSignals(PAIRING, { startup: normal('startup', startup), investor: normal('investor', investor) }, 0.5);
  const names = (of: readonly { name: string }[]) => of.map(({ name }) => name);

  test('counts on top of the other signals, where there is one, and changes nothing where there is none', () => {
    const plain = signals({});
    expect(signals({ portfolio: ['Alma', ALMA], allowsCompetitors: true })).toEqual(plain);
    const some = signals({ portfolio: [BUYER] });
    expect(names(some)).toEqual([...names(plain), 'synergy']);
    expect(scoreOf(some)).toBeGreaterThan(scoreOf(plain));
    expect(some.at(-1)?.reason).toEqual({
      key: 'synergy.portfolio',
      evidence: { company: 'Nar', sectors: ['irrigation'], countries: [] },
    });
  });

  test('is with the company in a market of the startup before others', () => {
    const near = { name: 'Heyva', seeks: ['irrigation'], countries: ['KZ', 'HU'] };
    expect(signals({ portfolio: [BUYER, near] }).at(-1)?.reason?.evidence).toEqual({
      company: 'Heyva',
      sectors: ['irrigation'],
      countries: ['KZ'],
    });
  });

  test('of a private portfolio is not there', () => {
    const pair = {
      startup: normal('startup'),
      investor: normal('investor', { portfolio: [BUYER], private: ['portfolio'] }),
    };
    const told = tellSignals(PAIRING, pair, measureSignals(PAIRING, pair, 0.5), { side: 'startup' });
    expect(names(told)).not.toContain('synergy');
  });
});
