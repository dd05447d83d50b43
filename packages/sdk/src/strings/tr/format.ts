import type { FormatData } from '../locale-strings.ts';

export const format: FormatData = {
  group: '.',
  decimal: ',',
  minimumGrouped: 1,
  millions: ['milyon', 'milyar', 'trilyon'],
  money: '{amount}\u00a0{currency}',
  percent: '%{0}',
  range: '{0}–{1}',
  atLeast: 'en az {0}',
  atMost: 'en çok {0}',
  listEnd: '{0} ve {1}',
  date: '{day} {month} {year}',
  months: [
    'Ocak',
    'Şubat',
    'Mart',
    'Nisan',
    'Mayıs',
    'Haziran',
    'Temmuz',
    'Ağustos',
    'Eylül',
    'Ekim',
    'Kasım',
    'Aralık',
  ],
};
