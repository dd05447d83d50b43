import type { RoundRule } from '../assign/round-model.ts';
import type {
  CountryCode,
  InstrumentCode,
  Measured,
  Money,
  OfficeCode,
  Range,
  ScopeLine,
  SectorCode,
  StageCode,
} from '../facets/index.ts';
import type { Kind } from '../kinds/index.ts';

/** No evidence: the sentence stands by itself. */
type None = Readonly<Record<never, never>>;
/** The side that has not stated something, or that has something to do. */
interface Silent {
  readonly side: 'startup' | 'investor';
}

/** A facet of which two sides state codes. */
export type CodeFacet =
  | 'sector'
  | 'stage'
  | 'country'
  | 'instrument'
  | 'language'
  | 'role'
  | 'needType'
  | 'helpTerm'
  | 'item'
  | 'standard'
  | 'licenceCountries';

/** A facet that a laboratory may leave open. */
export type OpenFacet = 'scope' | 'recognition' | 'range' | 'uncertainty';

/** A facet that is a last day. */
export type DateFacet = 'neededBy' | 'validUntil' | 'availableUntil';

/** Two sides of a pair, of which one states what the other may take or leave. */
type Sides = readonly [Kind, Kind];

/** A company of a portfolio, and what it has in common with a startup. */
interface InPortfolio {
  readonly company: string;
  readonly sectors: readonly SectorCode[];
  readonly countries: readonly CountryCode[];
}

/** A round, what of it is put in and what is open, by how many investors from how many countries. */
interface WholeRound {
  readonly raise: Money;
  readonly put: Money;
  readonly open: Money;
  readonly investors: number;
  readonly countries: number;
}

/** An amount now, and the nearest that would do. */
interface Move {
  readonly from: Money;
  readonly to: Money;
}

/**
 * What each sentence speaks of. A startup's side comes from its own profile, an investor's from its
 * mandate; languages are ISO 639-1 codes; amounts are in whole units of their currency.
 */
export interface MessageEvidence {
  // Why a pair fits.
  /** The sentence of each side that agrees most with the other, verbatim. */
  'semantic.sentences': { readonly startup: string; readonly investor: string };
  'sector.shared': { readonly sectors: readonly SectorCode[] };
  'sector.related': { readonly startup: SectorCode; readonly investor: SectorCode };
  'stage.wanted': { readonly stage: StageCode };
  /** At least one end of `ticket` is given. */
  'ticket.fits': { readonly raise: Money; readonly ticket: { readonly min?: Money; readonly max?: Money } };
  'country.wanted': { readonly country: CountryCode };
  'country.same': { readonly country: CountryCode };
  /** The investor's country, which is a market that the startup wants to enter. */
  'corridor.target': { readonly country: CountryCode };
  /** A company of the investor's portfolio that seeks `sectors`; `countries` are markets of both, and may be none. */
  'synergy.portfolio': InPortfolio;
  'language.shared': { readonly languages: readonly string[] };

  // What to mind in a pair.
  'unknown.sector': Silent;
  'unknown.stage': Silent;
  'unknown.ticket': Silent;
  'unknown.country': Silent;
  'unknown.instrument': Silent;
  'unknown.language': Silent;
  'ticket.partial': { readonly raise: Money; readonly max: Money };
  'sector.different': { readonly startup: readonly SectorCode[]; readonly investor: readonly SectorCode[] };
  'language.none': { readonly startup: readonly string[]; readonly investor: readonly string[] };
  /** The investor's country, which is none of the startup's target markets. */
  'corridor.other': { readonly country: CountryCode };
  'semantic.weak': None;

  // Why a pair is ruled out.
  'gate.not_active': None;
  'gate.consent_missing': None;
  'gate.sector_excluded': { readonly sectors: readonly SectorCode[] };
  'gate.exclusion_unknown': None;
  'gate.stage_outside': { readonly stage: StageCode; readonly stages: readonly StageCode[] };
  'gate.country_outside': { readonly country: CountryCode; readonly countries: readonly CountryCode[] };
  /** `margin` is how far `raise` lies below `min`, in the currency of `min`. */
  'gate.ticket_below_minimum': { readonly raise: Money; readonly min: Money; readonly margin: Money };
  /** `margin` is how far the smallest useful part of `raise` lies above `max`, in the currency of `raise`. */
  'gate.ticket_above_maximum': { readonly raise: Money; readonly max: Money; readonly margin: Money };
  'gate.instrument_not_offered': {
    readonly instrument: InstrumentCode;
    readonly instruments: readonly InstrumentCode[];
  };
  /** What the investor's fund has left for new investments. */
  'gate.dry_powder_below_ticket': { readonly left: Money; readonly min: Money };
  /** A company of the investor's portfolio, with the narrow sectors and the markets in common. */
  'gate.portfolio_conflict': InPortfolio;
  /** A limit that the reader may not see: says no more. */
  'gate.not_eligible': None;

  // What would make a pair eligible, one sentence a change.
  'change.lift_exclusion': { readonly sectors: readonly SectorCode[] };
  /** `side` has sectors that are not stated, or stated in words that the taxonomy does not have. */
  'change.name_sectors': { readonly side: Kind };
  'change.add_stage': { readonly stage: StageCode };
  'change.add_country': { readonly country: CountryCode };
  /** The amount that the startup seeks. */
  'change.raise_more': Move;
  'change.raise_less': Move;
  /** The investor's smallest ticket. */
  'change.lower_ticket': Move;
  /** The investor's largest ticket. */
  'change.raise_ticket': Move;
  /** Any one of these, which the investor offers. */
  'change.take_instrument': { readonly instruments: readonly InstrumentCode[] };
  'change.add_instrument': { readonly instrument: InstrumentCode };
  'change.allow_competitors': { readonly company: string };
  'change.activate': { readonly side: Kind };
  'change.consent': { readonly side: Kind };

  // Who fills a round together.
  /** `share` of the round is in [0,1]. */
  'round.leads': { readonly amount: Money; readonly share: number };
  'round.joins': { readonly amount: Money; readonly share: number };
  /** Why it is this amount: the most that the investor can, the least, or what the others leave. */
  'round.largest': None;
  'round.smallest': None;
  'round.rest': None;
  'round.filled': WholeRound;
  'round.open': WholeRound;
  /** What keeps it from being filled; `several`: more than one rule at once. */
  'round.stopped': { readonly rule: 'money' | 'several' | RoundRule };
  /** How many investors take no part since their ticket is not known. */
  'round.unstated': { readonly investors: number };

  // The same for whichever kinds: what a pairing says that has no words of its own.
  /** The sentence of each side that agrees most with the other, verbatim. */
  'pair.sentences': { readonly sides: Sides; readonly texts: readonly [string, string] };
  'pair.shared': { readonly facet: CodeFacet; readonly codes: readonly string[] };
  'pair.related': { readonly sides: Sides; readonly codes: readonly [SectorCode, SectorCode] };
  'pair.different': {
    readonly facet: CodeFacet;
    readonly sides: Sides;
    readonly codes: readonly [readonly string[], readonly string[]];
  };
  /** A code of the other side that `side` takes. */
  'pair.accepted': { readonly side: Kind; readonly facet: CodeFacet; readonly code: string };
  'pair.unknown': { readonly side: Kind; readonly facet: CodeFacet | OpenFacet };
  /** The first side states `code`, the second takes `codes` alone. */
  'pair.outside': {
    readonly facet: CodeFacet;
    readonly sides: Sides;
    readonly code: string;
    readonly codes: readonly string[];
  };
  'pair.widen': { readonly side: Kind; readonly facet: CodeFacet; readonly codes: readonly string[] };
  'pair.excluded': { readonly side: Kind; readonly sectors: readonly SectorCode[] };
  /** The second side excludes sectors, and that of the first is not known. */
  'pair.exclusion_unclear': { readonly sides: Sides };
  'pair.lift_exclusion': { readonly side: Kind; readonly sectors: readonly SectorCode[] };
  /** The home country of `side`, which is a market that the other wants to enter. */
  'pair.market': { readonly side: Kind; readonly country: CountryCode };
  'pair.remote': { readonly side: Kind };
  'pair.could_be_remote': { readonly side: Kind };
  /** The last day (ISO 8601) that `side` names for `facet`, and the later one of the question. */
  'pair.past': { readonly side: Kind; readonly facet: DateFacet; readonly date: string; readonly day: string };
  'pair.lacks': { readonly side: Kind; readonly facet: CodeFacet; readonly codes: readonly string[] };
  /** What is asked and met: an item by its code or as it was written, standards as they were written. */
  'pair.covers': { readonly side: Kind; readonly test: ScopeLine };
  /** `given` and `margin` are in the unit of `wanted`. */
  'pair.range_outside': {
    readonly sides: Sides;
    readonly wanted: Range;
    readonly given: Range;
    readonly margin: Measured;
  };
  'pair.too_uncertain': {
    readonly sides: Sides;
    readonly wanted: Measured;
    readonly given: Measured;
    readonly margin: Measured;
  };
  'pair.not_recognised': { readonly side: Kind; readonly countries: readonly CountryCode[]; readonly day: string };
  'pair.recognised': { readonly side: Kind; readonly countries: readonly CountryCode[] };
  /** The first side needs it by `date`, the second takes `days` and is ready on `ready`, `margin` days later. */
  'pair.too_slow': {
    readonly sides: Sides;
    readonly date: string;
    readonly days: number;
    readonly ready: string;
    readonly margin: number;
  };
  'pair.faster': { readonly side: Kind; readonly days: number };
  'pair.later': { readonly side: Kind; readonly facet: DateFacet; readonly date: string };

  // Of the entry of a market, for a kind of which it has no match.
  /** Beside a list of neighbours. */
  'neighbours.notice': None;
  'market.nobody': { readonly country: CountryCode };
  /** How many profiles are there or serve it, and how many of them the gate that rules out most does. */
  'market.kept_out': { readonly country: CountryCode; readonly there: number; readonly kept: number };
  /** The last day (ISO 8601) on which `side` took applications, and the first on which it takes them again. */
  'pair.call_closed': { readonly side: Kind; readonly date: string };
  'pair.call_opens': { readonly side: Kind; readonly date: string };
  'pair.no_licence': { readonly side: Kind };
  'pair.offer_licence': { readonly side: Kind };
  /** The last day (ISO 8601) on which one of the offices protected it. */
  'pair.not_in_force': { readonly side: Kind; readonly offices: readonly OfficeCode[]; readonly date: string };
  'pair.lapsed': { readonly side: Kind; readonly offices: readonly OfficeCode[] };
  /** Countries to which the other side goes. */
  'pair.licensed_in': { readonly side: Kind; readonly countries: readonly CountryCode[] };
  /** The first side needs it by `date`, and the second has it from a later day on. */
  'pair.begins_late': { readonly sides: Sides; readonly date: string; readonly from: string };
  'pair.begin_by': { readonly side: Kind; readonly date: string };
}

export type MessageKey = keyof MessageEvidence;
