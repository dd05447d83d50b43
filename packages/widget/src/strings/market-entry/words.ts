import type { Notice } from '../words.ts';

/** The words of `<kopru-market-entry>` in one language, beside those of {@link Words}. */
export interface MarketWords {
  /** Label of the choice of a country. */
  readonly country: string;
  /** In place of a country. */
  readonly choose: string;
  /** No country is chosen. */
  readonly idle: Notice;
  /** A group has more matches than are shown. @param count how many are. */
  readonly best: (count: number) => string;
}
