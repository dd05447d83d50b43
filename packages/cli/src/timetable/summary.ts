import type { Side } from '../matching/side.ts';
import type { Io } from '../terminal/io.ts';
import { writeTable } from '../terminal/table.ts';
import type { Timetable, Why } from './plan-day.ts';
import type { TimetableWords } from './words.ts';

/** What a plan is, in numbers: what is told at its end, and what `--json` gives. */
export interface TimetableSummary {
  readonly startups: number;
  readonly investors: number;
  readonly meetings: number;
  /** Sum of the scores. */
  readonly value: number;
  /** Proven: no plan is worth more. */
  readonly bound: number;
  /** (bound − value) / bound. */
  readonly gap: number;
  /** Pairs of the best choice that found no slot. */
  readonly unplaced: number;
  readonly without: readonly { readonly kind: Side; readonly id: string; readonly name: string; readonly why: Why }[];
}

export function summaryOf({ people, meetings, without, value, bound, gap, unplaced }: Timetable): TimetableSummary {
  const count = (kind: Side) => people.filter((person) => person.kind === kind).length;
  return {
    startups: count('startup'),
    investors: count('investor'),
    meetings: meetings.length,
    value: round(value),
    bound: round(bound),
    gap,
    unplaced,
    without: without.map(({ person: { kind, id, name }, why }) => ({ kind, id, name, why })),
  };
}

/** Scores are in tenths; their sum is not, for want of exact tenths. */
const round = (sum: number): number => Math.round(sum * 10) / 10;

/** Participants without a meeting that are named. */
const MOST_NAMED = 20;

/** Writes the summary as tables, for people. */
export function writeSummary(summary: TimetableSummary, words: TimetableWords, io: Io): void {
  const { numbers, meetings, without, shared } = words;
  const { number, manyOf, kinds } = shared;
  writeTable(io, {
    columns: ['', '', ''],
    rows: [
      [manyOf.startup, number(summary.startups), ''],
      [manyOf.investor, number(summary.investors), ''],
      [meetings, number(summary.meetings), ''],
      [numbers.score, number(summary.value), ''],
      [numbers.gap, number(round(summary.bound - summary.value)), summary.gap === 0 ? numbers.best : ''],
      [numbers.unplaced, number(summary.unplaced), ''],
      [without.title, number(summary.without.length), ''],
    ],
  });
  if (summary.without.length === 0) return;
  const named = summary.without.slice(0, MOST_NAMED);
  writeTable(io, {
    columns: [without.title, '', without.reason],
    rows: named.map(({ kind, name, why }) => [name, kinds[kind], without.why[why]]),
  });
  const left = summary.without.length - named.length;
  if (left > 0) io.stderr.write(`${shared.attention.more(number(left))}\n`);
}
