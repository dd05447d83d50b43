import type { FormatData } from '../locale-strings.ts';

export const format: FormatData = {
  group: '.',
  decimal: ',',
  minimumGrouped: 1,
  millions: ['mln', 'mlrd', 'trln'],
  money: '{amount}\u00a0{currency}',
  percent: '{0}%',
  range: '{0}–{1}',
  atLeast: 'ən azı {0}',
  atMost: 'ən çoxu {0}',
  listEnd: '{0} və {1}',
  date: '{day} {month} {year}',
  months: [
    'yanvar',
    'fevral',
    'mart',
    'aprel',
    'may',
    'iyun',
    'iyul',
    'avqust',
    'sentyabr',
    'oktyabr',
    'noyabr',
    'dekabr',
  ],
};
