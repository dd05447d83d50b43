import type { MarketWords } from './words.ts';

export const ru: MarketWords = {
  country: 'На рынок какой страны вы хотите выйти?',
  choose: 'Выберите страну',
  idle: { title: 'Страна ещё не выбрана', hint: 'Выберите страну, чтобы увидеть, кто и почему может помочь вам там.' },
  best: (count) => `Показаны лучшие: ${count}.`,
};
