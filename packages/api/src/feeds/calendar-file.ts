import type { Meeting } from '../introductions/sides.ts';
import { icsFile } from '../lib/ics-file.ts';
import { plain } from '../lib/plain.ts';

const MINUTE = 60_000;

/** A meeting as one side's calendar tells it. */
export interface CalendarMeeting {
  /** The same in the calendars of both sides, and for ever. */
  readonly uid: string;
  readonly title: string;
  readonly meeting: Meeting;
  /** Whether it takes place; where is told only then. */
  readonly isOn: boolean;
}

/**
 * A calendar (RFC 5545). Times are in UTC, which every program shows by the clock of its reader; the same meetings
 * give the same bytes.
 */
export const calendarFile = (meetings: readonly CalendarMeeting[]): string =>
  icsFile(meetings.map(eventOf), 'kopru feeds');

function eventOf({ uid, title, meeting, isOn }: CalendarMeeting) {
  const start = new Date(meeting.at).getTime();
  const changed = new Date(meeting.changedAt).getTime();
  const where = isOn ? (meeting.place ?? meeting.url) : null;
  // The library's types lack `timestamp`, which it writes.
  const event = {
    uid,
    title: plain(title),
    start,
    end: start + meeting.minutes * MINUTE,
    startOutputType: 'utc',
    endOutputType: 'utc',
    timestamp: changed,
    lastModified: changed,
    // One more where it is cancelled for what nobody set: who may no longer be shown.
    sequence: meeting.changes + (isOn || meeting.isOff ? 0 : 1),
    status: isOn ? 'CONFIRMED' : 'CANCELLED',
    ...(where !== null && { location: plain(where) }),
    ...(isOn && meeting.url !== null && { url: meeting.url }),
  } as const;
  return event;
}
