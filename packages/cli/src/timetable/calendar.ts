import { createHash } from 'node:crypto';
import { createEvents, type EventAttributes } from 'ics';
import type { Day, Slot } from './day.ts';
import { createFileNames } from './file-name.ts';
import { meetingsWith, type PlannedMeeting, type Timetable } from './plan-day.ts';
import { type TimetableWords, tableName, titleOf } from './words.ts';

/** A calendar that is to be a file. */
export interface CalendarFile {
  readonly name: string;
  readonly content: string;
}

/** From which the number of a version is counted, in minutes. */
const BEGIN = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/**
 * A calendar (RFC 5545) for each participant who meets anybody. Times are in UTC, which every program
 * shows by the clock of its reader. A meeting has the same UID in both calendars and in every export of the
 * same day, and a SEQUENCE that grows with `now`: who imports a later export moves meetings rather than
 * doubling them. A pair that no longer meets is not taken out of a calendar.
 */
export function calendarsOf(timetable: Timetable, words: TimetableWords, now: Date): CalendarFile[] {
  const nameFor = createFileNames('.ics');
  return timetable.people.flatMap((person) => {
    const meetings = meetingsWith(timetable, person);
    if (meetings.length === 0) return [];
    const events = meetings.map((meeting) => eventOf(meeting, timetable.day, words, now));
    const { error, value } = createEvents(events, { productId: '-//Kopru//kopru assign//EN', method: '' });
    if (error || value === null)
      throw new Error(`the calendar of ${person.kind} "${person.id}" was refused`, { cause: error });
    return [{ name: nameFor(person.kind, person.name), content: folded(value) }];
  });
}

function eventOf(meeting: PlannedMeeting, day: Day, words: TimetableWords, now: Date): EventAttributes {
  const { number, start, end, from } = day.slots[meeting.slot] as Slot;
  const table = tableName(meeting.table, words);
  const event = {
    uid: uidOf(meeting, from.date),
    // The same for both, who may share a calendar.
    title: plain(`${meeting.startup.name} – ${meeting.investor.name}`),
    description: plain(`${titleOf(day, words)} · ${words.slot} ${words.shared.number(number)} · ${table}`),
    location: plain(day.place === '' ? table : `${day.place}, ${table}`),
    start: start.getTime(),
    end: end.getTime(),
    timestamp: now.getTime(),
    sequence: Math.max(0, Math.floor((now.getTime() - BEGIN) / MINUTE)),
    status: 'CONFIRMED',
  } as const;
  return event;
}

/** Names a meeting by its day and by who meets, whatever the slot and table. */
function uidOf({ startup, investor }: PlannedMeeting, date: string): string {
  const named = JSON.stringify([date, startup.id, investor.id]);
  return `${createHash('sha256').update(named).digest('hex').slice(0, 32)}@kopru`;
}

/** One line, without what cannot be seen. */
const plain = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** Longest line, in bytes (RFC 5545, section 3.1). */
const MOST_BYTES = 75;

/** Lines folded by bytes: the library counts letters, of which one of Cyrillic has two. */
function folded(calendar: string): string {
  return calendar.replaceAll('\r\n\t', '').split('\r\n').map(foldLine).join('\r\n');
}

function foldLine(line: string): string {
  let out = '';
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > MOST_BYTES) {
      out += '\r\n ';
      bytes = 1;
    }
    out += letter;
    bytes += size;
  }
  return out;
}
