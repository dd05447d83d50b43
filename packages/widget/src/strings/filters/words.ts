import type { Notice } from '../words.ts';

/** The words of the filters of a match list. */
export interface FilterWords {
  /** Label of what is shown by what the reader did with it. */
  readonly show: string;
  readonly only: Readonly<Record<'open' | 'new' | 'saved' | 'passed', string>>;
  readonly lowest: string;
  /** In place of a country, a stage, a sector or a score. */
  readonly any: string;
  readonly clear: string;
  /** Nothing is left by the filters. */
  readonly none: Notice;
}
