import type { TimetableStrings } from '../timetable-strings.ts';

export const timetable: TimetableStrings = {
  title: 'Demo günü',
  lead: 'Kim kiminlə, nə vaxt və hansı masada görüşür. İnvestorlar mümkün qədər öz masalarında qalır, startaplar yerini dəyişir.',
  date: 'Tarix',
  place: 'Yer',
  zone: 'Saat qurşağı',
  slot: 'Növbə',
  time: 'Vaxt',
  table: 'Masa',
  tableNumber: (number) => `Masa ${number}`,
  grid: { title: 'Bütün görüşlər', lead: 'Hər xanada startapın, altında isə investorun adı yazılıb.' },
  sheets: { title: 'Fərdi cədvəllər', lead: 'Hər iştirakçı üçün biri; çap olunanda hər biri ayrıca səhifədədir.' },
  meets: 'Kiminlə',
  free: 'boş',
  absent: 'iştirak etmir',
  meetings: 'Görüşlər',
  without: {
    title: 'Görüşü olmayanlar',
    name: 'Ad',
    side: 'Tərəf',
    reason: 'Səbəb',
    why: {
      absent: 'bütün gün iştirak etmir',
      limits: 'qarşı tərəfdən heç kimin şərtlərinə uyğun gəlmir',
      score: 'bütün cütlükləri ən kiçik bala çatmır',
      blocked: 'uyğun gələn bütün cütlükləri qadağan edilib',
      full: 'yerlər daha uyğun cütlüklərə verilib',
    },
  },
  numbers: {
    participants: 'İştirakçılar',
    score: 'Balların cəmi',
    gap: 'Daha yaxşı planın ən çox qazandıra biləcəyi',
    best: 'daha yaxşı plan yoxdur',
    unplaced: 'Növbə tapılmayan yaxşı cütlüklər',
  },
};
