import type { FilterWords } from './words.ts';

export const en: FilterWords = {
  show: 'Show',
  only: { open: 'All but passed over', new: 'New', saved: 'Saved', passed: 'Passed over' },
  lowest: 'Lowest score',
  any: 'Any',
  clear: 'Clear filters',
  none: { title: 'Nothing with these filters', hint: 'Other filters, or none, may show more.' },
};
