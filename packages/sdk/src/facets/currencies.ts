/** ISO 4217 codes of the currencies of the eight countries, and the three in which their cross-border rounds are quoted. */
export const CURRENCIES = ['AZN', 'KZT', 'KGS', 'TRY', 'UZS', 'TMT', 'HUF', 'RUB', 'USD', 'EUR'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** An amount in whole units of its currency (lira, not kuruş). */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

/** Digits after the point by ISO 4217. */
export const MINOR_UNIT_DIGITS: Readonly<Record<Currency, number>> = {
  AZN: 2,
  KZT: 2,
  KGS: 2,
  TRY: 2,
  UZS: 2,
  TMT: 2,
  HUF: 2,
  RUB: 2,
  USD: 2,
  EUR: 2,
};

/** What one unit of each currency is worth in US dollars on a day. Each rate is above 0, that of the dollar is 1. */
export interface RateTable {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly usdPer: Readonly<Record<Currency, number>>;
}

/**
 * Approximate rates for when no fresher table is passed in: rounded by hand from the rates that
 * the national banks published around this day (AZN and TMT are pegged), good to about two per
 * cent on the day itself and less since. A deployment refreshes them.
 */
export const DEFAULT_RATES: RateTable = {
  date: '2025-06-30',
  usdPer: {
    AZN: 1 / 1.7,
    KZT: 1 / 520,
    KGS: 1 / 87.4,
    TRY: 1 / 39.8,
    UZS: 1 / 12_600,
    TMT: 1 / 3.5,
    HUF: 1 / 341,
    RUB: 1 / 78.5,
    USD: 1,
    EUR: 1.172,
  },
};

/** The amount in another currency at the table's rates, not rounded. */
export const convert = (amount: number, from: Currency, to: Currency, rates: RateTable): number =>
  from === to ? amount : (amount * rates.usdPer[from]) / rates.usdPer[to];
