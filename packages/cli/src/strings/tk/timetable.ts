import type { TimetableStrings } from '../timetable-strings.ts';

export const timetable: TimetableStrings = {
  title: 'Demo güni',
  lead: 'Kim kim bilen, haçan we haýsy stolda duşuşýar. Maýadarlar mümkin boldugyça öz stolunda galýar, startaplar orun çalyşýar.',
  date: 'Senesi',
  place: 'Ýeri',
  zone: 'Sagat guşaklygy',
  slot: 'Nobat',
  time: 'Wagty',
  table: 'Stol',
  tableNumber: (number) => `Stol ${number}`,
  grid: { title: 'Ähli duşuşyklar', lead: 'Her öýjükde startabyň, aşagynda maýadaryň ady ýazylan.' },
  sheets: { title: 'Şahsy tertipler', lead: 'Her gatnaşyja biri; çap edilende her biri aýratyn sahypada bolýar.' },
  meets: 'Kim bilen',
  free: 'boş',
  absent: 'gatnaşmaýar',
  meetings: 'Duşuşyklar',
  without: {
    title: 'Duşuşygy ýoklar',
    name: 'Ady',
    side: 'Tarap',
    reason: 'Sebäbi',
    why: {
      absent: 'bütin gün gatnaşmaýar',
      limits: 'beýleki tarapdan hiç kimiň şertlerine laýyk gelmeýär',
      score: 'ähli jübütleri iň kiçi bala ýetmeýär',
      blocked: 'laýyk gelýän ähli jübütleri gadagan edilen',
      full: 'orunlar has gowy jübütlere berildi',
    },
  },
  numbers: {
    participants: 'Gatnaşyjylar',
    score: 'Ballaryň jemi',
    gap: 'Has gowy meýilnamanyň iň köp gazandyryp biljegi',
    best: 'mundan gowy meýilnama ýok',
    unplaced: 'Nobat tapylmadyk gowy jübütler',
  },
};
