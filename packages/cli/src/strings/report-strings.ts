import type { Side } from '../matching/side.ts';

/** What can rule a pair out and has no name among the facets. */
type Limit = 'status' | 'consent' | 'score';

/**
 * What the report, the summary and the explanations of pairs say. A number stands apart from its noun, so
 * that no language has to decline one; names of countries, sectors and facets are the SDK's.
 */
export interface ReportStrings {
  readonly title: string;
  readonly lead: string;
  readonly kinds: Readonly<Record<Side, string>>;
  readonly manyOf: Readonly<Record<Side, string>>;
  readonly notStated: string;
  readonly otherCountries: string;
  readonly numbers: {
    /** Heading of the numbers, for those who hear the page. */
    readonly title: string;
    readonly countries: string;
    readonly allowed: string;
    readonly strong: string;
    readonly median: string;
    readonly acrossBorders: string;
    readonly unmatched: string;
    readonly ofPairs: (share: string) => string;
    readonly ofStartups: (share: string) => string;
    readonly ofBest: (share: string) => string;
    readonly outOf: (most: string) => string;
    readonly mostOften: (limit: string) => string;
  };
  readonly corridors: {
    readonly title: string;
    readonly lead: string;
    readonly from: string;
    readonly to: string;
    readonly all: string;
    readonly outlined: string;
  };
  readonly scores: { readonly title: string; readonly lead: string; readonly range: string };
  readonly sectors: { readonly title: string; readonly lead: string; readonly field: string; readonly none: string };
  readonly attention: {
    readonly title: string;
    /** `limit` is the longest list. */
    readonly lead: (limit: string) => string;
    readonly lists: string;
    readonly tenth: string;
    readonly unreached: string;
    readonly more: (count: string) => string;
  };
  readonly pairs: { readonly title: string; readonly lead: string };
  readonly pair: {
    readonly score: string;
    readonly why: string;
    readonly mind: string;
    readonly quotes: string;
    readonly signal: string;
    readonly fit: string;
  };
  readonly quality: {
    readonly title: string;
    readonly lead: string;
    readonly file: string;
    readonly rows: string;
    readonly matched: string;
    readonly leftOut: string;
    readonly unshown: string;
    readonly unread: string;
    readonly stated: string;
    readonly column: string;
    readonly cells: string;
    readonly lines: string;
  };
  readonly method: { readonly title: string; readonly text: string; readonly rates: (date: string) => string };
  readonly made: string;
  readonly work: { readonly time: string; readonly rate: string };
  /** As inside a sentence. */
  readonly limits: Readonly<Record<Limit, string>>;
  readonly whyNot: {
    readonly eligible: string;
    readonly refused: string;
    readonly limit: string;
    readonly outcome: string;
    readonly outcomes: Readonly<Record<'pass' | 'unknown' | 'fail', string>>;
    readonly changes: string;
  };
}
