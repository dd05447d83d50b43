import type { MarketWords } from './words.ts';

export const hu: MarketWords = {
  country: 'Melyik ország piacára szeretne belépni?',
  choose: 'Válasszon országot',
  idle: {
    title: 'Még nincs ország kiválasztva',
    hint: 'Válasszon országot, hogy lássa, ki és miért segíthet Önnek ott.',
  },
  best: (count) => `A legjobb ${count} látható.`,
};
