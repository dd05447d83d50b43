import type { MarketWords } from './words.ts';

export const en: MarketWords = {
  country: 'Which country’s market do you want to enter?',
  choose: 'Choose a country',
  idle: { title: 'No country chosen yet', hint: 'Choose a country to see who can help you there, and why.' },
  best: (count) => (count === 1 ? 'The best one is shown.' : `The best ${count} are shown.`),
};
