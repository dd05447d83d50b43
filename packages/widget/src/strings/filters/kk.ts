import type { FilterWords } from './words.ts';

export const kk: FilterWords = {
  show: 'Көрсету',
  only: { open: 'Өткізіп жіберілгеннен басқасы', new: 'Жаңа', saved: 'Сақталған', passed: 'Өткізіп жіберілген' },
  lowest: 'Ең төмен ұпай',
  any: 'Кез келген',
  clear: 'Сүзгілерді тазалау',
  none: { title: 'Бұл сүзгілермен ештеңе табылмады', hint: 'Сүзгілерді өзгертіңіз немесе тазалаңыз.' },
};
