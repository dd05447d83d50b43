import type {
  CountryCode,
  Currency,
  HelpTermCode,
  InstrumentCode,
  InvestorTypeCode,
  LanguageCode,
  LicenceType,
  Locale,
  NeedTypeCode,
  PatentStatus,
  ProgrammeTypeCode,
  REGIONAL_OFFICES,
  RegionCode,
  RoleCode,
  SectorCode,
  StageCode,
  TestItemCode,
} from '../facets/index.ts';
import type { MessageKey } from './message-types.ts';

/** What forms and explanations call the things that profiles are compared by. */
export const FACET_NAMES = [
  'sector',
  'excludedSectors',
  'stage',
  'trl',
  'country',
  'targetMarkets',
  'raise',
  'ticket',
  'instrument',
  'language',
  'investorType',
  'currency',
  'region',
  'semantic',
  'corridor',
  'role',
  'needType',
  'neededBy',
  'portfolio',
  'synergy',
  'item',
  'standard',
  'range',
  'uncertainty',
  'recognition',
  'validUntil',
  'leadTime',
  'scope',
  'programmeType',
  'call',
  'licence',
  'licenceCountries',
  'inForce',
  'helpTerm',
  'offeredIn',
  'availableUntil',
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** Fields of a card that are not called as a facet. */
export const FIELD_NAMES = [
  'role',
  'countries',
  'team',
  'roles',
  'teamCountries',
  'hub',
  'skills',
  'hoursPerWeek',
  'experienceYears',
  'remote',
  'supplierCountries',
  'test',
  'accreditation',
  'leadTimeDays',
  'capacityPerMonth',
  'recognisedIn',
  'startupCountries',
  'calls',
  'grant',
  'equity',
  'owner',
  'jurisdictions',
  'classifications',
  'price',
  'availability',
  'capacity',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** What codes are called, but for those of the long lists. */
export interface CodeStrings {
  readonly stages: Readonly<Record<StageCode, string>>;
  readonly instruments: Readonly<Record<InstrumentCode, string>>;
  readonly regions: Readonly<Record<RegionCode, string>>;
  readonly investorTypes: Readonly<Record<InvestorTypeCode, string>>;
  readonly roles: Readonly<Record<RoleCode, string>>;
  readonly needTypes: Readonly<Record<NeedTypeCode, string>>;
  readonly helpTerms: Readonly<Record<HelpTermCode, string>>;
  readonly testItems: Readonly<Record<TestItemCode, string>>;
  readonly programmeTypes: Readonly<Record<ProgrammeTypeCode, string>>;
  readonly offices: Readonly<Record<(typeof REGIONAL_OFFICES)[number], string>>;
  readonly patentStatuses: Readonly<Record<PatentStatus, string>>;
  readonly licenceTypes: Readonly<Record<LicenceType, string>>;
  readonly fields: Readonly<Record<FieldName, string>>;
  /** What an investor does in a round. */
  readonly roundRoles: Readonly<Record<'lead' | 'follow' | 'either', string>>;
  readonly currencies: Readonly<Record<Currency, { readonly name: string; readonly symbol: string }>>;
}

export interface FacetStrings extends CodeStrings {
  readonly names: Readonly<Record<FacetName, string>>;
}

/** How a language writes numbers, dates and lists; from CLDR 48 where no comment says otherwise. */
export interface FormatData {
  /** Stands between groups of three digits. */
  readonly group: string;
  readonly decimal: string;
  /** Digits that must stand before the first separator: 2 leaves 1234 alone and groups 12 345. */
  readonly minimumGrouped: 1 | 2;
  /** The words for 10⁶, 10⁹ and 10¹². */
  readonly millions: readonly [string, string, string];
  /** `{amount}` and `{currency}`. */
  readonly money: string;
  readonly percent: string;
  readonly range: string;
  readonly atLeast: string;
  readonly atMost: string;
  /** Joins the last item of a list, `{1}`, to those before it. */
  readonly listEnd: string;
  /** `{day}`, `{month}` and `{year}`. */
  readonly date: string;
  /** As they stand in a date. */
  readonly months: readonly string[];
}

/**
 * What a page says in one language: names and formats. Names are written as inside a sentence;
 * `createFormatter` gives the form that stands alone.
 */
export interface LocaleNames {
  readonly locale: Locale;
  readonly sectors: Readonly<Record<SectorCode, string>>;
  readonly countries: Readonly<Record<CountryCode, string>>;
  readonly languages: Readonly<Record<LanguageCode, string>>;
  readonly facets: FacetStrings;
  readonly format: FormatData;
}

/** Everything that one language says. */
export interface LocaleStrings extends LocaleNames {
  /** 3 to 8 other names of each sector, as people type them: native words, loanwords, abbreviations, parts of the sector. */
  readonly synonyms: Readonly<Record<SectorCode, readonly string[]>>;
  /** ICU MessageFormat. Arguments are strings, but for `count` and `more`, which choose a plural. */
  readonly messages: Readonly<Record<MessageKey, string>>;
}

/** The files of a language, from which a page may also take only some. */
export type NameParts = Omit<LocaleNames, 'locale' | 'facets'> & {
  readonly facetNames: FacetStrings['names'];
  readonly codes: CodeStrings;
};

/** The names of a language from its files. */
export const namesOf = (locale: Locale, { facetNames, codes, ...others }: NameParts): LocaleNames => ({
  locale,
  ...others,
  facets: { names: facetNames, ...codes },
});
