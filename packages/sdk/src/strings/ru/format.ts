import type { FormatData } from '../locale-strings.ts';

export const format: FormatData = {
  group: '\u00a0',
  decimal: ',',
  minimumGrouped: 1,
  millions: ['млн', 'млрд', 'трлн'],
  money: '{amount}\u00a0{currency}',
  percent: '{0}\u00a0%',
  range: '{0}–{1}',
  atLeast: 'от {0}',
  atMost: 'до {0}',
  listEnd: '{0} и {1}',
  date: '{day} {month} {year} г.',
  months: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
};
