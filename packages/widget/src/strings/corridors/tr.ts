import type { CorridorWords } from './words.ts';

export const tr: CorridorWords = {
  title: 'Ülkeler arası tanışmalar',
  corridor: 'Nereden – nereye',
  map: 'Koridorların haritası: kendi koridorlarını görmek için bir ülke seçin',
  all: 'Tüm ülkeler',
  counts: { offers: 'Sunulan profiller', introductions: 'Tanışma istekleri', acceptances: 'Kabul edilen' },
  few: 'sayı çok az',
  countsHint:
    'Üyeleri korumak için sayılar beşer beşer gösterilir; beşin altındaki sayılar ve bunları ele verecek sayılar gösterilmez.',
  total: 'Gösterilenlerin toplamı',
  asOf: (date) => `${date} itibarıyla`,
  loading: 'Sayılar yükleniyor…',
  corridors: (count) => `${count} ülke çifti`,
  idle: { title: 'Henüz sayı yok', hint: 'Sayfa bağlandığında burada görünür.' },
  empty: {
    title: 'Henüz gösterilecek sayı yok',
    hint: 'Bir ülkeden diğerine en az beş profil sunulduğunda burada görünür.',
  },
  error: { title: 'Sayılar yüklenemedi', hint: 'Biraz sonra yeniden deneyin.' },
};
