import type { Signal } from '../../engine/pairing.ts';
import { corridor } from '../signals/corridor.ts';
import { inCommonSignal } from '../signals/in-common.ts';
import { listedSignal } from '../signals/listed.ts';
import { sector } from '../signals/sector.ts';
import type { PairOf } from '../verdict.ts';
import { isBelow, money } from './gates.ts';

type Side = 'startup' | 'investor';
type StartupInvestorPair = PairOf<'startup', 'investor'>;

/** A side has not stated the facet: the signal stays neutral, and the reader is told whom to ask. */
const unknown = (facet: 'sector' | 'stage' | 'ticket' | 'country' | 'language') => (side: Side) =>
  ({ key: `unknown.${facet}`, evidence: { side } }) as const;

const sectors = sector({
  sides: ['startup', 'investor'],
  says: {
    shared: (codes) => ({ key: 'sector.shared', evidence: { sectors: codes } }),
    related: (startup, investor) => ({ key: 'sector.related', evidence: { startup, investor } }),
    different: (startup, investor) => ({ key: 'sector.different', evidence: { startup, investor } }),
    unknown: unknown('sector'),
  },
});

const stage = listedSignal({
  name: 'stage',
  codes: 'stage',
  states: { side: 'startup', facet: 'stage' },
  takes: { side: 'investor', facet: 'stages' },
  says: {
    accepted: (own) => ({ key: 'stage.wanted', evidence: { stage: own } }),
    unknown: unknown('stage'),
  },
});

/** The share of the round that the largest ticket covers. */
const ticket: Signal<StartupInvestorPair> = {
  name: 'ticket',
  measure({ startup, investor }) {
    const { raise } = startup.facets;
    const range = investor.facets.ticket;
    if (!raise) return { value: null, caution: unknown('ticket')('startup') };
    if (!range) return { value: null, caution: unknown('ticket')('investor') };
    const { min, max } = range;
    if (min && isBelow(raise, min)) return { value: 0 };
    if (max && isBelow(max, raise)) {
      const caution = { key: 'ticket.partial', evidence: { raise: money(raise), max: money(max) } } as const;
      return { value: max.usd / raise.usd, caution };
    }
    const evidence = {
      raise: money(raise),
      ticket: { ...(min && { min: money(min) }), ...(max && { max: money(max) }) },
    };
    return { value: 1, reason: { key: 'ticket.fits', evidence } };
  },
};

const country = listedSignal({
  name: 'country',
  codes: 'country',
  states: { side: 'startup', facet: 'country' },
  takes: { side: 'investor', facet: 'countries' },
  says: {
    accepted: (own, { investor }) => ({
      key: own === investor.facets.country ? 'country.same' : 'country.wanted',
      evidence: { country: own },
    }),
    unknown: unknown('country'),
  },
});

const corridors = corridor({
  sides: ['startup', 'investor'],
  says: {
    target: (home) => ({ key: 'corridor.target', evidence: { country: home } }),
    other: (home) => ({ key: 'corridor.other', evidence: { country: home } }),
  },
});

const language = inCommonSignal({
  name: 'language',
  codes: 'language',
  lists: [
    { side: 'startup', facet: 'languages' },
    { side: 'investor', facet: 'languages' },
  ],
  says: {
    shared: (languages) => ({ key: 'language.shared', evidence: { languages } }),
    different: (startup, investor) => ({ key: 'language.none', evidence: { startup, investor } }),
    unknown: unknown('language'),
  },
});

export const SIGNALS: readonly Signal<StartupInvestorPair>[] = [sectors, stage, ticket, country, corridors, language];
