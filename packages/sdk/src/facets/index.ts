/**
 * The vocabularies that profiles are compared by: lists of codes and the pure functions on them.
 * Their names in nine languages are in `strings/`.
 *
 * @module
 */
export { type Call, isOpen } from './call.ts';
export { formatCall, parseCall, parseDay } from './calls.ts';
export { sectorsOfClasses } from './class-sectors.ts';
export { type Classification, hasClass, parseClassification } from './classifications.ts';
export {
  COUNTRIES,
  type CountryCode,
  expandCountries,
  isCountryCode,
  isRegionCode,
  membersOf,
  type Place,
  REGIONS,
  type RegionCode,
} from './countries.ts';
export {
  CURRENCIES,
  type Currency,
  convert,
  DEFAULT_RATES,
  MINOR_UNIT_DIGITS,
  type Money,
  type RateTable,
} from './currencies.ts';
export { INSTRUMENTS, type InstrumentCode, isInterestFree } from './instruments.ts';
export { INVESTOR_TYPES, type InvestorTypeCode } from './investor-types.ts';
export {
  formatJurisdiction,
  isInForce,
  type Jurisdiction,
  LICENCE_TYPES,
  type LicenceType,
  type OfficeCode,
  officesFor,
  PATENT_STATUSES,
  type PatentStatus,
  parseJurisdiction,
  REGIONAL_OFFICES,
} from './jurisdictions.ts';
export {
  DIRECTION,
  isLanguageCode,
  isLocale,
  LANGUAGES,
  type LanguageCode,
  LOCALES,
  type Locale,
  SCRIPT,
} from './languages.ts';
export { HELP_TERMS, type HelpTermCode, NEED_TYPES, type NeedTypeCode } from './need-types.ts';
export { PROGRAMME_TYPES, type ProgrammeTypeCode } from './programme-types.ts';
export { ROLES, type RoleCode } from './roles.ts';
export { formatScopeLine, type Measured, parseScopeLine, type Range, type ScopeLine } from './scope-line.ts';
export { type FieldCode, isSectorCode, parentOf, SECTORS, type Sector, type SectorCode } from './sectors.ts';
export { STAGES, type StageCode, stagesBetween, TYPICAL_TRL } from './stages.ts';
export { TEST_ITEMS, type TestItemCode } from './test-items.ts';
