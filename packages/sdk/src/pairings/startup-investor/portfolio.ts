import type { Company } from '../../engine/normalise.ts';
import type { Extra, Gate, Limit } from '../../engine/pairing.ts';
import { type CountryCode, parentOf, type SectorCode } from '../../facets/index.ts';
import { isCovered } from '../gates/exclusion.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';

type StartupInvestorPair = PairOf<'startup', 'investor'>;

/** What a company and a startup have in common. */
interface Common {
  readonly company: string;
  readonly sectors: readonly SectorCode[];
  readonly countries: readonly CountryCode[];
}

/** Where a startup sells: at home, and in the markets that it wants to enter. Empty: not stated. */
const marketsOf = ({ facets: { country, targetMarkets = [] } }: StartupInvestorPair['startup']) =>
  new Set([...(country ? [country] : []), ...targetMarkets]);

/**
 * The first company that does what the startup does where the startup sells, by stated facts alone: a
 * narrow sector in common, since a whole field says too little, and a market.
 */
function competitorOf(startup: StartupInvestorPair['startup'], portfolio: readonly Company[]): Common | undefined {
  const narrow = (startup.facets.sectors ?? []).filter((code) => parentOf(code));
  const markets = marketsOf(startup);
  for (const { name, sectors = [], countries = [] } of portfolio) {
    const [same, shared] = [narrow.filter((code) => sectors.includes(code)), countries.filter((c) => markets.has(c))];
    if (same.length > 0 && shared.length > 0) return { company: name, sectors: same, countries: shared };
  }
  return undefined;
}

/** No direct competitor of a company that the investor has funded, unless it funds those too. */
export const portfolio: Gate<StartupInvestorPair> = {
  name: 'portfolio',
  quiet: true,
  check({ startup, investor }) {
    const { portfolio } = investor.facets;
    if (!portfolio?.some(({ sectors, countries }) => sectors && countries)) return UNKNOWN;
    if (investor.facets.allowsCompetitors) return PASS;
    const found = competitorOf(startup, portfolio);
    if (found) return fail({ key: 'gate.portfolio_conflict', evidence: found });
    return startup.facets.sectors && marketsOf(startup).size > 0 ? PASS : UNKNOWN;
  },
  repairs({ startup, investor }) {
    const { portfolio = [], allowsCompetitors } = investor.facets;
    const found = allowsCompetitors ? undefined : competitorOf(startup, portfolio);
    if (!found) return [];
    const message = { key: 'change.allow_competitors', evidence: { company: found.company } } as const;
    return [[{ side: 'investor', path: '/allowsCompetitors', from: false, to: true, message }]];
  },
};

/** What the limit of {@link portfolio} costs its owner. */
export const competitorsLimit: Limit = {
  gate: 'portfolio',
  path: '/allowsCompetitors',
  lift(profile) {
    const { portfolio, allowsCompetitors } = profile.facets;
    if (!portfolio || allowsCompetitors) return undefined;
    const facets = Object.defineProperties({}, Object.getOwnPropertyDescriptors(profile.facets));
    return { ...profile, facets: Object.assign(facets, { allowsCompetitors: true }) };
  },
};

/**
 * A company of the portfolio that would buy from the startup or partner with it. There is none in most
 * pairs, which is no fault of theirs: then nothing is measured, and nothing is lost.
 *
 * Source of the weights: judgement. A first customer is worth to the founder about what the investor's
 * market is, and a little less to the investor.
 */
export const synergy: Extra<StartupInvestorPair, 'startup' | 'investor'> = {
  name: 'synergy',
  weights: { startup: 0.08, investor: 0.06 },
  measure({ startup, investor }) {
    const own = startup.facets.sectors ?? [];
    const found = (investor.facets.portfolio ?? []).flatMap(({ name, seeks = [], countries = [] }): Common[] => {
      const sectors = own.filter((code) => isCovered(code, seeks));
      const markets = marketsOf(startup);
      return sectors.length > 0
        ? [{ company: name, sectors, countries: countries.filter((code) => markets.has(code)) }]
        : [];
    });
    // One in a market of the startup is the easier to sell to.
    const best = found.find(({ countries }) => countries.length > 0) ?? found[0];
    return best ? { value: 1, reason: { key: 'synergy.portfolio', evidence: best } } : { value: null };
  },
};
