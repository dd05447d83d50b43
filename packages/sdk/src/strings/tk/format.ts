import type { FormatData } from '../locale-strings.ts';

export const format: FormatData = {
  group: '\u00a0',
  decimal: ',',
  minimumGrouped: 1,
  millions: ['mln', 'mlrd', 'trln'],
  money: '{amount}\u00a0{currency}',
  percent: '{0}\u00a0%',
  range: '{0}–{1}',
  atLeast: 'azyndan {0}',
  atMost: 'iň köp {0}',
  listEnd: '{0} we {1}',
  date: '{day} {month} {year}',
  months: [
    'ýanwar',
    'fewral',
    'mart',
    'aprel',
    'maý',
    'iýun',
    'iýul',
    'awgust',
    'sentýabr',
    'oktýabr',
    'noýabr',
    'dekabr',
  ],
};
