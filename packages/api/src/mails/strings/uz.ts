import type { Words } from './words.ts';

export const uz: Words = {
  greeting: (name) => `Assalomu alaykum, ${name}!`,
  hello: 'Assalomu alaykum!',
  levels: { strong: 'Juda mos', good: 'Mos', fair: 'Qisman mos', weak: 'Kam mos' },
  outOf: (score) => `100 dan ${score}`,
  isNew: 'Yangi',
  risen: (before) => `Avval ${before} edi`,
  reasons: 'Nima uchun mos',
  caution: 'E’tibor bering',
  actions: { requested: 'Tanishuv so‘rash', saved: 'Saqlash', passed: 'Menga mos emas' },
  introductionActions: { accept: 'Qabul qilish', decline: 'Rad etish' },
  linkHint: 'Har bir havola javobingizni tasdiqlaydigan sahifani ochadi; ungacha hech narsa bo‘lmaydi.',
  linksWork: (days) => `Havolalar ${days} kun ishlaydi.`,
  digest: {
    title: (count, profile) => `${profile} uchun ${count} ta yangi moslik`,
    better: (count, profile) => `${profile} uchun ${count} ta moslik endi yaxshiroq mos`,
    lead: 'Bular yangi yoki oxirgi xatdan beri ancha yaxshiroq mos kelganlar. Eng yaxshilari boshida.',
    nothingTitle: (profile) => `${profile} uchun bu hafta yangilik yo‘q`,
    nothing: 'Oxirgi xatdan beri yangi moslik topilmadi. Izlashda davom etamiz va bir haftadan keyin yana yozamiz.',
  },
  confirmation: {
    subject: (hub) => `Obunani tasdiqlang: ${hub}`,
    title: 'Manzilingizni tasdiqlang',
    lead: (hub, profile) =>
      `“${profile}” profili uchun yangi mosliklar va tanishuv so‘rovlarini olish maqsadida bu manzil ${hub} tizimida ko‘rsatilgan.`,
    rhythm: 'Yangi mosliklar qachon keladi:',
    instantly: 'yaxshisi topilishi bilan, 15 daqiqada bir martadan ko‘p emas',
    daily: (time) => `har kuni soat ${time} da`,
    weekly: (time) => [
      `har dushanba soat ${time} da`,
      `har seshanba soat ${time} da`,
      `har chorshanba soat ${time} da`,
      `har payshanba soat ${time} da`,
      `har juma soat ${time} da`,
      `har shanba soat ${time} da`,
      `har yakshanba soat ${time} da`,
    ],
    button: 'Tasdiqlash',
    ignore: (days) =>
      `Agar buni so‘ramagan bo‘lsangiz, hech narsa qilmang: boshqa xat kelmaydi. Havola ${days} kun ishlaydi.`,
  },
  introduction: {
    requested: (name) => `${name} siz bilan tanishmoqchi`,
    requestedLead: (name, profile) => `${name} “${profile}” profili bilan tanishuv so‘ramoqda.`,
    reminder: (name) => `${name} javobingizni kutmoqda`,
    reminderLead: (name, profile, date) =>
      `${name} “${profile}” profili bilan tanishuv so‘ragan. So‘ralgan sana: ${date}.`,
    message: 'Xabar',
    answerBy: (date) => `Javobning oxirgi sanasi: ${date}`,
    contactsLater:
      'Qabul qilsangiz, ikki tomon bir-birining aloqa ma’lumotlarini ko‘radi. Ungacha ularni hech kim ko‘rmaydi.',
    accepted: (name) => `${name}: tanishdingiz`,
    acceptedLead: (name) => `${name} tanishuv so‘rovingizni qabul qildi.`,
    youAccepted: (name) => `Siz ${name} yuborgan so‘rovni qabul qildingiz.`,
    contacts: 'Aloqa ma’lumotlari',
    contact: { name: 'Ism', email: 'El. pochta', phone: 'Telefon' },
    noContacts: 'Profilda aloqa ma’lumotlari ko‘rsatilmagan. Xabingiz yordam bera oladi.',
    declined: (name) => `${name}: bu safar tanishuv bo‘lmadi`,
    declinedLead: (name, date) => `${name} so‘rovingizni rad etdi. So‘ralgan sana: ${date}. Sababi aytilmaydi.`,
    expired: (name) => `${name}: so‘rov muddati o‘tdi`,
    expiredLead: (name, date) => `${name} tanishuv so‘rovingizga vaqtida javob bermadi. So‘ralgan sana: ${date}.`,
    hidden: 'Endi ko‘rsatilmaydigan profil',
  },
  application: {
    titles: {
      admitted: (name) => `${name}: dasturga qabul qilindingiz`,
      declined: (name) => `${name}: bu safar qabul qilinmadingiz`,
      withdrawn: (name) => `${name}: arizangiz qaytarib olindi`,
      alumni: (name) => `${name}: endi bitiruvchilar safidasiz`,
    },
    leads: {
      admitted: (profile) => `“${profile}” dasturga qabul qilindi.`,
      declined: (profile) => `“${profile}” bu safar dasturga qabul qilinmadi.`,
      withdrawn: (profile, hub) => `“${profile}” profilining arizasi ${hub} tizimida qaytarib olingan deb belgilandi.`,
      alumni: (profile) => `“${profile}” endi dastur bitiruvchilari safida.`,
    },
    heading: 'Ariza',
    call: 'Arizalar qabuli',
    state: 'Holati',
    stage: 'Bosqich',
    states: {
      admitted: 'Qabul qilindi',
      declined: 'Qabul qilinmadi',
      withdrawn: 'Qaytarib olindi',
      alumni: 'Bitiruvchi',
    },
  },
  test: {
    subject: (hub) => `Sinov xati: ${hub}`,
    lead: (hub) =>
      `Bu sinov. Uni o‘qiyotgan bo‘lsangiz, ${hub} yuborgan xatlar yetib kelmoqda. Hech narsa qilish kerak emas.`,
  },
  footer: {
    why: (hub, profile) =>
      `Bu xat sizga manzilingiz ${hub} tizimida “${profile}” profili xabarlariga obuna bo‘lgani uchun keldi.`,
    whyConfirm: (hub) => `Bu xat sizga manzilingiz ${hub} tizimida ko‘rsatilgani uchun keldi.`,
    whyTest: (hub) => `Bu xat sizga ${hub} xodimlari shu manzilga sinov yuborgani uchun keldi.`,
    noTracking: 'Xatni ochganingizni ham, nimani bosganingizni ham kuzatmaymiz.',
    preferences: 'Sozlamalarni o‘zgartirish',
    unsubscribe: 'Obunani bekor qilish',
  },
};
