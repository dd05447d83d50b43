import type { SearchWords } from './words.ts';

export const en: SearchWords = {
  seek: 'What are you looking for?',
  kinds: { startup: 'Startups', investor: 'Investors' },
  text: { startup: 'What you invest in', investor: 'What your startup does' },
  hint: {
    startup: 'Paste your mandate or describe which problems and teams you fund, in your own language.',
    investor: 'Paste your pitch or describe which problem you solve, for whom and how, in your own language.',
  },
  length: (figures) => `${figures} characters`,
  narrow: 'Narrow down',
  any: 'Any',
  search: 'Search',
  notKept: 'Your text is used for this search and is not kept.',
  needed: 'Write at least a sentence.',
  tooLong: (over) => `The text is too long. Characters to remove: ${over}.`,
  loading: 'Searching…',
  found: (count) => (count === 1 ? '1 result' : `${count} results`),
  fit: 'How well the texts agree',
  none: { title: 'Nothing found', hint: 'Describe it in other words, or narrow it down less.' },
  closed: {
    title: 'The search is not open to visitors',
    hint: 'This hub shows matches to its members. Ask the hub how to become one.',
  },
  spent: { title: 'Today’s searches are used up', hint: 'Come back tomorrow. What you wrote stays on this page.' },
  error: { title: 'The search did not work', hint: 'Try again in a moment.' },
};
