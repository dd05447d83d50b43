import type { FormatData } from '../locale-strings.ts';

export const format: FormatData = {
  group: '\u00a0',
  decimal: ',',
  minimumGrouped: 1,
  millions: ['mln', 'mlrd', 'trln'],
  money: '{amount}\u00a0{currency}',
  percent: '{0}%',
  range: '{0}–{1}',
  atLeast: 'kamida {0}',
  atMost: 'ko‘pi bilan {0}',
  listEnd: '{0} va {1}',
  date: '{year}-yil {day}-{month}',
  months: [
    'yanvar',
    'fevral',
    'mart',
    'aprel',
    'may',
    'iyun',
    'iyul',
    'avgust',
    'sentabr',
    'oktabr',
    'noyabr',
    'dekabr',
  ],
};
