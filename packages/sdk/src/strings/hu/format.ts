import type { FormatData } from '../locale-strings.ts';

export const format: FormatData = {
  group: '\u00a0',
  decimal: ',',
  minimumGrouped: 2,
  millions: ['millió', 'milliárd', 'billió'],
  money: '{amount}\u00a0{currency}',
  percent: '{0}%',
  range: '{0}–{1}',
  atLeast: 'legalább {0}',
  atMost: 'legfeljebb {0}',
  listEnd: '{0} és {1}',
  date: '{year}. {month} {day}.',
  months: [
    'január',
    'február',
    'március',
    'április',
    'május',
    'június',
    'július',
    'augusztus',
    'szeptember',
    'október',
    'november',
    'december',
  ],
};
