import type { NeighbourWords } from './words.ts';

export const uz: NeighbourWords = {
  found: (count) => `${count} ta o‘xshash patent`,
  likeness: 'Matnlarning o‘xshashligi',
  classes: 'Umumiy sinflar',
  sides: { subject: 'Sizning patentingiz', neighbour: 'O‘xshash patent' },
  loading: 'O‘xshash patentlar qidirilmoqda…',
  idle: { title: 'Patent hali tanlanmagan', hint: 'Patent tanlanganda o‘xshash patentlar shu yerda ko‘rinadi.' },
  empty: {
    title: 'Bu yerda ma’lum o‘xshash patent yo‘q',
    hint: 'Shu xabning patentlari va boshqalar unga ochgan patentlar solishtiriladi; ular orasida bo‘lmagani noma’lum.',
  },
  error: { title: 'O‘xshash patentlarni yuklab bo‘lmadi', hint: 'Birozdan so‘ng qayta urinib ko‘ring.' },
};
