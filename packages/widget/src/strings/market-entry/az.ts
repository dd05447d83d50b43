import type { MarketWords } from './words.ts';

export const az: MarketWords = {
  country: 'Hansı ölkənin bazarına çıxmaq istəyirsiniz?',
  choose: 'Ölkə seçin',
  idle: {
    title: 'Hələ ölkə seçilməyib',
    hint: 'Orada sizə kimin və niyə kömək edə biləcəyini görmək üçün ölkə seçin.',
  },
  best: (count) => `Ən uyğun ${count} profil göstərilir.`,
};
