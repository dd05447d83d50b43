import type { FilterWords } from './words.ts';

export const tk: FilterWords = {
  show: 'Görkez',
  only: { open: 'Geçilenlerden başgasy', new: 'Täze', saved: 'Ýatda saklanan', passed: 'Geçilen' },
  lowest: 'Iň pes bal',
  any: 'Islendik',
  clear: 'Süzgüçleri arassala',
  none: { title: 'Bu süzgüçler bilen hiç zat tapylmady', hint: 'Süzgüçleri üýtgediň ýa-da arassalaň.' },
};
