import type { NeighbourWords } from './words.ts';

export const tr: NeighbourWords = {
  found: (count) => `${count} benzer patent`,
  likeness: 'Metinlerin benzerliği',
  classes: 'Ortak sınıflar',
  sides: { subject: 'Sizin patentiniz', neighbour: 'Benzer patent' },
  loading: 'Benzer patentler aranıyor…',
  idle: { title: 'Henüz patent seçilmedi', hint: 'Bir patent seçildiğinde benzer patentler burada görünür.' },
  empty: {
    title: 'Burada bilinen benzer patent yok',
    hint: 'Bu merkezin patentleri ile başkalarının ona açtığı patentler karşılaştırılır; bunların dışındakiler bilinmez.',
  },
  error: { title: 'Benzer patentler yüklenemedi', hint: 'Biraz sonra yeniden deneyin.' },
};
