import type { SearchWords } from './words.ts';

export const uz: SearchWords = {
  seek: 'Kimni izlayapsiz?',
  kinds: { startup: 'Startaplar', investor: 'Investorlar' },
  text: { startup: 'Nimaga sarmoya kiritasiz', investor: 'Startapingiz nima qiladi' },
  hint: {
    startup: 'Mandatingizni qo‘ying yoki qanday muammolar va jamoalarga sarmoya kiritishingizni o‘z tilingizda yozing.',
    investor:
      'Taqdimotingizni qo‘ying yoki qanday muammoni, kim uchun va qanday hal qilishingizni o‘z tilingizda yozing.',
  },
  length: (figures) => `${figures} belgi`,
  narrow: 'Qidiruvni aniqlashtirish',
  any: 'Istalgan',
  search: 'Qidirish',
  notKept: 'Matningiz faqat shu qidiruv uchun ishlatiladi va saqlanmaydi.',
  needed: 'Kamida bitta gap yozing.',
  tooLong: (over) => `Matn juda uzun. Ortiqcha belgilar soni: ${over}.`,
  loading: 'Qidirilmoqda…',
  found: (count) => `${count} ta natija`,
  fit: 'Matnlar qanchalik mos',
  none: { title: 'Hech narsa topilmadi', hint: 'Boshqa so‘zlar bilan yozing yoki shartlarni kamaytiring.' },
  closed: {
    title: 'Qidiruv mehmonlar uchun ochiq emas',
    hint: 'Bu xab mosliklarni o‘z a’zolariga ko‘rsatadi. Qanday a’zo bo‘lishni xabdan so‘rang.',
  },
  spent: { title: 'Bugungi qidiruvlar tugadi', hint: 'Ertaga qayta keling. Yozgan matningiz shu sahifada qoladi.' },
  error: { title: 'Qidirib bo‘lmadi', hint: 'Birozdan so‘ng qayta urinib ko‘ring.' },
};
