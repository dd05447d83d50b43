import type { Kind } from '@kopru/sdk/schema';
import type { FilterWords } from '../filters/words.ts';
import type { MarketWords } from '../market-entry/words.ts';

/** What `<kopru-matches>` says only once it is asked for: filters, near misses, how a score is made, and the forms of a card. */
export interface MoreWords {
  /** Of the filters, once they are open. */
  readonly bar: FilterWords;
  /** Of `<kopru-market-entry>`. */
  readonly market: MarketWords;
  readonly nearMisses: string;
  readonly nearMissesHint: string;
  readonly keptOut: string;
  readonly changes: string;
  readonly otherLimits: Readonly<Record<'pass' | 'unknown', string>>;
  /** Limits for which the facets have no name. */
  readonly gates: Readonly<Record<'status' | 'consent', string>>;
  readonly makingHint: string;
  readonly signal: string;
  readonly fit: string;
  readonly weight: Readonly<Record<Kind, string>>;
  readonly total: string;
  readonly message: string;
  readonly messageHint: string;
  readonly send: string;
  readonly passHint: string;
}
