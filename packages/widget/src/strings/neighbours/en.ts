import type { NeighbourWords } from './words.ts';

export const en: NeighbourWords = {
  found: (count) => (count === 1 ? '1 similar patent' : `${count} similar patents`),
  likeness: 'Likeness of the texts',
  classes: 'Shared classes',
  sides: { subject: 'Your patent', neighbour: 'Similar patent' },
  loading: 'Looking for similar patents…',
  idle: { title: 'No patent chosen yet', hint: 'Similar patents appear here once a patent is chosen.' },
  empty: {
    title: 'No similar patent is known here',
    hint: 'The patents of this hub and those that others have released to it are compared; what is not among them is not known.',
  },
  error: { title: 'The similar patents could not be loaded', hint: 'Try again in a moment.' },
};
