import type { CorridorWords } from './words.ts';

export const tk: CorridorWords = {
  title: 'Ýurtlaryň arasyndaky tanyşlyklar',
  corridor: 'Nireden – nirä',
  map: 'Geçelgeleriň kartasy: öz geçelgelerini görmek üçin ýurdy saýlaň',
  all: 'Ähli ýurtlar',
  counts: { offers: 'Hödürlenen profiller', introductions: 'Tanyşlyk haýyşlary', acceptances: 'Kabul edildi' },
  few: 'sany örän az',
  countsHint:
    'Agzalary goramak üçin sanlar bäşden-bäşden görkezilýär; bäşden az sanlar we olary aýan etjek sanlar görkezilmeýär.',
  total: 'Görkezilenleriň jemi',
  asOf: (date) => `${date} senesindäki ýagdaý`,
  loading: 'Sanlar ýüklenýär…',
  corridors: (count) => `${count} ýurt jübüti`,
  idle: { title: 'Heniz san ýok', hint: 'Sahypa birikdirilende şu ýerde görüner.' },
  empty: {
    title: 'Heniz görkezere san ýok',
    hint: 'Bir ýurtdan beýlekisine azyndan bäş profil hödürlenende şu ýerde görüner.',
  },
  error: { title: 'Sanlary ýükläp bolmady', hint: 'Biraz soňra gaýtadan synanyşyň.' },
};
