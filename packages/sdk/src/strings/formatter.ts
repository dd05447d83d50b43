/**
 * The formats and names of one language. Takes the strings of that language alone, so that a page loads no other.
 *
 * @module
 */
import type {
  CountryCode,
  Currency,
  HelpTermCode,
  InstrumentCode,
  InvestorTypeCode,
  LicenceType,
  NeedTypeCode,
  OfficeCode,
  PatentStatus,
  ProgrammeTypeCode,
  RegionCode,
  RoleCode,
  SectorCode,
  StageCode,
} from '../facets/index.ts';
import type { Kind } from '../kinds/index.ts';
import { KIND_LABELS } from '../kinds/labels.ts';
import { createFormats, type Formats } from './formats.ts';
import type { FacetName, FieldName, LocaleNames } from './locale-strings.ts';
import { createRanges, type Ranges } from './ranges.ts';

/** Names are given as inside a sentence. Every function throws a {RangeError} on a value outside its range. */
export interface Formatter extends Formats, Ranges {
  /** What a profile of a kind is called. */
  kind(kind: Kind): string;
  /** The name of a country. */
  country(code: CountryCode): string;
  /** The name of a country in which a licence is offered. */
  licenceCountries(code: CountryCode): string;
  /** The name of a region. */
  region(code: RegionCode): string;
  /** The name of a country, or of a region. */
  place(code: string): string;
  /** The name of a sector or of a field. */
  sector(code: SectorCode): string;
  /** The name of a stage. */
  stage(code: StageCode): string;
  /** The name of an instrument. */
  instrument(code: InstrumentCode): string;
  /** The name of a type of investor. */
  investorType(code: InvestorTypeCode): string;
  /** The name of a role in a team. */
  role(code: RoleCode): string;
  /** The name of a kind of help that is needed or offered. */
  needType(code: NeedTypeCode): string;
  /** On which terms help is given or taken. */
  helpTerm(code: HelpTermCode): string;
  /** The name of a kind of programme. */
  programmeType(code: ProgrammeTypeCode): string;
  /** The country of a patent office, or what an office of several countries is called. */
  office(code: OfficeCode): string;
  /** What became of an application for a patent. */
  patentStatus(code: PatentStatus): string;
  /** On which terms a patent may be used. */
  licenceType(code: LicenceType): string;
  /** What an investor does in a round. */
  roundRole(code: 'lead' | 'follow' | 'either'): string;
  /** What a field of a profile is called, or a facet. */
  label(name: FieldName | FacetName): string;
  /** What is tested, by its code; what has none stands for itself. */
  item(codeOrText: string): string;
  /** A standard by its designation. */
  standard(designation: string): string;
  /** The name of a currency. */
  currency(code: Currency): string;
  /** The name of a facet. */
  facet(name: FacetName): string;
  /** An ISO 639-1 code; one that is not in the standard stands for itself. */
  language(code: string): string;
}

/** The formatter of one language. @param strings of that language, such as `LOCALE_STRINGS.kk`. */
export function createFormatter(strings: LocaleNames): Formatter {
  const { facets } = strings;
  const named =
    <C extends string>(what: string, table: Readonly<Record<C, string>>) =>
    (code: C) =>
      lookUp(what, table, code);

  const formats = createFormats(strings);
  return {
    ...formats,
    ...createRanges(strings.format, formats.money),
    kind: (kind) => lookUp('kind', KIND_LABELS, kind)[strings.locale],
    country: named('country', strings.countries),
    licenceCountries: named('country', strings.countries),
    region: named('region', facets.regions),
    place: (code) =>
      lookUp<string, string>('country or region', code in facets.regions ? facets.regions : strings.countries, code),
    sector: named('sector', strings.sectors),
    stage: named('stage', facets.stages),
    instrument: named('instrument', facets.instruments),
    investorType: named('type of investor', facets.investorTypes),
    role: named('role', facets.roles),
    needType: named('kind of help', facets.needTypes),
    helpTerm: named('terms of help', facets.helpTerms),
    programmeType: named('kind of programme', facets.programmeTypes),
    office: (code) =>
      lookUp<string, string>('office', code in facets.offices ? facets.offices : strings.countries, code),
    patentStatus: named('status of a patent', facets.patentStatuses),
    licenceType: named('kind of licence', facets.licenceTypes),
    roundRole: named('role in a round', facets.roundRoles),
    label: (name) => lookUp<string, string>('field', name in facets.fields ? facets.fields : facets.names, name),
    item: (code) => (Object.hasOwn(facets.testItems, code) ? facets.testItems[code as 'length'] : code),
    standard: (designation) => designation,
    currency: (code) => lookUp('currency', facets.currencies, code).name,
    facet: named('facet', facets.names),
    language: (code) => (Object.hasOwn(strings.languages, code) ? strings.languages[code as 'en'] : code),
  };
}

function lookUp<C extends string, T>(what: string, table: Readonly<Record<C, T>>, code: C): T {
  if (!Object.hasOwn(table, code)) throw new RangeError(`no ${what} has the code "${code}"`);
  return table[code];
}
