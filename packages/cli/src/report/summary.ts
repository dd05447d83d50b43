import type { MatchRun } from '../matching/run.ts';
import type { Io } from '../terminal/io.ts';
import { writeTable } from '../terminal/table.ts';
import { type Overview, overviewOf } from './overview.ts';
import { fileQuality } from './quality.ts';
import type { Words } from './words.ts';

/** What a run was, in numbers: what is told at its end, and what `--json` gives. */
export interface Summary extends Overview {
  /** Rows that could not be read, and those that may not be matched, of both files. */
  readonly leftOut: number;
  readonly unshown: number;
  /** Cells that could not be read. */
  readonly unread: number;
  /** Pairs in the list that was written. */
  readonly listed: number;
  /** Different texts that were embedded. */
  readonly texts: number;
  readonly seconds: number;
  readonly textsPerSecond: number;
}

/** What was done, beside what the run tells. */
export type Work = Pick<Summary, 'listed' | 'texts' | 'seconds'>;

export function summaryOf(run: MatchRun, work: Work): Summary {
  const files = [fileQuality(run.files.startup), fileQuality(run.files.investor)];
  const sum = (of: 'leftOut' | 'unshown' | 'unread') => files.reduce((total, file) => total + file[of], 0);
  return {
    ...overviewOf(run),
    leftOut: sum('leftOut'),
    unshown: sum('unshown'),
    unread: sum('unread'),
    ...work,
    textsPerSecond: work.seconds > 0 ? Math.round(work.texts / work.seconds) : 0,
  };
}

/** Writes the summary as a table, for people. */
export function writeSummary(summary: Summary, words: Words, io: Io): void {
  const { numbers, quality, manyOf, work, number } = words;
  const { startups, investors, unmatchedMostOften: why } = summary;
  const rows: readonly (readonly [label: string, value: string, note?: string | undefined])[] = [
    [manyOf.startup, number(startups)],
    [manyOf.investor, number(investors)],
    [quality.leftOut, number(summary.leftOut)],
    [quality.unshown, number(summary.unshown)],
    [quality.unread, number(summary.unread)],
    [numbers.allowed, number(summary.allowed), numbers.ofPairs(words.share(summary.allowed, startups * investors))],
    [numbers.strong, number(summary.strong), numbers.ofStartups(words.share(summary.strong, startups))],
    [numbers.unmatched, number(summary.unmatched), why && numbers.mostOften(words.gate(why))],
    [numbers.median, summary.medianBest === undefined ? '–' : number(summary.medianBest)],
    [work.time, `${number(summary.seconds)} s`],
    [work.rate, number(summary.textsPerSecond)],
  ];
  writeTable(io, { columns: ['', '', ''], rows: rows.map(([label, value, note = '']) => [label, value, note]) });
}
