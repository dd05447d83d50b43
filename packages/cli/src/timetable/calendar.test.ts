import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { profileFile } from '../../test/match-run.ts';
import { planned, sampleDay } from '../../test/sample-day.ts';
import { calendarsOf } from './calendar.ts';
import { meetingsWith, partnerOf, type Timetable } from './plan-day.ts';
import { type TimetableWords, timetableWordsOf } from './words.ts';

const NOW = new Date('2026-11-27T12:00:00Z');

const eventsOf = (content: string) =>
  new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

describe('the calendars of a day', () => {
  let timetable: Timetable;
  let words: TimetableWords;

  beforeAll(async () => {
    [timetable, words] = await Promise.all([sampleDay(), timetableWordsOf('kk')]);
  });

  test('hold the meetings of each participant who has any, when and where they are', () => {
    const meeting = timetable.people.filter((person) => meetingsWith(timetable, person).length > 0);
    const calendars = calendarsOf(timetable, words, NOW);
    expect(calendars.length).toBe(meeting.length);
    for (const [i, { content }] of calendars.entries()) {
      const person = meeting[i];
      if (!person) throw new Error('no person');
      const planned = meetingsWith(timetable, person);
      const events = eventsOf(content);
      expect(events.length).toBe(planned.length);
      for (const [k, event] of events.entries()) {
        const meeting = planned[k];
        if (!meeting) throw new Error('no meeting');
        const slot = timetable.day.slots[meeting.slot];
        expect(event.startDate.toJSDate()).toEqual(slot?.start);
        expect(event.endDate.toJSDate()).toEqual(slot?.end);
        expect(event.startDate.zone.tzid).toBe('UTC');
        expect(event.location).toBe(`Astana Hub, Mangilik El 55/8, hall 2, ${meeting.table + 1}-үстел`);
        // Names as they are but for what cannot be seen; two of the sample's hold only such signs besides letters.
        expect(event.summary).toContain(partnerOf(meeting, person).name);
        expect(event.summary).toContain(person.name);
        expect(event.description).toContain('Astana Hub: demo day');
      }
    }
  });

  test('name a meeting by the same id in both calendars and in a later plan, with a higher number', async () => {
    const files = [
      profileFile('startup', [{ id: 'a', pitch: 'Su', name: 'A' }]),
      profileFile('investor', [{ id: 'b', thesis: 'Su', name: 'B' }]),
    ] as const;
    const day = await planned(...files);
    const later = await planned(...files, { start: '2026-12-03 16:00', title: 'Another title', place: 'Elsewhere' });
    const event = (of: Timetable, now: Date, which = 0) => {
      const [found] = eventsOf(calendarsOf(of, words, now)[which]?.content ?? '');
      if (!found) throw new Error('no event');
      return found;
    };
    expect(event(day, NOW).uid).toBe(event(day, NOW, 1).uid);
    const moved = event(later, new Date('2026-11-28T12:00:00Z'));
    expect(moved.uid).toBe(event(day, NOW).uid);
    expect(moved.sequence).toBeGreaterThan(event(day, NOW).sequence);
    expect(moved.startDate.toJSDate().toISOString()).toBe('2026-12-03T11:00:00.000Z');
    const nextDay = await planned(...files, { start: '2026-12-04 10:00' });
    expect(event(nextDay, NOW).uid).not.toBe(moved.uid);
  });

  test('are the same bytes for the same day and clock, in lines that no program breaks', () => {
    const calendars = calendarsOf(timetable, words, NOW);
    expect(calendarsOf(timetable, words, NOW)).toEqual(calendars);
    for (const { content } of calendars) {
      expect(content).toContain('DTSTAMP:20261127T120000Z\r\n');
      expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(content).not.toMatch(/ORGANIZER|ATTENDEE|METHOD|mailto/i);
    }
  });

  test('hold names with commas, semicolons, backslashes and line ends as they are', async () => {
    const day = await planned(
      profileFile('startup', [{ id: 'a', pitch: 'Su', name: 'Ə, B; C\\n "D" END:VEVENT' }]),
      profileFile('investor', [{ id: 'b', thesis: 'Su', name: 'Ж'.repeat(80) }]),
      { place: 'Hall; 2, "north"' },
    );
    const [event] = eventsOf(calendarsOf(day, words, NOW)[0]?.content ?? '');
    expect(event?.summary).toBe(`Ə, B; C\\n "D" END:VEVENT – ${'Ж'.repeat(80)}`);
    expect(event?.location).toBe('Hall; 2, "north", 1-үстел');
  });
});
