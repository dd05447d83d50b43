import type { Locale } from '@kopru/sdk/strings';
import { type Words, wordsOf } from '../report/words.ts';
import { stringsOf } from '../strings/index.ts';
import type { TimetableStrings } from '../strings/timetable-strings.ts';
import type { Day } from './day.ts';

/** The words of a timetable in one language, with those of the report that it shares. */
export interface TimetableWords extends TimetableStrings {
  readonly locale: Locale;
  readonly shared: Words;
}

export async function timetableWordsOf(locale: Locale): Promise<TimetableWords> {
  const [{ timetable }, shared] = await Promise.all([stringsOf(locale), wordsOf(locale)]);
  return { ...timetable, locale, shared };
}

/** What the day is called, as given or in the language of the words. */
export const titleOf = ({ title }: Day, words: TimetableWords): string => title || words.title;

/** A table by its number, counted from 0. */
export const tableName = (table: number, { tableNumber, shared }: TimetableWords): string =>
  tableNumber(shared.number(table + 1));
