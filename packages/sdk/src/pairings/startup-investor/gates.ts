import type { NormalProfile, Sum } from '../../engine/normalise.ts';
import type { Gate, Message, Verdict } from '../../engine/pairing.ts';
import { SMALLEST_SHARE } from '../../engine/weights.ts';
import { type Money, parentOf, type SectorCode } from '../../facets/index.ts';

export type StartupInvestorPair = Readonly<Record<'startup' | 'investor', NormalProfile>>;

const PASS: Verdict = { outcome: 'pass' };
const UNKNOWN: Verdict = { outcome: 'unknown' };
const fail = (message: Message): Verdict => ({ outcome: 'fail', message });

/** Exclusions fail closed: a startup whose sector is not known does not pass a mandate that excludes one. */
const exclusion: Gate<StartupInvestorPair> = {
  name: 'exclusion',
  check({ startup, investor }) {
    const excluded = investor.facets.excludedSectors ?? [];
    if (excluded.length + investor.unnamedExclusions.length === 0) return PASS;
    const sectors = startup.facets.sectors ?? [];
    const hit = sectors.filter((own) => excluded.some((code) => sectorCovers(code, own)));
    if (hit.length > 0) return fail({ key: 'gate.sector_excluded', evidence: { sectors: hit } });
    const undecided = sectors.length === 0 || startup.unnamedSectors.length + investor.unnamedExclusions.length > 0;
    return undecided ? fail({ key: 'gate.exclusion_unknown', evidence: {} }) : PASS;
  },
};

const stage: Gate<StartupInvestorPair> = {
  name: 'stage',
  check({ startup, investor }) {
    const own = startup.facets.stage;
    const { stages } = investor.facets;
    if (!own || !stages) return UNKNOWN;
    return stages.includes(own)
      ? PASS
      : fail({ key: 'gate.stage_outside', evidence: { stage: own, stages: [...stages] } });
  },
};

const country: Gate<StartupInvestorPair> = {
  name: 'country',
  check({ startup, investor }) {
    const own = startup.facets.country;
    const { countries } = investor.facets;
    if (!own || !countries) return UNKNOWN;
    return countries.includes(own)
      ? PASS
      : fail({ key: 'gate.country_outside', evidence: { country: own, countries: [...countries] } });
  },
};

/**
 * The investor's range of tickets must meet the range that is of use to the round: from
 * `SMALLEST_SHARE` of it to all of it. Compared in US dollars at the dated rates.
 */
const ticket: Gate<StartupInvestorPair> = {
  name: 'ticket',
  check({ startup, investor }) {
    const { raise } = startup.facets;
    const { ticket } = investor.facets;
    if (!raise || !ticket) return UNKNOWN;
    const { min, max } = ticket;
    if (min && raise.usd < min.usd) {
      const evidence = { raise: money(raise), min: money(min), margin: shortfall(min, raise.usd) };
      return fail({ key: 'gate.ticket_below_minimum', evidence });
    }
    if (max && raise.usd * SMALLEST_SHARE > max.usd) {
      const smallest = {
        amount: raise.amount * SMALLEST_SHARE,
        currency: raise.currency,
        usd: raise.usd * SMALLEST_SHARE,
      };
      const evidence = { raise: money(raise), max: money(max), margin: shortfall(smallest, max.usd) };
      return fail({ key: 'gate.ticket_above_maximum', evidence });
    }
    return PASS;
  },
};

const instrument: Gate<StartupInvestorPair> = {
  name: 'instrument',
  check({ startup, investor }) {
    const wanted = startup.facets.instrument;
    const { instruments } = investor.facets;
    if (!wanted || !instruments) return UNKNOWN;
    return instruments.includes(wanted)
      ? PASS
      : fail({ key: 'gate.instrument_not_offered', evidence: { instrument: wanted, instruments: [...instruments] } });
  },
};

/** A mandate's code covers itself and, if it is a field, every sector of the field. */
export const sectorCovers = (code: SectorCode, own: SectorCode): boolean => code === own || code === parentOf(own);

export const money = ({ amount, currency }: Sum): Money => ({ amount, currency });

/** By how much `usd` falls short of a limit, in the currency of the limit. */
const shortfall = (limit: Sum, usd: number): Money => ({
  amount: limit.amount * (1 - usd / limit.usd),
  currency: limit.currency,
});

export const GATES: readonly Gate<StartupInvestorPair>[] = [exclusion, stage, country, ticket, instrument];
