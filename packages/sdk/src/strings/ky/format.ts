import type { FormatData } from '../locale-strings.ts';

export const format: FormatData = {
  group: '\u00a0',
  decimal: ',',
  minimumGrouped: 1,
  millions: ['млн', 'млрд', 'трлн'],
  money: '{amount}\u00a0{currency}',
  percent: '{0}%',
  range: '{0}–{1}',
  atLeast: 'кеминде {0}',
  atMost: 'эң көп дегенде {0}',
  listEnd: '{0} жана {1}',
  date: '{year}-ж., {day}-{month}',
  months: [
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'июль',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ],
};
