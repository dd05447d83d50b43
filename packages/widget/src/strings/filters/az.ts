import type { FilterWords } from './words.ts';

export const az: FilterWords = {
  show: 'Göstər',
  only: { open: 'Keçilənlərdən başqa hamısı', new: 'Yeni', saved: 'Yadda saxlanılan', passed: 'Keçilən' },
  lowest: 'Ən aşağı bal',
  any: 'Fərqi yoxdur',
  clear: 'Filtrləri təmizlə',
  none: { title: 'Bu filtrlərlə heç nə yoxdur', hint: 'Filtrləri dəyişin və ya təmizləyin.' },
};
