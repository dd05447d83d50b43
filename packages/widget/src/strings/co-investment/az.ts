import type { CoInvestmentWords } from './words.ts';

export const az: CoInvestmentWords = {
  title: 'Raundu birlikdə kim doldurur',
  rules: 'Raundun şərtləri',
  minCountries: 'Ölkələrin sayı, ən azı',
  maxInvestors: 'İnvestorların sayı, ən çoxu',
  any: 'Fərqi yoxdur',
  needsLead: 'Aparıcı investor olsun',
  ask: 'Raundu hesabla',
  covered: 'Yığılır',
  open: 'Açıq qalır',
  mean: 'Vəsaitin orta balı',
  lead: 'Aparıcı investor',
  card: 'Uyğunluq və səbəbləri',
  stop: 'Mane olan',
  better: (percent) => `Daha yaxşı cavab ola bilər: fərq ən çoxu ${percent}.`,
  loading: 'Raund hesablanır…',
  idle: { title: 'Hələ raund yoxdur', hint: 'Startap seçiləndə burada görünəcək.' },
  none: {
    title: 'Profilinizdə raund göstərilməyib',
    hint: 'Nə qədər vəsait cəlb etdiyinizi profilinizə yazın: onda raundu birlikdə kimin doldura biləcəyi görünəcək.',
  },
  error: { title: 'Raundu hesablamaq mümkün olmadı', hint: 'Bir azdan yenidən cəhd edin.' },
};
