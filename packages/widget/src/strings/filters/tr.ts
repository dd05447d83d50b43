import type { FilterWords } from './words.ts';

export const tr: FilterWords = {
  show: 'Göster',
  only: { open: 'Geçilenler dışında tümü', new: 'Yeni', saved: 'Kaydedilen', passed: 'Geçilen' },
  lowest: 'En düşük puan',
  any: 'Fark etmez',
  clear: 'Filtreleri temizle',
  none: { title: 'Bu filtrelerle sonuç yok', hint: 'Filtreleri değiştirin veya temizleyin.' },
};
