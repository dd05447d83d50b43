/**
 * What Köprü says, in nine languages: names, formats and the sentences of explanations. The names and formats
 * of one language alone are in `@kopru/sdk/strings/kk/names`, and so on; each part of them is a subpath too.
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
  kindLabel,
  languageName,
  needTypeLabel,
  programmeTypeLabel,
  regionName,
  roleLabel,
  sectorLabel,
  stageLabel,
} from './format.ts';
export { createFormats, type Formats, type NumberOptions } from './formats.ts';
export { createFormatter, type Formatter } from './formatter.ts';
export {
  type CodeStrings,
  FACET_NAMES,
  type FacetName,
  type FacetStrings,
  FIELD_NAMES,
  type FieldName,
  type FormatData,
  type LocaleNames,
  type LocaleStrings,
} from './locale-strings.ts';
export { LOCALE_STRINGS } from './locales.ts';
export type { MessageEvidence, MessageKey } from './message-types.ts';
export { MESSAGE_KEYS, type MessageValues, messageValues } from './message-values.ts';
export { pluralCategory } from './plural.ts';
export type { MoneyRange, Ranges } from './ranges.ts';
export { renderMessage } from './render.ts';
export { textIn } from './text-in.ts';
