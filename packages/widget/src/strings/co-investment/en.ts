import type { CoInvestmentWords } from './words.ts';

export const en: CoInvestmentWords = {
  title: 'Who fills the round together',
  rules: 'Conditions of the round',
  minCountries: 'Countries, at least',
  maxInvestors: 'Investors, at most',
  any: 'Any number',
  needsLead: 'A lead investor is needed',
  ask: 'Work out the round',
  covered: 'Covered',
  open: 'Still open',
  mean: 'Mean score of the money',
  lead: 'Lead investor',
  card: 'The match and its reasons',
  stop: 'What stops it',
  better: (percent) => `There may be a better answer, by ${percent} at most.`,
  loading: 'Working out the round…',
  idle: { title: 'No round yet', hint: 'It appears here once a startup is chosen.' },
  none: {
    title: 'Your profile states no round',
    hint: 'Add to your profile how much you raise to see who could fill it together.',
  },
  error: { title: 'The round could not be worked out', hint: 'Try again in a moment.' },
};
