import type { FilterWords } from './words.ts';

export const uz: FilterWords = {
  show: 'Ko‘rsatish',
  only: { open: 'O‘tkazib yuborilgandan boshqasi', new: 'Yangi', saved: 'Saqlangan', passed: 'O‘tkazib yuborilgan' },
  lowest: 'Eng past ball',
  any: 'Istalgan',
  clear: 'Filtrlarni tozalash',
  none: { title: 'Bu filtrlar bilan hech narsa topilmadi', hint: 'Filtrlarni o‘zgartiring yoki tozalang.' },
};
