import type { Notice } from '../words.ts';

/** The words of `<kopru-corridors>` in one language, beside those of {@link Words}. */
export interface CorridorWords {
  readonly title: string;
  /** Heading of the two countries of a row. */
  readonly corridor: string;
  /** What the map is, and what can be done with it. */
  readonly map: string;
  /** The button that shows the corridors of all countries again. */
  readonly all: string;
  readonly counts: Readonly<Record<'offers' | 'introductions' | 'acceptances', string>>;
  /** In place of a count that is not told. */
  readonly few: string;
  /** How counts are told, and why some are not. */
  readonly countsHint: string;
  /** Of the counts that are told. */
  readonly total: string;
  /** @param date in words. */
  readonly asOf: (date: string) => string;
  readonly loading: string;
  /** How many corridors there are. */
  readonly corridors: (count: number) => string;
  readonly idle: Notice;
  readonly empty: Notice;
  readonly error: Notice;
}
