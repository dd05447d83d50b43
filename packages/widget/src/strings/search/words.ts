import type { Kind } from '@kopru/sdk/schema';
import type { Notice } from '../words.ts';

/** What visitors look for. */
export type Sought = Extract<Kind, 'startup' | 'investor'>;

/** The words of `<kopru-search>` in one language, beside those of {@link Words}. */
export interface SearchWords {
  /** Before the choice of what is sought. */
  readonly seek: string;
  /** Those that are sought, as the choice says it. */
  readonly kinds: Readonly<Record<Sought, string>>;
  /** Label of the text, by what is sought. */
  readonly text: Readonly<Record<Sought, string>>;
  readonly hint: Readonly<Record<Sought, string>>;
  /** @param figures how long the text is, and may be. */
  readonly length: (figures: string) => string;
  /** Opens what narrows the search down. */
  readonly narrow: string;
  /** In place of a country, a stage or a sector. */
  readonly any: string;
  readonly search: string;
  readonly notKept: string;
  /** No word is written. */
  readonly needed: string;
  /** By how many characters the text is too long, as a figure. */
  readonly tooLong: (over: string) => string;
  readonly loading: string;
  readonly found: (count: number) => string;
  /** Of a result: how well its text agrees with that of the visitor. */
  readonly fit: string;
  readonly none: Notice;
  /** The hub has not opened its search to visitors. */
  readonly closed: Notice;
  /** The searches of the day are used up. */
  readonly spent: Notice;
  readonly error: Notice;
}
