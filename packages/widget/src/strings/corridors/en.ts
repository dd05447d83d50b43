import type { CorridorWords } from './words.ts';

export const en: CorridorWords = {
  title: 'Introductions between countries',
  corridor: 'From – to',
  map: 'Map of the corridors: choose a country to see its own',
  all: 'All countries',
  counts: { offers: 'Profiles offered', introductions: 'Introductions asked for', acceptances: 'Accepted' },
  few: 'too few to tell',
  countsHint:
    'To protect members, counts are told in steps of five; those under five, and those from which one would follow, are not told.',
  total: 'Total of what is told',
  asOf: (date) => `As of ${date}`,
  loading: 'Loading the numbers…',
  corridors: (count) => (count === 1 ? '1 pair of countries' : `${count} pairs of countries`),
  idle: { title: 'No numbers yet', hint: 'They appear here once this page is connected.' },
  empty: {
    title: 'No numbers to tell yet',
    hint: 'They appear here once at least five profiles are offered from one country to another.',
  },
  error: { title: 'The numbers could not be loaded', hint: 'Try again in a moment.' },
};
