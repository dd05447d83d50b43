import type { FormatData } from '../locale-strings.ts';

export const format: FormatData = {
  group: ',',
  decimal: '.',
  minimumGrouped: 1,
  millions: ['million', 'billion', 'trillion'],
  money: '{currency}\u00a0{amount}',
  percent: '{0}%',
  range: '{0}–{1}',
  atLeast: 'from {0}',
  atMost: 'up to {0}',
  listEnd: '{0} and {1}',
  date: '{day} {month} {year}',
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};
