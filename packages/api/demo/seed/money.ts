import { type Currency, convert, DEFAULT_RATES, type InstrumentCode, type StageCode } from '@kopru/sdk/facets';

/** What rounds of each stage raise, in US dollars. House convention for the demo: the low end of the region's rounds. */
export const ROUNDS: Readonly<Record<StageCode, readonly [low: number, high: number]>> = {
  idea: [10_000, 60_000],
  pre_seed: [50_000, 250_000],
  seed: [200_000, 900_000],
  series_a: [1_000_000, 4_000_000],
  series_b: [4_000_000, 12_000_000],
  growth: [10_000_000, 30_000_000],
};

/** Instruments in use at each stage. */
export const INSTRUMENTS_AT: Readonly<Record<StageCode, readonly InstrumentCode[]>> = {
  idea: ['grant', 'grant', 'equity'],
  pre_seed: ['equity', 'safe', 'convertible', 'grant'],
  seed: ['equity', 'equity', 'safe', 'convertible', 'revenue_based'],
  series_a: ['equity', 'equity', 'convertible', 'debt', 'murabaha'],
  series_b: ['equity', 'equity', 'debt', 'musharaka'],
  growth: ['equity', 'debt', 'sukuk', 'ijara'],
};

/** The forms of Islamic finance, which startups of that sector ask for. */
export const ISLAMIC: readonly InstrumentCode[] = ['murabaha', 'musharaka', 'mudaraba', 'ijara', 'sukuk'];

/** An amount of US dollars in a currency, with two digits that are not zero, as people quote rounds. */
export function rounded(usd: number, currency: Currency): number {
  const amount = convert(usd, 'USD', currency, DEFAULT_RATES);
  const step = 10 ** (Math.floor(Math.log10(amount)) - 1);
  return Math.round(amount / step) * step;
}
