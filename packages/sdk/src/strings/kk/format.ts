import type { FormatData } from '../locale-strings.ts';

export const format: FormatData = {
  group: '\u00a0',
  decimal: ',',
  minimumGrouped: 1,
  millions: ['млн', 'млрд', 'трлн'],
  money: '{amount}\u00a0{currency}',
  percent: '{0}%',
  range: '{0}–{1}',
  atLeast: 'кемінде {0}',
  atMost: 'ең көбі {0}',
  listEnd: '{0} және {1}',
  date: '{year} ж. {day} {month}',
  months: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
};
