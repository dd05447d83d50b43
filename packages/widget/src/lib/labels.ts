import type { Currency, InstrumentCode, InvestorTypeCode, Money, StageCode } from '@kopru/sdk/facets';
import { createFormatter, type FacetName, type LocaleStrings, type MoneyRange } from '@kopru/sdk/strings';

/**
 * The SDK's names and formats for cards, in one language. A value may come from a newer API than
 * this code: a code that no vocabulary has stands for itself instead of breaking the list.
 */
export interface Labels {
  /** Names of facets and signals, in the form that stands alone. */
  readonly names: Readonly<Record<FacetName, string>>;
  /** The same, as inside a sentence. */
  readonly facets: Readonly<Record<FacetName, string>>;
  /** The form that stands alone. */
  alone(name: string): string;
  /** At most `decimals` places, 0 to 20. */
  number(n: number, decimals: number): string;
  /** `ratio` 0.25 is 25 per cent. */
  percent(ratio: number): string;
  money(money: Money): string;
  range(range: {
    readonly min?: number | undefined;
    readonly max?: number | undefined;
    readonly currency: Currency;
  }): string;
  list(items: readonly string[]): string;
  /** The day of a time in ISO 8601, where the reader is. */
  date(time: string): string;
  /** A country, or a region by name. */
  place(code: string): string;
  /** A code of the taxonomy; free text stands for itself. */
  sector(codeOrText: string): string;
  stage(code: StageCode): string;
  instrument(code: InstrumentCode): string;
  investorType(code: InvestorTypeCode): string;
  language(code: string): string;
}

/** @param strings those of the language, from `LOCALE_STRINGS` of the SDK. */
export function createLabels(strings: LocaleStrings): Labels {
  const formatter = createFormatter(strings);
  const { facets, countries, sectors } = strings;
  const named = (table: Readonly<Record<string, string>>) => (code: string) =>
    Object.hasOwn(table, code) ? (table[code] as string) : code;
  const places = named({ ...countries, ...facets.regions });

  return {
    names: Object.fromEntries(
      Object.entries(facets.names).map(([name, label]) => [name, formatter.capitalise(label)]),
    ) as Record<FacetName, string>,
    facets: facets.names,
    alone: formatter.capitalise,
    number: (n, decimals) => formatter.number(n, { decimals }),
    percent: (ratio) => formatter.percent(ratio),
    money: formatter.money,
    range({ min, max, currency }) {
      const range: MoneyRange = {
        ...(min !== undefined && { min: { amount: min, currency } }),
        ...(max !== undefined && { max: { amount: max, currency } }),
      };
      return formatter.moneyRange(range);
    },
    list: formatter.list,
    date: (time) => formatter.date(dayOf(new Date(time))),
    place: places,
    sector: (code) => (Object.hasOwn(sectors, code) ? sectors[code as keyof typeof sectors].label : code),
    stage: named(facets.stages),
    instrument: named(facets.instruments),
    investorType: named(facets.investorTypes),
    language: formatter.language,
  };
}

/** `YYYY-MM-DD` */
const dayOf = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
