import type { TimetableStrings } from '../timetable-strings.ts';

export const timetable: TimetableStrings = {
  title: 'Demo günü',
  lead: 'Kim kiminle, ne zaman ve hangi masada görüşüyor. Yatırımcılar olabildiğince masalarında kalır, girişimler yer değiştirir.',
  date: 'Tarih',
  place: 'Yer',
  zone: 'Saat dilimi',
  slot: 'Oturum',
  time: 'Saat',
  table: 'Masa',
  tableNumber: (number) => `Masa ${number}`,
  grid: { title: 'Bütün görüşmeler', lead: 'Her hücrede girişimin adı, altında yatırımcının adı yazar.' },
  sheets: {
    title: 'Kişisel programlar',
    lead: 'Her katılımcı için bir tane; yazdırıldığında her biri ayrı sayfadadır.',
  },
  meets: 'Kiminle',
  free: 'boş',
  absent: 'katılmıyor',
  meetings: 'Görüşmeler',
  without: {
    title: 'Görüşmesi olmayanlar',
    name: 'Ad',
    side: 'Taraf',
    reason: 'Neden',
    why: {
      absent: 'gün boyunca yok',
      limits: 'karşı taraftan kimsenin koşullarına uymuyor',
      score: 'bütün eşleşmeleri en düşük puanın altında',
      blocked: 'uyan bütün eşleşmeleri engellenmiş',
      full: 'yerler daha iyi eşleşmelere verildi',
    },
  },
  numbers: {
    participants: 'Katılımcılar',
    score: 'Puanların toplamı',
    gap: 'Daha iyi bir planın kazandırabileceği en fazla',
    best: 'daha iyi bir plan yok',
    unplaced: 'Oturum bulunamayan iyi eşleşmeler',
  },
};
