import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarMeeting, calendarFile } from '../../src/feeds/calendar-file.ts';

const MEETING = {
  at: '2026-12-03T05:00:00.000Z',
  minutes: 45,
  place: 'Astana Hub, hall 2',
  url: 'https://meet.example/a?b=1,2;c',
  isOff: false,
  changes: 1,
  changedAt: '2026-11-27T12:00:00.000Z',
};
const ON: CalendarMeeting = { uid: 'int_1@kopru', title: 'Топырақ – Muğan Fondu', meeting: MEETING, isOn: true };

const eventsOf = (content: string) =>
  new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
const only = (meeting: CalendarMeeting) => {
  const [event] = eventsOf(calendarFile([meeting]));
  if (!event) throw new Error('no event');
  return event;
};

describe('a calendar', () => {
  test('tells when, how long, where and with whom, in UTC', () => {
    const event = only(ON);
    expect(event.uid).toBe('int_1@kopru');
    expect(event.summary).toBe('Топырақ – Muğan Fondu');
    expect(event.location).toBe('Astana Hub, hall 2');
    expect(event.component.getFirstPropertyValue('url')).toBe(MEETING.url);
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(event.startDate.toJSDate().toISOString()).toBe(MEETING.at);
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-12-03T05:45:00.000Z');
    expect(event.startDate.zone.tzid).toBe('UTC');
  });

  test('without meetings is a calendar too', () => {
    expect(eventsOf(calendarFile([]))).toEqual([]);
    expect(calendarFile([])).toContain('PRODID:-//Kopru');
  });

  test('keeps the uid of a meeting that moved, and counts the change', () => {
    const moved = only({ ...ON, meeting: { ...MEETING, at: '2026-12-04T05:00:00.000Z', changes: 2 } });
    expect([moved.uid, moved.sequence]).toEqual([only(ON).uid, only(ON).sequence + 1]);
  });

  test('says that a meeting is cancelled, and no longer where', () => {
    for (const isOff of [true, false]) {
      const cancelled = only({ ...ON, isOn: false, meeting: { ...MEETING, isOff, changes: isOff ? 2 : 1 } });
      expect(cancelled.component.getFirstPropertyValue('status')).toBe('CANCELLED');
      expect(cancelled.sequence).toBe(2);
      expect(cancelled.component.toString()).not.toMatch(/hall 2|meet\.example/);
    }
  });

  test('is the same for the same meetings, and in lines of 75 bytes', () => {
    const content = calendarFile([ON, { ...ON, uid: 'b', title: 'Ж'.repeat(200) }]);
    expect(calendarFile([ON, { ...ON, uid: 'b', title: 'Ж'.repeat(200) }])).toBe(content);
    for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(content).not.toMatch(/ORGANIZER|ATTENDEE|METHOD|mailto/i);
  });

  test('shows any name and place as they are, and nothing in them becomes a property', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
      fc.constantFrom('A\r\nEND:VEVENT\r\nBEGIN:VALARM', 'Ə, B; C\\n "D"', 'x\u2028y', '\ud800', ':;,\\'),
    );
    const shown = (given: string) =>
      given
        .toWellFormed()
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]+/gu, ' ')
        .trim();
    fc.assert(
      fc.property(text, text, (title, place) => {
        const event = only({ ...ON, title: `A ${title} Z`, meeting: { ...MEETING, place: `A ${place} Z` } });
        expect(event.summary).toBe(shown(`A ${title} Z`));
        expect(event.location).toBe(shown(`A ${place} Z`));
        expect(event.component.getAllSubcomponents()).toEqual([]);
      }),
    );
  });
});
