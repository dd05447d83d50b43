import { problem, quote, type Reading } from './reading.ts';

/** A day as `2027-06-30`, or as most of the nine languages write it: `30.06.2027`. */
export function readDate(cell: string): Reading<string> {
  const text = cell.trim();
  const turned = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$/.exec(text);
  const iso = turned ? `${turned[3]}-${turned[2]?.padStart(2, '0')}-${turned[1]?.padStart(2, '0')}` : text;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(iso) && new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) === iso;
  return isDay ? { value: iso } : problem('date', `${quote(cell)} is no day.`, 'Write a day as in 2027-06-30.');
}
