/**
 * What Köprü says, in nine languages: names, formats and the sentences of explanations.
 *
 * @module
 */
export { isLocale, LOCALES, type Locale } from '../facets/index.ts';
export {
  countryName,
  currencyName,
  currencySymbol,
  facetName,
  formatDate,
  formatList,
  formatMoney,
  formatMoneyRange,
  formatNumber,
  formatPercent,
  instrumentLabel,
  investorTypeLabel,
  languageName,
  regionName,
  sectorLabel,
  stageLabel,
} from './format.ts';
export { createFormatter, type Formatter, type MoneyRange, type NumberOptions } from './formatter.ts';
export {
  FACET_NAMES,
  type FacetName,
  type FacetStrings,
  type FormatData,
  type LocaleStrings,
  type SectorName,
} from './locale-strings.ts';
export { LOCALE_STRINGS } from './locales.ts';
export type { MessageEvidence, MessageKey } from './message-types.ts';
export { MESSAGE_KEYS, type MessageValues, messageValues } from './message-values.ts';
export { pluralCategory } from './plural.ts';
export { renderMessage } from './render.ts';
