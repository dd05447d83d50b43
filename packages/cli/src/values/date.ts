import { parseDay } from '@kopru/sdk/facets';
import { problem, quote, type Reading } from './reading.ts';

/** A day as `2027-06-30`, or as most of the nine languages write it: `30.06.2027`. */
export function readDate(cell: string): Reading<string> {
  const value = parseDay(cell);
  return value ? { value } : problem('date', `${quote(cell)} is no day.`, 'Write a day as in 2027-06-30.');
}
