import type { TimetableStrings } from '../timetable-strings.ts';

export const timetable: TimetableStrings = {
  title: 'Demo kun',
  lead: 'Kim kim bilan, qachon va qaysi stolda uchrashadi. Investorlar imkon qadar o‘z stolida qoladi, startaplar joy almashadi.',
  date: 'Sana',
  place: 'Joy',
  zone: 'Vaqt mintaqasi',
  slot: 'Navbat',
  time: 'Vaqt',
  table: 'Stol',
  tableNumber: (number) => `${number}-stol`,
  grid: { title: 'Barcha uchrashuvlar', lead: 'Har bir katakda startapning, ostida investorning nomi yozilgan.' },
  sheets: {
    title: 'Shaxsiy jadvallar',
    lead: 'Har bir ishtirokchi uchun bittadan; chop etilganda har biri alohida sahifada bo‘ladi.',
  },
  meets: 'Kim bilan',
  free: 'bo‘sh',
  absent: 'qatnashmaydi',
  meetings: 'Uchrashuvlar',
  without: {
    title: 'Uchrashuvi yo‘qlar',
    name: 'Nomi',
    side: 'Tomon',
    reason: 'Sabab',
    why: {
      absent: 'kun bo‘yi qatnashmaydi',
      limits: 'boshqa tomondan hech kimning shartlariga mos kelmaydi',
      score: 'barcha juftliklari eng kichik ballga yetmaydi',
      blocked: 'mos keladigan barcha juftliklari taqiqlangan',
      full: 'joylar yaxshiroq juftliklarga berildi',
    },
  },
  numbers: {
    participants: 'Ishtirokchilar',
    score: 'Ballar yig‘indisi',
    gap: 'Yaxshiroq reja berishi mumkin bo‘lgan eng ko‘p yutuq',
    best: 'bundan yaxshi reja yo‘q',
    unplaced: 'Navbat topilmagan yaxshi juftliklar',
  },
};
