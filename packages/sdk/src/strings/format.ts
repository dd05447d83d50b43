/**
 * The formatter by locale, for code that speaks all nine languages. Names are in the form that
 * stands alone. Each function throws a {RangeError} on an unknown locale or code.
 *
 * @module
 */
import type {
  CountryCode,
  Currency,
  InstrumentCode,
  InvestorTypeCode,
  Locale,
  Money,
  NeedTypeCode,
  ProgrammeTypeCode,
  RegionCode,
  RoleCode,
  SectorCode,
  StageCode,
} from '../facets/index.ts';
import type { Kind } from '../kinds/index.ts';
import type { NumberOptions } from './formats.ts';
import { createFormatter } from './formatter.ts';
import type { FacetName } from './locale-strings.ts';
import { stringsOf } from './locales.ts';
import type { MoneyRange } from './ranges.ts';

const to = (locale: Locale) => createFormatter(stringsOf(locale));
const alone = (locale: Locale, name: string) => to(locale).capitalise(name);

/** "1 234,5": at most two places after the point unless `options` says otherwise. */
export const formatNumber = (n: number, locale: Locale, options?: NumberOptions) => to(locale).number(n, options);
/** `ratio` 0.25 is 25 per cent. */
export const formatPercent = (ratio: number, locale: Locale, options?: NumberOptions) =>
  to(locale).percent(ratio, options);
/** "250 000 USD", "1,5 млн KZT": the ISO code, for symbols are shared; millions only where they are exact. */
export const formatMoney = (money: Money, locale: Locale) => to(locale).money(money);
/** "100 000–500 000 USD", or "from" and "up to" where one end is open. */
export const formatMoneyRange = (range: MoneyRange, locale: Locale) => to(locale).moneyRange(range);
/** "a, b and c". */
export const formatList = (items: readonly string[], locale: Locale) => to(locale).list(items);
/** `isoDate` is `YYYY-MM-DD`. */
export const formatDate = (isoDate: string, locale: Locale) => to(locale).date(isoDate);

/** The name of a country. */
export const countryName = (code: CountryCode, locale: Locale) => alone(locale, to(locale).country(code));
/** The name of a region. */
export const regionName = (code: RegionCode, locale: Locale) => alone(locale, to(locale).region(code));
/** The name of a sector or of a field. */
export const sectorLabel = (code: SectorCode, locale: Locale) => alone(locale, to(locale).sector(code));
/** The name of a stage. */
export const stageLabel = (code: StageCode, locale: Locale) => alone(locale, to(locale).stage(code));
/** The name of an instrument. */
export const instrumentLabel = (code: InstrumentCode, locale: Locale) => alone(locale, to(locale).instrument(code));
/** The name of a type of investor. */
export const investorTypeLabel = (code: InvestorTypeCode, locale: Locale) =>
  alone(locale, to(locale).investorType(code));
/** The name of a role in a team. */
export const roleLabel = (code: RoleCode, locale: Locale) => alone(locale, to(locale).role(code));
/** The name of a kind of help that is needed or offered. */
export const needTypeLabel = (code: NeedTypeCode, locale: Locale) => alone(locale, to(locale).needType(code));
/** The name of a kind of programme. */
export const programmeTypeLabel = (code: ProgrammeTypeCode, locale: Locale) =>
  alone(locale, to(locale).programmeType(code));
/** What a profile of a kind is called. */
export const kindLabel = (kind: Kind, locale: Locale) => alone(locale, to(locale).kind(kind));
/** The name of a language, by its ISO 639-1 code. */
export const languageName = (code: string, locale: Locale) => alone(locale, to(locale).language(code));
/** The name of a currency. */
export const currencyName = (code: Currency, locale: Locale) => alone(locale, to(locale).currency(code));
/** The symbol of a currency, which others may share. */
export const currencySymbol = (code: Currency, locale: Locale) => stringsOf(locale).facets.currencies[code].symbol;
/** The name of a facet, such as a heading or a label. */
export const facetName = (name: FacetName, locale: Locale) => alone(locale, to(locale).facet(name));
