import type { Why } from '../timetable/plan-day.ts';

/**
 * What the timetable of a demo day says. A number stands apart from its noun, so that no language has to
 * decline one; words for startup, investor and the footer are those of the report.
 */
export interface TimetableStrings {
  /** Name of a day that was given none. */
  readonly title: string;
  readonly lead: string;
  readonly date: string;
  readonly place: string;
  /** Of the times. */
  readonly zone: string;
  readonly slot: string;
  readonly time: string;
  readonly table: string;
  /** A table by its number, as inside a list: "Table 3". */
  readonly tableNumber: (number: string) => string;
  readonly grid: { readonly title: string; readonly lead: string };
  readonly sheets: { readonly title: string; readonly lead: string };
  /** Title of the column with whom a participant meets. */
  readonly meets: string;
  /** Of a slot in which a participant has no meeting, and one in which it is not there. */
  readonly free: string;
  readonly absent: string;
  readonly meetings: string;
  readonly without: {
    readonly title: string;
    /** Titles of the columns. */
    readonly name: string;
    readonly side: string;
    readonly reason: string;
    readonly why: Readonly<Record<Why, string>>;
  };
  readonly numbers: {
    readonly participants: string;
    readonly score: string;
    /** Of the gap between the plan and what is proven to be the most. */
    readonly gap: string;
    readonly best: string;
    readonly unplaced: string;
  };
}
