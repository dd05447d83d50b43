import type { NeighbourWords } from './words.ts';

export const tk: NeighbourWords = {
  found: (count) => `${count} meňzeş patent`,
  likeness: 'Tekstleriň meňzeşligi',
  classes: 'Umumy synplar',
  sides: { subject: 'Siziň patentiňiz', neighbour: 'Meňzeş patent' },
  loading: 'Meňzeş patentler gözlenýär…',
  idle: { title: 'Patent entek saýlanmady', hint: 'Patent saýlananda meňzeş patentler şu ýerde görüner.' },
  empty: {
    title: 'Bu ýerde belli meňzeş patent ýok',
    hint: 'Şu merkeziň patentleri we başgalaryň oňa açan patentleri deňeşdirilýär; olaryň arasynda ýoklary belli däl.',
  },
  error: { title: 'Meňzeş patentleri ýükläp bolmady', hint: 'Biraz soňra gaýtadan synanyşyň.' },
};
