import type { MarketWords } from './words.ts';

export const ky: MarketWords = {
  country: 'Кайсы өлкөнүн базарына чыккыңыз келет?',
  choose: 'Өлкөнү тандаңыз',
  idle: {
    title: 'Өлкө азырынча тандала элек',
    hint: 'Ал жакта сизге ким жана эмне үчүн жардам бере аларын көрүү үчүн өлкөнү тандаңыз.',
  },
  best: (count) => `Эң ылайыктуу ${count} профиль көрсөтүлдү.`,
};
