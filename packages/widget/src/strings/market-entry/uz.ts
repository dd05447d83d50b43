import type { MarketWords } from './words.ts';

export const uz: MarketWords = {
  country: 'Qaysi mamlakat bozoriga chiqmoqchisiz?',
  choose: 'Mamlakatni tanlang',
  idle: {
    title: 'Mamlakat hali tanlanmagan',
    hint: 'U yerda sizga kim va nima uchun yordam bera olishini ko‘rish uchun mamlakatni tanlang.',
  },
  best: (count) => `Eng mos ${count} ta profil ko‘rsatilgan.`,
};
