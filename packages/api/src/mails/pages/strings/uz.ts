import type { PageWords } from './words.ts';

export const uz: PageWords = {
  confirm: {
    notYou: 'Agar buni so‘ramagan bo‘lsangiz, bu sahifani yoping: hech narsa yuborilmaydi.',
    done: 'Manzilingiz tasdiqlandi',
    doneLead: (hub, profile) => `“${profile}” profili haqida xatlar olasiz. Yuboruvchi: ${hub}.`,
  },
  next: {
    due: (date, time) => `Keyingi mosliklar keladigan kun: ${date}, soat ${time}.`,
    onlyNew: 'Ungacha yangilik bo‘lmasa, xat kelmaydi.',
    instantly: 'Yaxshisi topilishi bilan keladi, 15 daqiqada bir martadan ko‘p emas.',
    noDigest: 'Yangi mosliklar haqidagi xatlar o‘chirilgan.',
  },
  unsubscribe: {
    title: 'Obunani bekor qilish',
    lead: 'Qaysi xatlar to‘xtatilsin?',
    one: (profile) => `“${profile}” profili haqidagi xatlar`,
    all: (hub) => `${hub} yuboradigan barcha xatlar`,
    done: 'Obuna bekor qilindi',
    doneOne: (profile) => `Bu manzilga “${profile}” profili haqida endi xat kelmaydi.`,
    doneAll: (hub) => `Bu manzilga ${hub} endi xat yubormaydi.`,
  },
  back: {
    offer: 'Fikringiz o‘zgardimi? Qayta obuna bo‘ling',
    title: 'Hozir obuna emassiz',
    lead: (profile) => `Bu manzilga “${profile}” profili haqida xat kelmaydi. Bir marta bosib, yana olishingiz mumkin.`,
    button: 'Qayta obuna bo‘lish',
    refused: {
      bounced: 'Bu manzilga yuborilgan xatlar yetib bormay qaytdi. Qayta ochish uchun xabingiz xodimlariga yozing.',
      complained:
        'Bu manzilga kelgan xat spam deb belgilangan, shuning uchun endi yuborilmaydi. Xabingiz yordam bera oladi.',
      staff: 'Xab xodimlari bu manzilga xat yuborishni to‘xtatgan. Ulardan so‘rang.',
    },
  },
  preferences: {
    title: 'Xat bilan nimalar olasiz',
    lead: (profile) => `Bu “${profile}” profili haqidagi xatlarning sozlamalari.`,
    frequency: 'Qanchalik tez-tez',
    frequencies: { instantly: 'Yaxshisi topilishi bilan', daily: 'Har kuni', weekly: 'Haftada bir marta' },
    weekday: 'Hafta kuni',
    weekdays: ['Dushanba', 'Seshanba', 'Chorshanba', 'Payshanba', 'Juma', 'Shanba', 'Yakshanba'],
    weekdayHint: 'Haftalik xatlarga tegishli.',
    hour: 'Soat',
    hourHint: 'Kundalik va haftalik xatlarga tegishli.',
    timeZone: 'Vaqt mintaqasi',
    locale: 'Xatlarning tili',
    minScore: 'Eng past ball',
    minScoreHint: '0 dan 100 gacha. Bali undan pastlari yuborilmaydi.',
    maxItems: 'Bitta xatdagi eng ko‘p moslik',
    notices: 'Xat turlari',
    notice: {
      digest: 'Yangi mosliklar',
      introduction: 'Tanishuv so‘rovlari',
      reminder: 'Javob berilmagan so‘rovlar haqida eslatmalar',
    },
    nothingNew: 'Hafta davomida yangilik bo‘lmasa, buni ham bildirish',
    save: 'Saqlash',
    saved: 'Saqlandi',
    check: 'Hali saqlanmadi: belgilangan maydonlarga qarang.',
    numberFrom: (from, to) => `${from} bilan ${to} orasidagi sonni yozing.`,
    wholeFrom: (from, to) => `${from} bilan ${to} orasidagi butun sonni yozing.`,
    choose: 'Ro‘yxatdan birini tanlang.',
  },
  answer: {
    ask: {
      requested: (name) => `${name} bilan tanishuv so‘ralsinmi?`,
      saved: (name) => `${name} saqlansinmi?`,
      passed: (name) => `${name} sizga mos emasmi?`,
    },
    hint: {
      requested:
        'Xabaringiz ikkinchi tomonga o‘z xabi orqali yetadi. Qabul qilsa, ikki tomon bir-birining aloqa ma’lumotlarini ko‘radi.',
      saved: 'Uni saqlangan mosliklaringiz orasidan topasiz. Hech kimga aytilmaydi.',
      passed: 'Endi hech bir xatda ko‘rsatilmaydi. Hech kimga aytilmaydi.',
    },
    done: {
      requested: (name) => `${name} bilan tanishuv so‘raldi`,
      saved: (name) => `${name} saqlandi`,
      passed: (name) => `Belgilandi: ${name} sizga mos emas`,
    },
    message: 'Xabaringiz',
    suggestion: (profile) => `Siz bilan tanishib, “${profile}” haqida so‘zlab bermoqchimiz.`,
    tooLong: (most) => `Kamida bitta so‘z, ko‘pi bilan ${most} ta belgi yozing.`,
    reason: 'Nega? (ixtiyoriy)',
    noReason: 'Sababini aytmayman',
    reasons: {
      wrong_topic: 'Mavzusi boshqa',
      wrong_sector: 'Sohasi boshqa',
      wrong_stage: 'Bosqichi boshqa',
      ticket: 'Summasi to‘g‘ri kelmaydi',
      too_far: 'Mamlakati boshqa',
      wrong_market: 'Bozori boshqa',
      language: 'Umumiy til yo‘q',
      other: 'Boshqa sabab',
    },
  },
  introduction: {
    accept: (name) => `${name} yuborgan so‘rov qabul qilinsinmi?`,
    decline: (name) => `${name} yuborgan so‘rov rad etilsinmi?`,
    declineHint: 'Ikkinchi tomon rad etganingizni biladi, sababini bilmaydi.',
    contacts: 'Endi ikki tomon bir-birining aloqa ma’lumotlarini ko‘radi.',
    contactsMailed: 'Ular sizga xat bilan ham keladi.',
    declined: (name) => `${name} yuborgan so‘rov rad etildi`,
  },
  problems: {
    invalid: {
      title: 'Bu havola ishlamaydi',
      text: 'Balki yo‘lda bir qismi uzilib qolgandir. Uni xatdan qayta oching yoki eng yangi xatdagi havoladan foydalaning.',
    },
    expired: {
      title: 'Bu havolaning muddati o‘tdi',
      text: 'Eng yangi xatdagi havoladan foydalaning yoki xabingiz saytiga o‘ting.',
    },
    gone: {
      title: 'Bu obuna endi yo‘q',
      text: 'U o‘chirildi, xat endi kelmaydi. Yana olish uchun xabingiz saytida obuna bo‘ling.',
    },
    inactive: {
      title: 'Bu obuna faol emas',
      text: 'U tugagan yoki tasdiqlanmagan, havolalari ishlamaydi. Xat olish uchun xabingiz saytida obuna bo‘ling.',
    },
    matchGone: {
      title: 'Bu moslik endi ko‘rsatilmaydi',
      text: 'Profil o‘zgardi yoki olib tashlandi. Bugungi mosliklar eng yangi xatingizda.',
    },
    changed: {
      title: 'Bu tanishuv so‘rovi o‘zgardi',
      text: 'Unga javob berildi, u qaytarib olindi yoki muddati o‘tdi. Holatini xabingiz saytida ko‘rasiz.',
    },
    notNow: {
      title: 'Hozir tanishuv so‘rab bo‘lmaydi',
      text: 'Orangizda so‘rov bor, yaqinda bittasi tugagan yoki profilingiz ikkinchi tomonga ko‘rsatilmayotgan bo‘lishi mumkin. Holatini xabingiz saytida ko‘rasiz.',
    },
    tooMany: { title: 'So‘rovlar juda ko‘p', text: 'Keyinroq qayta urinib ko‘ring.' },
    unreadable: { title: 'Buni o‘qib bo‘lmadi', text: 'Hech narsa o‘zgarmadi. Havolani xatdan qayta oching.' },
    failed: { title: 'Biz tomonda xato yuz berdi', text: 'Bir necha daqiqadan keyin qayta urinib ko‘ring.' },
  },
};
