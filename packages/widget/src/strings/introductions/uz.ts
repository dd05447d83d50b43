import type { IntroductionWords } from './words.ts';

export const uz: IntroductionWords = {
  boxes: { received: 'Kelganlar', sent: 'Yuborilganlar' },
  none: {
    received: 'Hozircha hech kim siz bilan tanishuv so‘ramagan.',
    sent: 'Siz hozircha hech kimdan tanishuv so‘ramagansiz.',
  },
  loading: 'Tanishuv so‘rovlari yuklanmoqda…',
  error: { title: 'Tanishuv so‘rovlarini yuklab bo‘lmadi', hint: 'Birozdan so‘ng qayta urinib ko‘ring.' },
  idle: { title: 'Hozircha tanishuv so‘rovi yo‘q', hint: 'Profilingiz kiritilganda shu yerda ko‘rinadi.' },
  waiting: { received: 'Javobingizni kutmoqda', sent: 'Javob kutilmoqda' },
  states: { accepted: 'Qabul qilindi', declined: 'Rad etildi', expired: 'Muddati o‘tdi', withdrawn: 'Qaytarib olindi' },
  dates: { created: 'So‘ralgan sana', expires: 'Javobning oxirgi sanasi', decided: 'Yopilgan sana' },
  actions: { accept: 'Qabul qilish', decline: 'Rad etish', withdraw: 'Qaytarib olish', block: 'Bloklash' },
  done: {
    accept: 'Siz qabul qildingiz',
    decline: 'Siz rad etdingiz',
    withdraw: 'Siz qaytarib oldingiz',
    block: 'Siz bu profilni blokladingiz',
  },
  message: 'Xabar',
  declineHint: 'Sababi faqat sizda va xabingizda qoladi. Boshqa tomon uni bilmaydi.',
  declineReasons: {
    not_a_fit: 'Mos emas',
    too_early: 'Juda erta',
    too_late: 'Juda kech',
    no_capacity: 'Hozir vaqt yo‘q',
    already_in_touch: 'Allaqachon aloqadamiz',
    other: 'Boshqa sabab',
  },
  blockHint: 'Bu profilning so‘rovlari endi sizga yetib kelmaydi. Unga bu haqda aytilmaydi.',
  contacts: 'Aloqa ma’lumotlari',
  showContacts: 'Aloqa ma’lumotlarini ko‘rsatish',
  noContacts: 'Aloqa ma’lumotlari berilmagan yoki endi ko‘rsatib bo‘lmaydi.',
  contact: { name: 'Ism', email: 'Elektron pochta', phone: 'Telefon' },
  hidden: 'Endi ko‘rsatilmaydigan profil',
};
