import type { Notice } from '../words.ts';

/** The words of `<kopru-co-investment>` in one language, beside those of {@link Words}. */
export interface CoInvestmentWords {
  readonly title: string;
  /** Heading of what the reader may ask of the round. */
  readonly rules: string;
  readonly minCountries: string;
  readonly maxInvestors: string;
  /** In a field that asks nothing. */
  readonly any: string;
  readonly needsLead: string;
  /** The button that asks. */
  readonly ask: string;
  /** Before the sum that investors put in, and before what is left. */
  readonly covered: string;
  readonly open: string;
  /** Before the mean score, weighted by what each puts in. */
  readonly mean: string;
  /** Of an investor. */
  readonly lead: string;
  /** Opens the match card of an investor. */
  readonly card: string;
  /** Before a rule that keeps the round from being filled. */
  readonly stop: string;
  /** The search for the best answer was cut off: how much better another could be. */
  readonly better: (percent: string) => string;
  readonly loading: string;
  readonly idle: Notice;
  /** The profile states no round. */
  readonly none: Notice;
  readonly error: Notice;
}
