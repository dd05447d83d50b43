import type { TimetableStrings } from '../timetable-strings.ts';

export const timetable: TimetableStrings = {
  title: 'Bemutatkozó nap',
  lead: 'Ki kivel, mikor és melyik asztalnál találkozik. A befektetők lehetőleg a helyükön maradnak, a startupok váltanak asztalt.',
  date: 'Dátum',
  place: 'Helyszín',
  zone: 'Időzóna',
  slot: 'Sáv',
  time: 'Időpont',
  table: 'Asztal',
  tableNumber: (number) => `${number}. asztal`,
  grid: { title: 'Minden találkozó', lead: 'Minden cellában a startup neve áll, alatta a befektetőé.' },
  sheets: { title: 'Egyéni menetrendek', lead: 'Minden résztvevőnek egy; nyomtatva mindegyik külön oldalra kerül.' },
  meets: 'Kivel',
  free: 'szabad',
  absent: 'távol',
  meetings: 'Találkozók',
  without: {
    title: 'Találkozó nélkül maradtak',
    name: 'Név',
    side: 'Oldal',
    reason: 'Ok',
    why: {
      absent: 'egész nap távol van',
      limits: 'a másik oldalon senkinek a feltételeihez nem illik',
      score: 'minden párja a legkisebb pontszám alatt van',
      blocked: 'minden illő párja le van tiltva',
      full: 'a helyeket jobb párok kapták',
    },
  },
  numbers: {
    participants: 'Résztvevők',
    score: 'Pontszámok összege',
    gap: 'Ennyivel lehetne legfeljebb jobb egy másik terv',
    best: 'nincs jobb terv',
    unplaced: 'Jó párok, amelyeknek nem jutott sáv',
  },
};
