import type { FilterWords } from './words.ts';

export const ru: FilterWords = {
  show: 'Показать',
  only: { open: 'Все, кроме пропущенных', new: 'Новые', saved: 'Сохранённые', passed: 'Пропущенные' },
  lowest: 'Наименьшая оценка',
  any: 'Любая',
  clear: 'Сбросить фильтры',
  none: { title: 'С этими фильтрами ничего нет', hint: 'Измените или сбросьте фильтры.' },
};
