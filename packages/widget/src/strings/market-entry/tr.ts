import type { MarketWords } from './words.ts';

export const tr: MarketWords = {
  country: 'Hangi ülkenin pazarına girmek istiyorsunuz?',
  choose: 'Ülke seçin',
  idle: {
    title: 'Henüz ülke seçilmedi',
    hint: 'Orada size kimlerin, neden yardımcı olabileceğini görmek için bir ülke seçin.',
  },
  best: (count) => `En uygun ${count} profil gösteriliyor.`,
};
