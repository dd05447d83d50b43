import type { CoInvestmentWords } from './words.ts';

export const tr: CoInvestmentWords = {
  title: 'Turu birlikte kim dolduruyor',
  rules: 'Turun koşulları',
  minCountries: 'Ülke sayısı, en az',
  maxInvestors: 'Yatırımcı sayısı, en fazla',
  any: 'Fark etmez',
  needsLead: 'Lider yatırımcı olsun',
  ask: 'Turu hesapla',
  covered: 'Karşılanan',
  open: 'Açık kalan',
  mean: 'Paranın ortalama puanı',
  lead: 'Lider yatırımcı',
  card: 'Eşleşme ve nedenleri',
  stop: 'Engelleyen',
  better: (percent) => `Daha iyi bir sonuç olabilir: fark en fazla ${percent}.`,
  loading: 'Tur hesaplanıyor…',
  idle: { title: 'Henüz tur yok', hint: 'Bir girişim seçildiğinde burada görünür.' },
  none: {
    title: 'Profilinizde tur belirtilmemiş',
    hint: 'Ne kadar yatırım aradığınızı profilinize ekleyin: o zaman turu kimlerin birlikte doldurabileceği görünür.',
  },
  error: { title: 'Tur hesaplanamadı', hint: 'Biraz sonra yeniden deneyin.' },
};
