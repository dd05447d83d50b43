import type { Measure, Signal } from '../../engine/pairing.ts';
import { OTHER_CORRIDOR, SAME_FIELD } from '../../engine/weights.ts';
import { parentOf } from '../../facets/index.ts';
import { sectorCovers } from './exclusion.ts';
import { isBelow, money } from './gates.ts';
import type { StartupInvestorPair } from './verdict.ts';

type Side = 'startup' | 'investor';
type Facet = 'sector' | 'stage' | 'ticket' | 'country' | 'language';

/** A side has not stated the facet: the signal stays neutral, and the reader is told whom to ask. */
const unknown = (facet: Facet, side: Side): Measure => ({
  value: null,
  caution: { key: `unknown.${facet}`, evidence: { side } },
});

const sector: Signal<StartupInvestorPair> = {
  name: 'sector',
  measure({ startup, investor }) {
    const own = startup.facets.sectors;
    const wanted = investor.facets.sectors;
    if (!own) return unknown('sector', 'startup');
    if (!wanted) return unknown('sector', 'investor');
    const shared = own.filter((code) => wanted.some((w) => sectorCovers(w, code)));
    if (shared.length > 0) return { value: 1, reason: { key: 'sector.shared', evidence: { sectors: shared } } };
    for (const s of own) {
      const related = wanted.find((w) => (parentOf(w) ?? w) === (parentOf(s) ?? s));
      if (related) {
        return { value: SAME_FIELD, reason: { key: 'sector.related', evidence: { startup: s, investor: related } } };
      }
    }
    return { value: 0, caution: { key: 'sector.different', evidence: { startup: [...own], investor: [...wanted] } } };
  },
};

const stage: Signal<StartupInvestorPair> = {
  name: 'stage',
  measure({ startup, investor }) {
    const own = startup.facets.stage;
    const { stages } = investor.facets;
    if (!own) return unknown('stage', 'startup');
    if (!stages) return unknown('stage', 'investor');
    return stages.includes(own)
      ? { value: 1, reason: { key: 'stage.wanted', evidence: { stage: own } } }
      : { value: 0 };
  },
};

/** The share of the round that the largest ticket covers. */
const ticket: Signal<StartupInvestorPair> = {
  name: 'ticket',
  measure({ startup, investor }) {
    const { raise } = startup.facets;
    const range = investor.facets.ticket;
    if (!raise) return unknown('ticket', 'startup');
    if (!range) return unknown('ticket', 'investor');
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

const country: Signal<StartupInvestorPair> = {
  name: 'country',
  measure({ startup, investor }) {
    const own = startup.facets.country;
    const { countries } = investor.facets;
    if (!own) return unknown('country', 'startup');
    if (!countries) return unknown('country', 'investor');
    if (!countries.includes(own)) return { value: 0 };
    const key = own === investor.facets.country ? 'country.same' : 'country.wanted';
    return { value: 1, reason: { key, evidence: { country: own } } };
  },
};

/** Whether the investor sits in a market that the startup wants to enter. */
const corridor: Signal<StartupInvestorPair> = {
  name: 'corridor',
  measure({ startup, investor }) {
    const { targetMarkets } = startup.facets;
    const home = investor.facets.country;
    if (!targetMarkets || !home) return { value: null };
    const evidence = { country: home };
    return targetMarkets.includes(home)
      ? { value: 1, reason: { key: 'corridor.target', evidence } }
      : { value: OTHER_CORRIDOR, caution: { key: 'corridor.other', evidence } };
  },
};

const language: Signal<StartupInvestorPair> = {
  name: 'language',
  measure({ startup, investor }) {
    const own = startup.facets.languages;
    const other = investor.facets.languages;
    if (!own) return unknown('language', 'startup');
    if (!other) return unknown('language', 'investor');
    const shared = own.filter((l) => other.includes(l));
    return shared.length > 0
      ? { value: 1, reason: { key: 'language.shared', evidence: { languages: shared } } }
      : { value: 0, caution: { key: 'language.none', evidence: { startup: [...own], investor: [...other] } } };
  },
};

export const SIGNALS: readonly Signal<StartupInvestorPair>[] = [sector, stage, ticket, country, corridor, language];
