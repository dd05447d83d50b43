import type { MarketWords } from './words.ts';

export const kk: MarketWords = {
  country: 'Қай елдің нарығына шыққыңыз келеді?',
  choose: 'Елді таңдаңыз',
  idle: {
    title: 'Ел әлі таңдалған жоқ',
    hint: 'Ол жақта сізге кім және не себепті көмектесе алатынын көру үшін елді таңдаңыз.',
  },
  best: (count) => `Ең сәйкес ${count} профиль көрсетілген.`,
};
