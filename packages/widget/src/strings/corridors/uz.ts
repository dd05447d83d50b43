import type { CorridorWords } from './words.ts';

export const uz: CorridorWords = {
  title: 'Mamlakatlar o‘rtasidagi tanishuvlar',
  corridor: 'Qayerdan – qayerga',
  map: 'Yo‘laklar xaritasi: o‘zinikini ko‘rish uchun mamlakatni tanlang',
  all: 'Barcha mamlakatlar',
  counts: { offers: 'Taklif etilgan profillar', introductions: 'Tanishuv so‘rovlari', acceptances: 'Qabul qilingan' },
  few: 'soni juda kam',
  countsHint:
    'A’zolarni himoya qilish uchun sonlar beshtalab ko‘rsatiladi; beshdan kam sonlar va ularni oshkor qiladigan sonlar ko‘rsatilmaydi.',
  total: 'Ko‘rsatilganlarning jami',
  asOf: (date) => `${date} holatiga ko‘ra`,
  loading: 'Sonlar yuklanmoqda…',
  corridors: (count) => `${count} ta mamlakat juftligi`,
  idle: { title: 'Hozircha sonlar yo‘q', hint: 'Sahifa ulanganda shu yerda ko‘rinadi.' },
  empty: {
    title: 'Hozircha ko‘rsatadigan sonlar yo‘q',
    hint: 'Bir mamlakatdan boshqasiga kamida beshta profil taklif etilganda shu yerda ko‘rinadi.',
  },
  error: { title: 'Sonlarni yuklab bo‘lmadi', hint: 'Birozdan so‘ng qayta urinib ko‘ring.' },
};
