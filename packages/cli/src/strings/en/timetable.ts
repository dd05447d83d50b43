import type { TimetableStrings } from '../timetable-strings.ts';

export const timetable: TimetableStrings = {
  title: 'Demo day',
  lead: 'Who meets whom, when and at which table. Investors keep their table where they can; startups move.',
  date: 'Date',
  place: 'Place',
  zone: 'Time zone',
  slot: 'Slot',
  time: 'Time',
  table: 'Table',
  tableNumber: (number) => `Table ${number}`,
  grid: { title: 'All meetings', lead: 'Each cell names the startup, and below it the investor.' },
  sheets: { title: 'Sheets', lead: 'One for each participant; printed, each is a page of its own.' },
  meets: 'Meets',
  free: 'free',
  absent: 'absent',
  meetings: 'Meetings',
  without: {
    title: 'Without a meeting',
    name: 'Name',
    side: 'Side',
    reason: 'Reason',
    why: {
      absent: 'absent all day',
      limits: 'fits the limits of nobody on the other side',
      score: 'every pair is below the smallest score',
      blocked: 'every pair that fits is blocked',
      full: 'others made better use of the places',
    },
  },
  numbers: {
    participants: 'Participants',
    score: 'Sum of scores',
    gap: 'Most that a better plan could gain',
    best: 'no plan is better',
    unplaced: 'Good pairs that found no slot',
  },
};
