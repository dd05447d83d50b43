import type { FilterWords } from './words.ts';

export const ky: FilterWords = {
  show: 'Көрсөтүү',
  only: { open: 'Өткөрүп жиберилгенден башкасы', new: 'Жаңы', saved: 'Сакталган', passed: 'Өткөрүп жиберилген' },
  lowest: 'Эң төмөн упай',
  any: 'Каалаганы',
  clear: 'Чыпкаларды тазалоо',
  none: { title: 'Бул чыпкалар менен эч нерсе табылган жок', hint: 'Чыпкаларды өзгөртүңүз же тазалаңыз.' },
};
