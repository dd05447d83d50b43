import type { Sum } from '../../engine/normalise.ts';
import type { Gate, Repair } from '../../engine/pairing.ts';
import { SAME_AMOUNT, SMALLEST_SHARE } from '../../engine/weights.ts';
import { isInterestFree, type Money } from '../../facets/index.ts';
import { exclusion } from '../gates/exclusion.ts';
import { listed } from '../gates/listed.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';
import { portfolio } from './portfolio.ts';

type StartupInvestorPair = PairOf<'startup', 'investor'>;

/** A company whose sectors the mandate excludes. */
const excluded = exclusion({
  sides: ['startup', 'investor'],
  says: {
    excluded: (sectors) => ({ key: 'gate.sector_excluded', evidence: { sectors } }),
    unclear: () => ({ key: 'gate.exclusion_unknown', evidence: {} }),
    lift: (sectors) => ({ key: 'change.lift_exclusion', evidence: { sectors } }),
  },
});

const stage = listed({
  name: 'stage',
  codes: 'stage',
  states: { side: 'startup', facet: 'stage' },
  takes: { side: 'investor', facet: 'stages', path: '/stages' },
  says: {
    outside: (own, stages) => ({ key: 'gate.stage_outside', evidence: { stage: own, stages: [...stages] } }),
    widen: (own) => ({ key: 'change.add_stage', evidence: { stage: own } }),
  },
});

const country = listed({
  name: 'country',
  codes: 'country',
  states: { side: 'startup', facet: 'country' },
  takes: { side: 'investor', facet: 'countries', path: '/countries' },
  says: {
    outside: (own, countries) => ({
      key: 'gate.country_outside',
      evidence: { country: own, countries: [...countries] },
    }),
    widen: (own) => ({ key: 'change.add_country', evidence: { country: own } }),
  },
});

/**
 * The investor's range of tickets must meet the range that is of use to the round: from
 * `SMALLEST_SHARE` of it to all of it; and what its fund has left must be enough for its smallest
 * ticket. Compared in US dollars at the dated rates.
 */
const ticket: Gate<StartupInvestorPair> = {
  name: 'ticket',
  check({ startup, investor }) {
    const { raise } = startup.facets;
    const { ticket } = investor.facets;
    const { min, max } = ticket ?? {};
    if (raise && min && isBelow(raise, min)) {
      const evidence = { raise: money(raise), min: money(min), margin: shortfall(min, raise.usd) };
      return fail({ key: 'gate.ticket_below_minimum', evidence });
    }
    const smallest = raise && share(raise, SMALLEST_SHARE);
    if (smallest && max && isBelow(max, smallest)) {
      const evidence = { raise: money(raise), max: money(max), margin: shortfall(smallest, max.usd) };
      return fail({ key: 'gate.ticket_above_maximum', evidence });
    }
    // Asked last, so that a fund that is kept private hides no more than it must.
    const left = min && investor.facets.dryPowder;
    if (left && isBelow(left, min))
      return fail({ key: 'gate.dry_powder_below_ticket', evidence: { left: money(left), min: money(min) } });
    return raise && ticket ? PASS : UNKNOWN;
  },
  repairs({ startup, investor }) {
    const { raise } = startup.facets;
    const { min, max } = investor.facets.ticket ?? {};
    const left = investor.facets.dryPowder;
    const isShort = min !== undefined && left !== undefined && isBelow(left, min);
    if (raise && min && isBelow(raise, min)) {
      const up = { from: money(raise), to: inCurrencyOf(raise, min, 'up') };
      const down = { from: money(min), to: inCurrencyOf(min, raise, 'down') };
      if (isShort && isBelow(left, raise)) return [lowerTo(min, left)].filter((way) => way.length > 0);
      const lower = [changeTicket('min', 'change.lower_ticket', down)];
      return isShort ? [lower] : [[changeRaise('change.raise_more', up)], lower];
    }
    const short = isShort ? lowerTo(min, left) : [];
    if (isShort && short.length === 0) return [];
    const smallest = raise && share(raise, SMALLEST_SHARE);
    if (smallest && max && isBelow(max, smallest)) {
      const down = { from: money(raise), to: inCurrencyOf(raise, share(max, 1 / SMALLEST_SHARE), 'down') };
      const up = { from: money(max), to: inCurrencyOf(max, smallest, 'up') };
      return [
        [...short, changeRaise('change.raise_less', down)],
        [...short, changeTicket('max', 'change.raise_ticket', up)],
      ];
    }
    return isShort ? [short] : [];
  },
};

/** The smallest ticket lowered to an amount that is left; none where nothing is left. */
function lowerTo(min: Sum, left: Sum): Repair {
  const to = inCurrencyOf(min, left, 'down');
  return to.amount < LEAST ? [] : [changeTicket('min', 'change.lower_ticket', { from: money(min), to })];
}

/** A cent: the least that a ticket can be. */
const LEAST = 0.01;

type Move = { readonly from: Money; readonly to: Money };

const changeRaise = (key: 'change.raise_more' | 'change.raise_less', move: Move) =>
  ({
    side: 'startup',
    path: '/raise/amount',
    from: move.from.amount,
    to: move.to.amount,
    message: { key, evidence: move },
  }) as const;

const changeTicket = (end: 'min' | 'max', key: 'change.lower_ticket' | 'change.raise_ticket', move: Move) =>
  ({
    side: 'investor',
    path: `/ticket/${end}`,
    from: move.from.amount,
    to: move.to.amount,
    message: { key, evidence: move },
  }) as const;

const offered = listed({
  name: 'instrument',
  codes: 'instrument',
  states: { side: 'startup', facet: 'instrument' },
  takes: { side: 'investor', facet: 'instruments', path: '/instruments' },
  says: {
    outside: (own, instruments) => ({
      key: 'gate.instrument_not_offered',
      evidence: { instrument: own, instruments: [...instruments] },
    }),
    widen: (own) => ({ key: 'change.add_instrument', evidence: { instrument: own } }),
  },
});

/** The form of the investment, which the startup may alter as well. */
const instrument: Gate<StartupInvestorPair> = {
  ...offered,
  repairs({ startup, investor }, day) {
    const { instrument: from } = startup.facets;
    const { instruments } = investor.facets;
    if (!from || !instruments) return [];
    // Who seeks a form without interest is first told of the others without interest.
    const alike = instruments.filter((code) => isInterestFree(code) === isInterestFree(from));
    const open = alike.length > 0 ? alike : instruments;
    const take = { key: 'change.take_instrument', evidence: { instruments: [...open] } } as const;
    return [
      [{ side: 'startup', path: '/raise/instrument', from, to: open[0], message: take }],
      ...offered.repairs({ startup, investor }, day),
    ];
  },
};

export const money = ({ amount, currency }: Sum): Money => ({ amount, currency });

/** Whether an amount is below another by more than the rounding of a conversion. */
export const isBelow = (a: Sum, b: Sum): boolean => a.usd < b.usd * (1 - SAME_AMOUNT);

const share = ({ amount, currency, usd }: Sum, part: number): Sum => ({
  amount: amount * part,
  currency,
  usd: usd * part,
});

/** An amount in the currency of another, in whole units from one unit on, rounded to the side that passes. */
function inCurrencyOf(of: Sum, target: Sum, side: 'up' | 'down'): Money {
  const exact = (of.amount * target.usd) / of.usd;
  const whole = side === 'up' ? Math.ceil(exact * (1 - SAME_AMOUNT)) : Math.floor(exact * (1 + SAME_AMOUNT));
  return { amount: exact < 1 ? exact : whole, currency: of.currency };
}

/** By how much `usd` falls short of a limit, in the currency of the limit. */
const shortfall = (limit: Sum, usd: number): Money => ({
  amount: limit.amount * (1 - usd / limit.usd),
  currency: limit.currency,
});

export const GATES: readonly Gate<StartupInvestorPair>[] = [excluded, stage, country, ticket, instrument, portfolio];
