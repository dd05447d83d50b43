import {
  type Call,
  type CountryCode,
  type Currency,
  convert,
  expandCountries,
  type HelpTermCode,
  type InstrumentCode,
  type Jurisdiction,
  type LicenceType,
  type Money,
  type NeedTypeCode,
  type Place,
  type RateTable,
  type RoleCode,
  type ScopeLine,
  type SectorCode,
  type StageCode,
  sectorsOfClasses,
} from '../facets/index.ts';
import { dryPowder, type Fund } from '../kinds/fund.ts';
import { KINDS, type Kind, type Profile } from '../kinds/index.ts';
import type { Investor } from '../kinds/investor.ts';
import { type Standing, standingOf } from '../kinds/standing.ts';
import { foldStandard } from '../measures/standards.ts';
import { detectLanguage } from './detect-language.ts';
import type { InferredSectors } from './map-sectors.ts';
import { findSector } from './sector-names.ts';
import { findTestItem } from './test-items.ts';

/** An amount as its owner wrote it, and in US dollars at the dated rate, in which amounts are compared. */
export interface Sum extends Money {
  readonly usd: number;
}

/** Under which an investor takes part in a round with others; shares in per cent. Absent: not asked. */
type CoInvestmentTerms = NonNullable<Investor['coInvestment']>;

/** A company of a portfolio that states more than its name. Absent: not stated. */
export interface Company {
  readonly name: string;
  readonly sectors?: readonly SectorCode[];
  /** Markets that it sells in. */
  readonly countries?: readonly CountryCode[];
  /** Sectors that it would buy from or partner with. */
  readonly seeks?: readonly SectorCode[];
}

/** A line of a scope: the item by its code where it has one, standards folded, so that two spellings are one. */
export interface LineFacet extends ScopeLine {
  /** The standards as their owner wrote them, in the order of `standards`. */
  readonly written?: readonly string[];
}

/** A test that is needed, with the countries in which its certificate has to hold. */
export interface TestFacet extends LineFacet {
  readonly countries?: readonly CountryCode[];
}

/**
 * What gates and signals read. A field that is absent was not stated: it is unknown, never a no.
 * Each facet has one name, whatever the kind of profile that carries it.
 */
export interface Facets {
  readonly sectors?: readonly SectorCode[];
  readonly excludedSectors?: readonly SectorCode[];
  readonly stage?: StageCode;
  readonly stages?: readonly StageCode[];
  readonly country?: CountryCode;
  readonly countries?: readonly CountryCode[];
  readonly targetMarkets?: readonly CountryCode[];
  readonly raise?: Sum;
  readonly instrument?: InstrumentCode;
  readonly instruments?: readonly InstrumentCode[];
  readonly ticket?: { readonly min?: Sum; readonly max?: Sum };
  readonly languages?: readonly string[];
  /** What an investor does in a round. */
  readonly roundRole?: 'lead' | 'follow' | 'either';
  readonly coInvestment?: CoInvestmentTerms;
  /** Money that a fund has left for new investments; 0 is stated. */
  readonly dryPowder?: Sum;
  readonly portfolio?: readonly Company[];
  readonly allowsCompetitors?: boolean;
  readonly roles?: readonly RoleCode[];
  /** Works from afar. */
  readonly remote?: boolean;
  /** What is needed, or offered. */
  readonly types?: readonly NeedTypeCode[];
  /** ISO date of the last day on which it is of use. */
  readonly neededBy?: string;
  /** Terms on which it is taken, or offered. */
  readonly terms?: readonly HelpTermCode[];
  /** ISO dates of the first and the last day on which an offer can be had. */
  readonly availableFrom?: string;
  readonly availableUntil?: string;
  /** The test that is needed. */
  readonly test?: TestFacet;
  /** What a laboratory tests. */
  readonly scope?: readonly LineFacet[];
  /** Who accredits it, and the last day of that, as an ISO date. */
  readonly accreditedBy?: string;
  readonly validUntil?: string;
  readonly leadTimeDays?: number;
  /** When a programme takes applications. */
  readonly calls?: readonly Pick<Call, 'opensOn' | 'closesOn'>[];
  /** On which terms a patent may be used; where, is `countries`. */
  readonly licenceType?: LicenceType;
  readonly jurisdictions?: readonly Jurisdiction[];
  /**
   * What the text says, or free text in `sectors`, where that is all there is; holds the stated codes
   * too. Read by the exclusion gate, never shown as stated. Set by `withSectors`.
   */
  readonly inferredSectors?: InferredSectors;
  /** The same for free text in `excludedSectors`. */
  readonly inferredExclusions?: InferredSectors;
}

/** A profile as the engine compares it. */
export interface NormalProfile extends Standing {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  /** The text that is embedded: NFC, no mark-up, single spaces. */
  readonly text: string;
  /** ISO 639-1 code of the text, given or detected; absent when it cannot be told. */
  readonly lang?: string;
  /** Free text in `sectors` and `excludedSectors` for which the taxonomy has no name. */
  readonly unnamedSectors: readonly string[];
  readonly unnamedExclusions: readonly string[];
  readonly facets: Facets;
  /** Fields of the profile that its owner keeps from counterparties. See `visibility.ts`. */
  readonly private?: readonly string[];
}

/** Brings a validated profile into the form in which profiles are compared. Pure: the rate table is passed in. */
export function normaliseProfile(kind: Kind, id: string, profile: Profile, rates: RateTable): NormalProfile {
  const p = profile as Record<string, unknown>;
  const text = normaliseText(p[KINDS[kind].text] as string);
  const sectors = namedSectors(p.sectors as string[] | undefined);
  const excluded = namedSectors(p.excludedSectors as string[] | undefined);
  const raise = p.raise as (Money & { instrument?: InstrumentCode }) | undefined;
  const ticket = p.ticket as { min?: number; max?: number; currency: Currency } | undefined;
  const fund = p.fund as Fund | undefined;
  const left = fund && dryPowder(fund);
  const expand = (list: unknown) => list && expandCountries(list as Place[]);
  const places = (field: string) => expand(p[field]);
  const test = p.test as (ScopeLine & { countries?: Place[] }) | undefined;
  const accreditation = p.accreditation as { body: string; validUntil?: string } | undefined;
  const availability = p.availability as { from?: string; until?: string } | undefined;
  const licence = p.licence as { type?: LicenceType; countries?: Place[] } | undefined;
  const lang = profile.lang ?? detectLanguage(text);

  return {
    kind,
    id,
    name: normaliseText(profile.name),
    text,
    ...(lang && { lang }),
    ...standingOf(profile),
    unnamedSectors: sectors.unnamed,
    unnamedExclusions: excluded.unnamed,
    facets: stated({
      sectors: sectors.codes ?? sectorsOfClasses((p.classifications as string[] | undefined) ?? []),
      excludedSectors: excluded.codes,
      stage: p.stage,
      stages: p.stages,
      country: profile.country,
      countries:
        places('countries') ??
        places('teamCountries') ??
        places('supplierCountries') ??
        places('recognisedIn') ??
        places('startupCountries') ??
        places('offeredIn') ??
        expand(licence?.countries),
      targetMarkets: places('targetMarkets'),
      raise: raise && sum(raise, rates),
      instrument: raise?.instrument,
      instruments: p.instruments,
      ticket:
        ticket &&
        stated({
          min: ticket.min && sum({ amount: ticket.min, currency: ticket.currency }, rates),
          max: ticket.max && sum({ amount: ticket.max, currency: ticket.currency }, rates),
        }),
      languages: profile.languages,
      roundRole: p.role,
      coInvestment: p.coInvestment,
      dryPowder: fund && left !== undefined ? sum({ amount: left, currency: fund.currency }, rates) : undefined,
      portfolio: companies(p.portfolio as Investor['portfolio']),
      allowsCompetitors: p.allowsCompetitors,
      roles: p.roles,
      remote: p.remote,
      types: p.types,
      neededBy: p.neededBy,
      terms: p.terms,
      availableFrom: availability?.from,
      availableUntil: availability?.until,
      test: test && { ...lineOf(test), ...(test.countries && { countries: expandCountries(test.countries) }) },
      scope: (p.scope as ScopeLine[] | undefined)?.map(lineOf),
      accreditedBy: accreditation?.body,
      validUntil: accreditation?.validUntil,
      leadTimeDays: p.leadTimeDays,
      calls: (p.calls as Call[] | undefined)?.map(({ opensOn, closesOn }) => stated({ opensOn, closesOn })),
      licenceType: licence?.type,
      jurisdictions: p.jurisdictions,
    }) as Facets,
    ...(profile.private && { private: profile.private }),
  };
}

/** Unicode NFC, tags and comments out, the five named entities in, one space between words. */
export function normaliseText(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(lt|gt|quot|apos|nbsp|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' } as const;

function namedSectors(names: readonly string[] = []): { codes: SectorCode[] | undefined; unnamed: string[] } {
  const codes = new Set<SectorCode>();
  const unnamed: string[] = [];
  for (const name of names) {
    const code = findSector(name);
    if (code) codes.add(code);
    else unnamed.push(normaliseText(name));
  }
  return { codes: codes.size ? [...codes].sort() : undefined, unnamed };
}

/** The companies of which more than the name is stated. */
function companies(portfolio: Investor['portfolio'] = []): Company[] {
  return portfolio.flatMap((one) => {
    if (typeof one === 'string') return [];
    const { sectors, countries, seeks } = one;
    const facets = stated({
      sectors: namedSectors(sectors).codes,
      countries: countries && expandCountries(countries),
      seeks: namedSectors(seeks).codes,
    }) as Omit<Company, 'name'>;
    return Object.keys(facets).length > 0 ? [{ name: normaliseText(one.name), ...facets }] : [];
  });
}

const lineOf = ({ item, standards, range, uncertainty }: ScopeLine): LineFacet => ({
  ...(item && { item: findTestItem(item) ?? normaliseText(item) }),
  ...(standards && { standards: standards.map(foldStandard), written: standards.map(normaliseText) }),
  ...(range && { range }),
  ...(uncertainty && { uncertainty }),
});

const sum = (money: Money, rates: RateTable): Sum => ({
  amount: money.amount,
  currency: money.currency,
  usd: convert(money.amount, money.currency, 'USD', rates),
});

/** The object without the fields that were not stated, so that absence has one form. */
function stated<T extends object>(fields: T): Partial<T> | undefined {
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as Partial<T>;
}
