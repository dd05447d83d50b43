import { type CsvOptions, csvOf } from '../output/write-rows.ts';
import { offsetOf } from './clock.ts';
import type { Slot } from './day.ts';
import type { Timetable } from './plan-day.ts';

/** The columns of `timetable.csv`, in their order. */
const COLUMNS = [
  'slot',
  'start',
  'end',
  'table',
  'startup',
  'investor',
  'score',
  'startup_name',
  'investor_name',
] as const;

/** One meeting of the list. */
type Row = Readonly<Record<(typeof COLUMNS)[number], string | number>>;

/** The meetings, by slot and then table, both counted from 1. */
function rowsOf({ day, meetings }: Timetable, timesOf: (slot: Slot) => Pick<Row, 'start' | 'end'>): Row[] {
  return meetings.map(({ slot, table, startup, investor, score }) => ({
    slot: slot + 1,
    ...timesOf(day.slots[slot] as Slot),
    table: table + 1,
    startup: startup.id,
    investor: investor.id,
    score,
    startup_name: startup.name,
    investor_name: investor.name,
  }));
}

/** As CSV, with times as the clocks of the place show them: `2026-12-03 10:00`, which a spreadsheet reads as a time. */
export const timetableCsv = (timetable: Timetable, options: CsvOptions): string =>
  csvOf(
    rowsOf(timetable, ({ from, to }) => ({ start: `${from.date} ${from.time}`, end: `${to.date} ${to.time}` })),
    COLUMNS,
    options,
  );

/** As NDJSON, with times of ISO 8601: `2026-12-03T10:00:00+05:00`. */
export const timetableNdjson = (timetable: Timetable): string =>
  rowsOf(timetable, ({ start, end, from, to }) => ({
    start: `${from.date}T${from.time}:00${offsetOf(start, from)}`,
    end: `${to.date}T${to.time}:00${offsetOf(end, to)}`,
  }))
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');
